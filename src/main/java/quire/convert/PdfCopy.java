package quire.convert;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import quire.convert.PdfObjects.Stored;
import quire.convert.PdfSyntax.Reference;

/**
 * Writes a PDF file anew, with its objects changed, and without every object that nothing points to any more; what was
 * taken out is so nowhere in the copy. Streams are copied as they lie, still packed.
 */
final class PdfCopy {

    /** Objects come out of their packing larger; more than this no honest file of 25 MB does. */
    private static final long MOST_WRITTEN = 2L * Uploads.MAX_BYTES;

    /** What is written is put by in pieces, because an array that grows needs twice its room. */
    private static final int PIECE = 1_000_000;

    private final PdfObjects objects;
    private final Changes changes;
    private final Content.Draft draft;
    /** The new number of each object that is kept, by its old one. */
    private final Map<Integer, Integer> numbers = new HashMap<>();

    private final List<Long> offsets = new ArrayList<>();
    private ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private long at;

    /** What a copy has that the file has not. */
    interface Changes {

        /** An object as the copy is to have it; asked for twice, and to be the same both times. */
        Object changed(Stored stored);

        /** Objects that are new, with numbers that the file does not use. */
        List<New> added();

        /** Whether the copy tells title, author and dates as the file does. */
        boolean keepsInformation();
    }

    /** An object of the copy alone: a stream, unless there is no content. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record New(int number, Map<String, Object> dictionary, byte[] content) {}

    private PdfCopy(byte[] file, PdfObjects objects, Changes changes) {
        this.objects = objects;
        this.changes = changes;
        this.draft = new Content.Draft(file);
    }

    /** The file with these changes. */
    static Content with(Changes changes, byte[] file, PdfObjects objects) {
        return new PdfCopy(file, objects, changes).write();
    }

    /** The file as it came if there is nothing in it to take out, not even in what is no longer used. */
    static Cleaned of(byte[] file, PdfObjects objects) {
        PdfActions looking = new PdfActions(objects::resolve);
        objects.each(stored -> looking.without(stored.value()));
        if (looking.removed().isEmpty()) {
            return Cleaned.asItCame(file);
        }
        Set<Removal> removed = EnumSet.copyOf(looking.removed());
        if (looking.hasSignature()) {
            removed.add(Removal.SEAL);
        }
        return new Cleaned(with(new Cleaning(new PdfActions(objects::resolve)), file, objects), removed);
    }

    /** Takes out what runs, and signatures, which do not hold for a copy. */
    private record Cleaning(PdfActions actions) implements Changes {

        @Override
        public Object changed(Stored stored) {
            Object value = actions.without(stored.value());
            return value instanceof Map<?, ?> dictionary && dictionary.containsKey("ByteRange") ? Map.of() : value;
        }

        @Override
        public List<New> added() {
            return List.of();
        }

        @Override
        public boolean keepsInformation() {
            return true;
        }
    }

    private Content write() {
        number(links());
        offsets.addAll(Collections.nCopies(numbers.size(), 0L));
        write("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n");
        objects.each(stored -> {
            Integer number = stored.isLatest() ? numbers.get(stored.number()) : null;
            if (number != null) {
                write(number, stored);
            }
        });
        changes.added().stream()
                .filter(one -> numbers.containsKey(one.number()))
                .forEach(this::write);
        end();
        flush();
        return draft.done();
    }

    /** What the last version of each object points to; objects themselves are not kept, there may be very many. */
    private Map<Integer, int[]> links() {
        Map<Integer, int[]> links = new HashMap<>();
        objects.each(stored -> {
            if (stored.isLatest()) {
                links.put(stored.number(), links(changes.changed(stored)));
            }
        });
        changes.added().forEach(one -> links.put(one.number(), links(one.dictionary())));
        return links;
    }

    private static int[] links(Object value) {
        IntStream.Builder found = IntStream.builder();
        PdfText.of(value, number -> {
            found.add(number);
            return 0;
        });
        return found.build().distinct().toArray();
    }

    private void number(Map<Integer, int[]> links) {
        Deque<Integer> ahead = new ArrayDeque<>();
        for (Object first :
                changes.keepsInformation() ? List.of(objects.root(), objects.information()) : List.of(objects.root())) {
            if (first instanceof Reference reference) {
                ahead.push(reference.number());
            }
        }
        while (!ahead.isEmpty()) {
            int next = ahead.pop();
            int[] further = links.get(next);
            if (further != null && numbers.putIfAbsent(next, numbers.size() + 1) == null) {
                Arrays.stream(further)
                        .filter(number -> !numbers.containsKey(number))
                        .forEach(ahead::push);
            }
        }
    }

    private void write(int number, Stored stored) {
        offsets.set(number - 1, at);
        write(number + " 0 obj\n");
        if (stored.from() < 0) {
            write(text(changes.changed(stored)));
        } else {
            writeStream(stored);
        }
        write("\nendobj\n");
    }

    private void writeStream(Stored stored) {
        Map<Object, Object> dictionary = new LinkedHashMap<>((Map<?, ?>) changes.changed(stored));
        dictionary.put("Length", (long) stored.to() - stored.from());
        write(text(dictionary) + "\nstream\n");
        flush();
        draft.keep(stored.from(), stored.to());
        at += stored.to() - stored.from();
        write("\nendstream");
    }

    private void write(New one) {
        int number = numbers.getOrDefault(one.number(), 0);
        offsets.set(number - 1, at);
        write(number + " 0 obj\n");
        if (one.content().length == 0) {
            write(text(one.dictionary()));
        } else {
            Map<Object, Object> dictionary = new LinkedHashMap<>(one.dictionary());
            dictionary.put("Length", (long) one.content().length);
            write(text(dictionary) + "\nstream\n" + Bytes.text(one.content(), 0, one.content().length) + "\nendstream");
        }
        write("\nendobj\n");
    }

    private void end() {
        long table = at;
        int size = offsets.size() + 1;
        write("xref\n0 " + size + "\n0000000000 65535 f \n");
        offsets.forEach(offset -> write("%010d 00000 n \n".formatted(offset)));
        Map<String, Object> trailer = new LinkedHashMap<>();
        trailer.put("Size", (long) size);
        trailer.put("Root", objects.root());
        if (changes.keepsInformation()) {
            trailer.put("Info", objects.information());
        }
        write("trailer\n" + text(trailer) + "\nstartxref\n" + table + "\n%%EOF\n");
    }

    private String text(Object value) {
        return PdfText.of(value, number -> numbers.getOrDefault(number, 0));
    }

    private void write(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        at += bytes.length;
        if (at > MOST_WRITTEN) {
            throw Refusal.BOMB.problem("Far more comes out of it than a document holds. " + Advice.PRINT);
        }
        pending.write(bytes, 0, bytes.length);
        if (pending.size() > PIECE) {
            flush();
        }
    }

    private void flush() {
        draft.add(pending.toByteArray());
        pending = new ByteArrayOutputStream();
    }
}
