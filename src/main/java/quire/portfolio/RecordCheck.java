package quire.portfolio;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;
import quire.core.MediaType;
import quire.core.Problem;
import quire.store.Database;
import quire.store.Transaction;
import quire.trail.Recorded;
import quire.trail.Sought;
import quire.trail.Trail;

/**
 * Holds everything that was signed against the trail and against its own hashes: signatures, what they stand for, what the
 * papers say today, signed records and the bytes of their files. Whoever changes one of these in the database would have to
 * change the trail too, which {@link Trail#verify} finds. For one look on one thread.
 */
public final class RecordCheck {

    private static final int PAGE = 500;

    private final Database database;
    private final SignedRecords records;
    private final SignatureCheck signatures;
    private final Trail trail;
    private final Set<String> told = new HashSet<>();
    private RecordVerdict.@Nullable Fault first;

    RecordCheck(Database database, KeptDocuments kept) {
        this.database = database;
        this.records = new SignedRecords(database, kept);
        this.signatures = new SignatureCheck(database, kept);
        this.trail = new Trail(database);
    }

    /** Looks at everything; what is done meanwhile is for the next time. */
    public RecordVerdict verify() {
        long before = trail.head().seq();
        each(before, "signature.superseded", signatures::note);
        long given = each(before, "signature.given", entry -> tell(entry.entry().subject(), signatures.wrong(entry)));
        given += each(before, "signature.arrived", entry -> tell(entry.entry().subject(), signatures.wrong(entry)));
        long sealed =
                each(before, "document.signed", this::wrongRecord) + each(before, "document.sealed", this::wrongRecord);
        long files = each(before, "rendition.made", this::wrongFile);
        if (first == null) {
            database.read(this::untold).ifPresent(sentence -> first = new RecordVerdict.Fault(0, sentence));
        }
        return new RecordVerdict(given, sealed, files, first);
    }

    /** Shows every entry of an action to somebody who says what is wrong with it; how many were right. */
    private long each(long last, String action, Function<Recorded, Optional<String>> judge) {
        long right = 0;
        long before = last + 1;
        for (List<Recorded> page = page(action, before); !page.isEmpty(); page = page(action, before)) {
            for (Recorded entry : page) {
                Optional<String> wrong = judged(judge, entry);
                wrong.ifPresent(sentence -> found(entry.seq(), sentence));
                right += wrong.isEmpty() ? 1 : 0;
                before = entry.seq();
            }
        }
        return right;
    }

    /** What somebody has written over a row may be nothing that a row can hold. */
    private static Optional<String> judged(Function<Recorded, Optional<String>> judge, Recorded entry) {
        try {
            return judge.apply(entry);
        } catch (IllegalArgumentException | IllegalStateException unreadable) {
            return Optional.of("What this entry tells of cannot be read any more.");
        }
    }

    private List<Recorded> page(String action, long before) {
        return trail.list(Sought.ALL.action(action), before, PAGE);
    }

    private void found(long seq, String sentence) {
        if (first == null || seq < first.seq()) {
            first = new RecordVerdict.Fault(seq, sentence);
        }
    }

    private Optional<String> tell(String what, Optional<String> wrong) {
        told.add(what);
        return wrong;
    }

    private Optional<String> wrongRecord(Recorded entry) {
        String document = entry.entry().subject();
        Object number = entry.entry().details().get("record");
        if (number == null) {
            // Written before there were signed records.
            return Optional.empty();
        }
        told.add(record(document, number));
        Optional<SignedRecord> found = records.find(document, Integer.parseInt(number.toString()));
        if (found.isEmpty()) {
            return Optional.of("The signed record " + number + " of the paper " + document + " is missing.");
        }
        boolean same = found.get().digest().hex().equals(entry.entry().details().get("digest"));
        return same && isWhole(found.get())
                ? Optional.empty()
                : Optional.of("The signed record " + number + " of the paper " + document
                        + " is not what it was when all had signed.");
    }

    private boolean isWhole(SignedRecord record) {
        try {
            records.paper(record);
            return true;
        } catch (IllegalStateException | Problem changed) {
            return false;
        }
    }

    private Optional<String> wrongFile(Recorded entry) {
        String document = entry.entry().subject();
        String number = String.valueOf(entry.entry().details().get("record"));
        String kind = String.valueOf(entry.entry().details().get("type"));
        told.add(file(document, number, kind));
        Optional<Rendition> found = records.find(document, Integer.parseInt(number)).stream()
                .flatMap(record -> List.of(MediaType.values()).stream()
                        .filter(type -> type.extension().equals(kind))
                        .flatMap(type -> records.rendition(record, type).stream()))
                .findFirst();
        String name = "The " + kind + " file of the signed record " + number + " of the paper " + document;
        if (found.isEmpty()) {
            return Optional.of(name + " is missing.");
        }
        Digest digest = found.get().digest();
        return digest.hex().equals(entry.entry().details().get("digest")) && areTheBytes(digest)
                ? Optional.empty()
                : Optional.of(name + " is not the one that was made.");
    }

    private boolean areTheBytes(Digest digest) {
        try (InputStream content = database.blobs().open(digest)) {
            content.transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (IOException | UncheckedIOException | Problem e) {
            return false;
        }
    }

    /** The first of what is kept that no entry tells of. */
    private Optional<String> untold(Transaction tx) {
        return untold(SignatureStore.ids(tx), "signature")
                .or(() -> untold(SignedRecordStore.keys(tx, RecordCheck::record), "signed record"))
                .or(() -> untold(SignedRecordStore.files(tx, RecordCheck::file), "file of a signed record"));
    }

    private Optional<String> untold(List<String> kept, String what) {
        return kept.stream()
                .filter(one -> !told.contains(one))
                .findFirst()
                .map(one -> "The trail does not tell of the " + what + " " + one + ".");
    }

    private static String record(String document, Object number) {
        return document + "/" + number;
    }

    private static String file(String document, Object number, String kind) {
        return document + "/" + number + "." + kind;
    }
}
