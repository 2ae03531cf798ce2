package quire.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static quire.portfolio.BesideHouse.NOW;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quire.app.Main;
import quire.store.Database;
import quire.testkit.Child;

/** A portfolio whose files are larger than all the memory that the commands have. */
class LargeLuggageTest {

    private static final List<String> SMALL = List.of("-Xmx112m", "-XX:+UseSerialGC");
    private static final int FILES = 5;

    @TempDir
    private Path folder;

    @Test
    void p08_aLargePortfolioTravelsThroughASmallMemory() throws IOException {
        Path here = folder.resolve("here");
        Path there = folder.resolve("there");
        Path file = folder.resolve("year.zip");
        String portfolio;
        try (Database database = Database.open(here)) {
            BesideHouse house = new BesideHouse(database);
            portfolio = house.portfolio;
            for (int i = 0; i < FILES; i++) {
                new Evidence(database)
                        .add(
                                portfolio,
                                new EvidenceNote("Picture " + i, Set.of(), false),
                                "picture.png",
                                new ByteArrayInputStream(noise(i)),
                                house.asAna,
                                NOW);
            }
        }
        List<String> said = run(0, "--debug", "export", "NV-2026-001", "-o", file, "--data", here);
        assertThat(Files.size(file)).isGreaterThan(115_000_000);
        List<String> told = run(0, "--debug", "import", file, "--data", there);
        assertThat(told.get(0)).startsWith("Took in NV-2026-001 for Vale Council: 0 papers, 0 signatures, 5 files.");
        assertThat(told).contains(said.get(said.size() - 1));
        try (Database database = Database.open(there)) {
            assertThat(new Evidence(database).ofPortfolio(portfolio)).hasSize(FILES);
            assertThat(new Evidence(database).missing()).isEmpty();
        }
        assertThat(run(1, "import", file, "--data", there))
                .anyMatch(line -> line.contains("The portfolio NV-2026-001 is here already. Nothing was taken in."));
        assertThat(run(1, "export", "NV-2026-001", "-o", file, "--data", here))
                .anyMatch(line -> line.contains("exists already"));
        assertThat(run(1, "export", "NV-2026-009", "-o", folder.resolve("no.zip"), "--data", here))
                .anyMatch(line -> line.contains("There is no portfolio NV-2026-009."));
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactlyInAnyOrder(here, there, file);
        }
    }

    private static List<String> run(int code, Object... arguments) throws IOException {
        return Child.start(SMALL, Map.of(), Main.class, arguments).expectExit(code);
    }

    /** A picture of nearly 24 MB that no packing makes smaller. */
    private static byte[] noise(int number) throws IOException {
        BufferedImage image = new BufferedImage(2_800, 2_800, BufferedImage.TYPE_3BYTE_BGR);
        new Random(number).nextBytes(((DataBufferByte) image.getRaster().getDataBuffer()).getData());
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam unpacked = writer.getDefaultWriteParam();
        unpacked.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        unpacked.setCompressionQuality(1);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(png)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), unpacked);
        } finally {
            writer.dispose();
        }
        return png.toByteArray();
    }
}
