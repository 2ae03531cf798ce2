package quire.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import quire.convert.PdfSyntax.Name;
import quire.convert.PdfSyntax.Reference;
import quire.convert.PdfSyntax.Word;

/**
 * The objects of a PDF file, found by reading it from its beginning to its end rather than by its own table of contents: a
 * table that is damaged, or that lies, changes nothing. Streams are stepped over; of those that hold packed objects only the
 * ones are unpacked that are asked for, and the list at the head of each.
 */
final class PdfObjects {

    /**
     * One object of the file.
     *
     * @param isLatest whether no later object has the same number
     * @param value as {@link PdfSyntax#next()} gives it
     * @param from where the bytes of its stream begin; -1 if it is none
     * @param to where they end
     */
    record Stored(int number, boolean isLatest, Object value, int from, int to) {}

    private static final Word NULL = new Word("null");
    private static final Word STREAM = new Word("stream");
    private static final String END_OF_STREAM = "endstream";

    private final byte[] file;
    private final Work work;
    private final @Nullable PdfObjects earlier;
    private final PdfPlaces places = new PdfPlaces();
    private final List<PackedObjects> packed = new ArrayList<>();
    private boolean hasTrailer;
    private boolean isEncrypted;
    private boolean isCutShort;
    private boolean hasMarkup;
    private boolean hasLengthsElsewhere;
    private boolean hidesObjects;
    private Object root = NULL;
    private Object information = NULL;
    private int atHand = -1;
    private byte[] bytesAtHand = new byte[0];

    private PdfObjects(byte[] file, Work work, @Nullable PdfObjects earlier) {
        this.file = file;
        this.work = work;
        this.earlier = earlier;
    }

    /** @param from where the file says that it is a PDF */
    static PdfObjects read(byte[] file, int from, Work work) {
        PdfObjects objects = new PdfObjects(file, work, null);
        objects.scan(from);
        if (!objects.hasLengthsElsewhere) {
            return objects;
        }
        // How long a stream is may be said behind it; only now can a stream that holds another PDF be stepped over
        // whole.
        PdfObjects again = new PdfObjects(file, work, objects);
        again.scan(from);
        return again;
    }

    /** Whether anything ends such a file as it should: a table of contents and a complete last object. */
    boolean isWhole() {
        return hasTrailer && !isCutShort;
    }

    boolean isEncrypted() {
        return isEncrypted;
    }

    /** Whether there is HTML between its objects. */
    boolean hasMarkup() {
        return hasMarkup;
    }

    /** Whether it packs objects in a way that we do not unpack, or that cannot be unpacked. */
    boolean hidesObjects() {
        return hidesObjects;
    }

    /** What points to the object that leads to all others. */
    Object root() {
        return root;
    }

    /** What points to the title and the author. */
    Object information() {
        return information;
    }

    /**
     * Shows every object, older versions included, in the order in which they lie in the file.
     *
     * @throws quire.core.Problem if one is larger or more nested than any program writes
     */
    void each(Consumer<Stored> viewer) {
        int[] numbers = places.numbers();
        for (int turn = 0; turn < numbers.length; turn++) {
            long place = places.place(turn);
            viewer.accept(stored(numbers[turn], place, places.find(numbers[turn]) == place));
        }
    }

    private Stored stored(int number, long place, boolean isLatest) {
        PdfSyntax syntax = at(place);
        Object value = syntax.next();
        boolean isStream =
                place >> 32 == 0 && value instanceof Map<?, ?> && syntax.next().equals(STREAM);
        int from = isStream ? startOfStream(syntax) : -1;
        int to = isStream ? endOfStream(((Map<?, ?>) value).get("Length"), from) : -1;
        if (syntax.leftSomethingOut() || to < from) {
            throw Refusal.DAMAGED.problem("A part of it is not as any program writes it. " + Advice.PRINT);
        }
        return new Stored(number, isLatest, value, from, to);
    }

    /** The object that is meant: itself, or what it points to; {@code null} as a word if that is not there. */
    Object resolve(@Nullable Object object) {
        if (!(object instanceof Reference reference)) {
            return object == null ? NULL : object;
        }
        long place = places.find(reference.number());
        if (place < 0) {
            return NULL;
        }
        return at(place).next();
    }

