package quire.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;

/** Writes a result so that there is never half a file: beside its place first, then moved over it. */
final class OutputFile {

    private OutputFile() {}

    /** @throws Problem if it cannot be written; what stood there before stands there still */
    static void write(Path file, byte[] content) {
        refuseHopeless(file);
        // Not a temporary file of the platform's making, which nobody but its owner could read afterwards.
        Path half = file.toAbsolutePath().resolveSibling(".quire-" + UUID.randomUUID() + ".part");
        try {
            try {
                Files.write(half, content, StandardOpenOption.CREATE_NEW);
                Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(half);
            }
        } catch (IOException e) {
            throw cannot(file, "The disk may be full, or the folder closed to you")
                    .because(e);
        }
    }

    /** Says at once, before any work, what would make the writing fail in the end. */
    static void refuseHopeless(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
            throw cannot(file, "There is a folder of that name");
        } else if (folder == null || !Files.isDirectory(folder)) {
            throw cannot(file, "The folder it should stand in is missing");
        }
    }

    private static Problem cannot(Path file, String why) {
        return Problem.badInput(
                Finding.error("output", "Cannot write " + file + ". " + why + ".", Place.inFile(file.toString())));
    }
}
