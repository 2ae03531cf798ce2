package quire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    private static Path program(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("shipped/forms"));
        Files.writeString(folder.resolve("shipped/forms/a.yaml"), "shipped");
        return folder;
    }
}
