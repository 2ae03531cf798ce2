package quire.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the stories of a cohort are told with.
 *
 * @param samples the folder with the cohort's files
 * @param doors the front doors of the record
 * @param cast who is who in it
 */
record World(Cohort cohort, Path samples, Doors doors, Cast cast) {

    /** The content of a file of the evidence. */
    byte[] evidence(String name) {
        return bytes(samples.resolve("evidence").resolve(name));
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the sample " + file, e);
        }
    }
}
