package quire.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import quire.testkit.Qpdf;
import quire.testkit.VeraPdf;

class BundlesTest {

    private static BundleHouse house;

    @BeforeAll
    static void open() {
        house = new BundleHouse();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void bindsAYearForTheExternalPanel() throws IOException {
        Bundle bundle = house.built(BundleHouse.WHOLE, "external", Edition.FINAL, "The panel knows.");
        byte[] file = house.file(bundle);
        Files.write(Path.of("/tmp/external.pdf"), file);
        Files.writeString(Path.of("/tmp/external.json"), bundle.manifest());
        Qpdf.assertSound(file);
        VeraPdf.assertKeeps(file, VeraPdf.Flavour.PDFUA_1, VeraPdf.Flavour.PDFA_3_A);
    }

    @Test
    void bindsAYearForTheInternalPanel() throws IOException {
        Plan plan = house.plan(BundleHouse.WHOLE, "internal", Edition.FINAL);
        System.out.println(plan.gaps());
        plan.entries()
                .forEach(entry -> System.out.println(entry.firstPage() + " " + entry.kind() + " " + entry.title()));
        Bundle bundle = house.built(
                BundleHouse.WHOLE, "internal", Edition.FINAL, plan.gaps().isEmpty() ? "" : "The panel knows.");
        byte[] file = house.file(bundle);
        Files.write(Path.of("/tmp/internal.pdf"), file);
        assertThat(bundle.pages()).isEqualTo(plan.pages());
        Qpdf.assertSound(file);
        System.out.println(VeraPdf.failures(file, VeraPdf.Flavour.PDFUA_1));
        System.out.println(VeraPdf.failures(file, VeraPdf.Flavour.PDFA_3_A));
    }
}
