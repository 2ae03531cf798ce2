package quire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quire.core.Finding;
import quire.demo.Cohort;
import quire.documents.TemplateLint;
import quire.documents.TemplateShelf;
import quire.forms.Forms;
import quire.programme.Programmes;

class ShippedTest {

    @TempDir
    Path place;

    @Test
    void findsWhatTravelsUnpackedBesideTheClasses() throws IOException {
        Path program = program(place.resolve("classes"));
        try (Shipped shipped = Shipped.with(place, program)) {
            assertThat(shipped.forms().resolve("a.yaml")).hasContent("shipped");
        }
    }

    @Test
    void findsWhatTravelsInsideTheJar() throws IOException {
        Path jar = place.resolve("program with space.jar");
        try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of("create", "true"))) {
            program(zip.getPath("/"));
        }
        try (Shipped shipped = Shipped.with(place, jar)) {
            assertThat(Files.readString(shipped.forms().resolve("a.yaml"))).isEqualTo("shipped");
            assertThat(Files.isDirectory(shipped.templates())).isFalse();
        }
    }

    @Test
    void everythingThatIsShippedCanBeReadInsideTheJar() throws IOException {
        Path jar = place.resolve("quire.jar");
        try (Shipped unpacked = Shipped.beside(place);
                FileSystem zip =
                        FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of("create", "true"))) {
            Path shipped = Files.createDirectory(zip.getPath("/shipped"));
            copy(unpacked.forms(), shipped.resolve("forms"));
            copy(unpacked.templates(), shipped.resolve("templates"));
            copy(unpacked.samples(), shipped.resolve("samples"));
        }
        try (Shipped packed = Shipped.with(place, jar)) {
            Forms forms = Forms.load(packed.forms());
            assertThat(forms.list()).isNotEmpty();
            assertThat(TemplateLint.check(TemplateShelf.open(packed.templates()), forms))
                    .noneMatch(Finding::isError);
            Programmes programmes = Programmes.load(packed.forms().resolve("programmes"), forms);
            assertThat(Cohort.load(packed.samples(), forms, programmes).portfolios())
                    .isNotEmpty();
        }
    }

    @Test
    void prefersTheFolderItWasStartedIn() throws IOException {
        Path program = program(place.resolve("classes"));
        Files.writeString(Files.createDirectory(place.resolve("forms")).resolve("a.yaml"), "own");
        try (Shipped shipped = Shipped.with(place, program)) {
            assertThat(shipped.forms().resolve("a.yaml")).hasContent("own");
            assertThat(shipped.samples()).isEqualTo(program.resolve("shipped/samples"));
        }
    }

    @Test
    void knowsWhereThisProgramStands() {
        try (Shipped shipped = Shipped.beside(place)) {
            assertThat(shipped.forms().getParent()).hasFileName("shipped");
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    private static Path program(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("shipped/forms"));
        Files.writeString(folder.resolve("shipped/forms/a.yaml"), "shipped");
        return folder;
    }
}
