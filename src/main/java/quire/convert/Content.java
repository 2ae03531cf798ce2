package quire.convert;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The content of a file, as stretches of the file that came and of new bytes between them. Leaving something out of a
 * large file so costs no second copy of it. May be shared between threads.
 */
public final class Content {

    /** More stretches than any honest file is cut into; keeps a file of a million scraps out of the memory. */
    private static final int MOST_STRETCHES = 50_000;

    private final List<Stretch> stretches;

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Stretch(byte[] bytes, int from, int length) {}

    private Content(List<Stretch> stretches) {
        this.stretches = List.copyOf(stretches);
    }

    /** A file as it came; not copied. */
    static Content of(byte[] file) {
        return new Content(List.of(new Stretch(file, 0, file.length)));
    }

    /** In bytes. */
    public long size() {
        return stretches.stream().mapToLong(Stretch::length).sum();
    }

    /** The content from its beginning, each time anew. */
    public InputStream open() {
        List<InputStream> streams = new ArrayList<>(stretches.size());
        for (Stretch stretch : stretches) {
            streams.add(new ByteArrayInputStream(stretch.bytes(), stretch.from(), stretch.length()));
        }
        return new SequenceInputStream(Collections.enumeration(streams));
    }

    /** The whole content in one piece. */
    public byte[] bytes() {
        try (InputStream all = open()) {
            return all.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot fail to be read", e);
        }
    }

    /** Puts a content together, in order. */
    static final class Draft {

        private final byte[] file;
        private final List<Stretch> stretches = new ArrayList<>();

        /** @param file that the kept stretches are of */
        Draft(byte[] file) {
            this.file = file;
        }

        /** Keeps what stands in the file from here to there. */
        Draft keep(int from, int to) {
            int last = stretches.size() - 1;
            if (last >= 0 && continues(stretches.get(last), from)) {
                Stretch before = stretches.get(last);
                stretches.set(last, new Stretch(file, before.from(), to - before.from()));
            } else {
                add(new Stretch(file, from, to - from));
            }
            return this;
        }

        Draft add(byte[] bytes) {
            add(new Stretch(bytes, 0, bytes.length));
            return this;
        }

        Content done() {
            return new Content(stretches);
        }

        private boolean continues(Stretch before, int from) {
            return before.bytes() == file && before.from() + before.length() == from;
        }

        private void add(Stretch stretch) {
            if (stretches.size() >= MOST_STRETCHES) {
                throw Refusal.DAMAGED.problem(
                        "The file is in more pieces than any program writes. " + Advice.SAVE_AGAIN);
            }
            stretches.add(stretch);
        }
    }
}