    /** The object with its stream; null if that is not there. */
    @Nullable
    Stored find(@Nullable Object object) {
        if (!(object instanceof Reference reference)) {
            return null;
        }
        long place = places.find(reference.number());
        return place < 0 ? null : stored(reference.number(), place, true);
    }

    private PdfSyntax at(long place) {
        int stream = (int) (place >> 32);
        return new PdfSyntax(stream == 0 ? file : unpacked(stream - 1), (int) place, work);
    }

    /** Objects that are asked for together mostly lie together, so the last ones are kept at hand. */
    private byte[] unpacked(int stream) {
        if (stream != atHand) {
            bytesAtHand = packed.get(stream).unpack();
            atHand = stream;
        }
        return bytesAtHand;
    }

    private void scan(int from) {
        PdfSyntax syntax = new PdfSyntax(file, from, work);
        Object number = NULL;
        Object generation = NULL;
        for (Object next = syntax.next(); next != PdfSyntax.END; next = syntax.next()) {
            if (next instanceof Word word) {
                if (word.text().equals("obj") && number instanceof Long known && generation instanceof Long) {
                    object(known, syntax);
                } else if (word.text().equals("trailer")) {
                    boolean markup = syntax.sawMarkup();
                    trailer(syntax.next());
                    syntax.sawMarkup(markup);
                }
            }
            number = generation;
            generation = next;
        }
        hasMarkup = syntax.sawMarkup();
    }

    private void object(long number, PdfSyntax syntax) {
        boolean markup = syntax.sawMarkup();
        places.add(number, syntax.position());
        Object value = syntax.next();
        int behind = syntax.position();
        Object next = syntax.next();
        if (next.equals(STREAM) && value instanceof Map<?, ?> dictionary) {
            stream(dictionary, syntax);
        } else if (next == PdfSyntax.END) {
            isCutShort = true;
        } else {
            syntax.moveTo(behind);
        }
        syntax.sawMarkup(markup);
    }

    private void trailer(Object dictionary) {
        if (dictionary instanceof Map<?, ?> trailer) {
            hasTrailer = true;
            Object encrypt = trailer.get("Encrypt");
            isEncrypted |= encrypt != null && !encrypt.equals(NULL);
            Object leader = trailer.get("Root");
            root = leader == null ? root : leader;
            Object about = trailer.get("Info");
            information = about == null ? information : about;
        }
    }

    private void stream(Map<?, ?> dictionary, PdfSyntax syntax) {
        int start = startOfStream(syntax);
        int end = endOfStream(dictionary.get("Length"), start);
        if (end < 0) {
            isCutShort = true;
            syntax.moveTo(file.length);
            return;
        }
        if (new Name("XRef").equals(dictionary.get("Type"))) {
            trailer(dictionary);
        } else if (PackedObjects.isOne(dictionary)) {
            PackedObjects objects = new PackedObjects(file, dictionary, start, end, work);
            packed.add(objects);
            hidesObjects |= !objects.list((number, at) -> places.add(number, (long) packed.size() << 32 | at));
        }
        syntax.moveTo(end + END_OF_STREAM.length());
    }

    private int startOfStream(PdfSyntax behindTheWord) {
        int start = behindTheWord.position();
        return start + (Bytes.at(file, start, "\r\n") ? 2 : 1);
    }

    /** Where the stream's last word stands; -1 if it has none. */
    private int endOfStream(@Nullable Object length, int start) {
        hasLengthsElsewhere |= length instanceof Reference;
        Object known = earlier == null ? length : earlier.resolve(length);
        if (known instanceof Long bytes && bytes <= file.length - start) {
            int behind = start + bytes.intValue();
            while (Bytes.one(file, behind) == '\r'
                    || Bytes.one(file, behind) == '\n'
                    || Bytes.one(file, behind) == ' ') {
                behind++;
                work.spend(1);
            }
            if (Bytes.at(file, behind, END_OF_STREAM)) {
                return behind;
            }
        }
        int end = Bytes.find(file, END_OF_STREAM, start, file.length);
        work.spend((end < 0 ? file.length : end) - start);
        return end;
    }
}
