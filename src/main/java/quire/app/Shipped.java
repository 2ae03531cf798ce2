package quire.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The forms, templates and samples that a command works with: those in the folder it was started in, where there are
 * any, and else those that travel with the program, unpacked or inside its jar.
 */
final class Shipped implements AutoCloseable {

    private final Path folder;
    private final Path program;
    private final @Nullable FileSystem jar;

    private Shipped(Path folder, Path program, @Nullable FileSystem jar) {
        this.folder = folder;
        this.program = program;
        this.jar = jar;
    }

    /** @param folder the folder the program was started in */
    static Shipped beside(Path folder) {
        URL here = Shipped.class.getProtectionDomain().getCodeSource().getLocation();
        try {
            return with(folder, Path.of(here.toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The program stands at a strange place: " + here, e);
        }
    }

    /** @param program the folder or the jar that holds the program */
    static Shipped with(Path folder, Path program) {
        if (Files.isDirectory(program)) {
            return new Shipped(folder, program, null);
        }
        try {
            FileSystem jar = FileSystems.newFileSystem(program);
            return new Shipped(folder, jar.getPath("/"), jar);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the program's own file " + program, e);
        }
    }

    Path forms() {
        return find("forms");
    }

    Path templates() {
        return find("templates");
    }

    Path samples() {
        return find("samples");
    }

    @Override
    public void close() {
        if (jar != null) {
            try {
                jar.close();
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot close the program's own file", e);
            }
        }
    }

    private Path find(String name) {
        Path own = folder.resolve(name);
        return Files.isDirectory(own) ? own : program.resolve("shipped").resolve(name);
    }
}
