package quire.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The forms, templates and samples that a command works with: those in the folder it was started in, where there are
 * any, and else those that travel with the program, unpacked or inside its jar.
 */
final class Shipped implements AutoCloseable {

    private final Path folder;
    private final Path program;
    private final @Nullable FileSystem jar;
    private final Map<String, Path> named;

    private Shipped(Path folder, Path program, @Nullable FileSystem jar, Map<String, Path> named) {
        this.folder = folder;
        this.program = program;
        this.jar = jar;
        this.named = named;
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
            return new Shipped(folder, program, null, Map.of());
        }
        try {
            FileSystem jar = FileSystems.newFileSystem(program);
            return new Shipped(folder, jar.getPath("/"), jar, Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the program's own file " + program, e);
        }
    }

    /** The same, but for folders that a person has named; to be closed where this one is. */
    Shipped preferring(@Nullable Path forms, @Nullable Path templates) {
        Map<String, Path> chosen = new HashMap<>();
        if (forms != null) {
            chosen.put("forms", forms);
        }
        if (templates != null) {
            chosen.put("templates", templates);
        }
        return new Shipped(folder, program, jar, chosen);
    }

    Path forms() {
        return find("forms");
    }

    Path programmes() {
        return forms().resolve("programmes");
    }

    Path ruleSets() {
        return forms().resolve("rule-sets");
    }

    Path templates() {
        return find("templates");
    }

    Path samples() {
        return find("samples");
    }

    /**
     * Whether forms and templates are the ones packed into the program's jar. Those were held against each other when
     * the jar was built, and nobody can have changed them since.
     */
    boolean isAsBuilt() {
        return jar != null && forms().getFileSystem() == jar && templates().getFileSystem() == jar;
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
        Path chosen = named.get(name);
        if (chosen != null) {
            return chosen;
        }
        Path own = folder.resolve(name);
        return Files.isDirectory(own) ? own : program.resolve("shipped").resolve(name);
    }
}
