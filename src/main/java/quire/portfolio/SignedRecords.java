package quire.portfolio;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;
import quire.core.Json;
import quire.core.MediaType;
import quire.forms.Form;
import quire.people.Actor;
import quire.store.Database;
import quire.store.Transaction;
import quire.trail.Trail;

/** What all who sign a paper had signed, and the files that were made of it. May be shared between threads. */
public final class SignedRecords {

    private final Database database;
    private final KeptDocuments kept;
    private final Trail trail;

    SignedRecords(Database database, KeptDocuments kept) {
        this.database = database;
        this.kept = kept;
        this.trail = new Trail(database);
    }

    /** All of a document, the first one first; none if not all have ever signed it. */
    public List<SignedRecord> of(String document) {
        return database.read(tx -> SignedRecordStore.of(tx, document));
    }

    /** What all had signed last. */
    public Optional<SignedRecord> newest(String document) {
        List<SignedRecord> all = of(document);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    public Optional<SignedRecord> find(String document, int number) {
        return database.read(tx -> SignedRecordStore.find(tx, document, number));
    }

    /**
     * Those that are known by a short hash.
     *
     * @param mark of anybody's making, without spaces
     */
    public List<SignedRecord> marked(String mark) {
        return database.read(tx -> SignedRecordStore.marked(tx, mark));
    }

    /** Those of which some file was not made yet, the oldest first. */
    public List<SignedRecord> unprinted(int most) {
        return database.read(tx -> SignedRecordStore.unprinted(tx, most));
    }

    /** What stands on the paper of a signed record, held against every digest on the way. */
    public SignedPaper paper(SignedRecord record) {
        return database.read(tx -> paper(tx, record));
    }

    private SignedPaper paper(Transaction tx, SignedRecord record) {
        mustBe(Digest.of(record.json()).equals(record.digest()), record);
        Document document = kept.get(tx, record.document());
        Map<String, Signature> signatures = SignatureStore.of(tx, record.document()).stream()
                .collect(Collectors.toMap(Signature::id, Function.identity()));
        Map<String, @Nullable Object> content = record.content();
        List<Signature> standing = signatures(content.get("signatures"), signatures, Sealing::signature, record);
        List<Signature> superseded = signatures(content.get("superseded"), signatures, Sealing::superseded, record);
        List<Snapshot> snapshots =
                standing.stream().map(one -> snapshot(tx, one, record)).toList();
        FrozenAnswers frozen = FrozenAnswers.of(snapshots)
                .with(content.get("unsigned") instanceof Map<?, ?> map ? Json.asObject(map) : Map.of());
        Form form = document.form();
        Map<String, String> recorded = new LinkedHashMap<>();
        snapshots.forEach(one -> recorded.putAll(one.recorded()));
        return new SignedPaper(
                record,
                form,
                document.numberInSeries(),
                RecordedWords.printed(form, frozen.answers(), recorded),
                frozen.sections().keySet(),
                snapshots.get(snapshots.size() - 1).templates(),
                standing,
                superseded);
    }

    private static List<Signature> signatures(
            @Nullable Object list,
            Map<String, Signature> kept,
            Function<Signature, Map<String, @Nullable Object>> written,
            SignedRecord record) {
        return (list instanceof List<?> all ? all : List.of())
                .stream()
                        .map(one -> {
                            Map<?, ?> sealed = one instanceof Map<?, ?> map ? map : Map.of();
                            Signature signature = kept.get(String.valueOf(sealed.get("id")));
                            mustBe(
                                    signature != null
                                            && Json.canonical(written.apply(signature))
                                                    .equals(Json.canonical(sealed)),
                                    record);
                            return signature;
                        })
                        .toList();
    }

    private static Snapshot snapshot(Transaction tx, Signature signature, SignedRecord record) {
        Snapshot snapshot = SignatureStore.snapshot(tx, signature.id());
        mustBe(snapshot.digest().equals(signature.digest()), record);
        return snapshot;
    }

    private static void mustBe(boolean unchanged, SignedRecord record) {
        if (!unchanged) {
            throw new IllegalStateException("The signed record " + record.mark() + " was changed in the database");
        }
    }

    /** The file of a signed record. */
    public Optional<Rendition> rendition(SignedRecord record, MediaType type) {
        return database.read(tx -> SignedRecordStore.rendition(tx, record.document(), record.number(), type));
    }

    /** The renditions that have exactly these bytes. */
    public List<Rendition> renditions(Digest digest) {
        return database.read(tx -> SignedRecordStore.renditions(tx, digest));
    }

    /**
     * Keeps which file was made of a signed record.
     *
     * @param rendition its bytes are kept already
     * @return the one that is handed out: what somebody else has kept meanwhile, if they were quicker
     */
    public Rendition keep(Rendition rendition) {
        return database.write(tx -> {
            String document = rendition.document();
            if (SignedRecordStore.insert(tx, rendition)) {
                trail.add(
                        tx,
                        Actor.SYSTEM
                                .did("rendition.made", "document", document)
                                .in(kept.get(tx, document).portfolio())
                                .with("record", rendition.number())
                                .with("type", rendition.type().extension())
                                .with("digest", rendition.digest().hex()),
                        rendition.made());
            }
            return SignedRecordStore.rendition(tx, document, rendition.number(), rendition.type())
                    .orElse(rendition);
        });
    }

    /** Keeps the signed records of papers that all had signed before there were any. */
    public void sealEarlier(Instant now) {
        Set<String> earlier = database.read(tx -> new TreeSet<>(SignedRecordStore.unsealed(tx)));
        earlier.forEach(document -> database.run(tx -> sealEarlier(tx, document, now)));
    }

    private void sealEarlier(Transaction tx, String id, Instant now) {
        boolean held = DocumentStore.findHeld(tx, id).isPresent();
        Document document = kept.get(tx, id);
        List<Signature> signatures = SignatureStore.of(tx, id);
        if (held && document.isClosed() && signatures.stream().anyMatch(Signature::stands)) {
            SignedRecord record = Sealing.seal(tx, document, signatures);
            trail.add(
                    tx,
                    Actor.SYSTEM
                            .did("document.sealed", "document", id)
                            .in(document.portfolio())
                            .with("record", record.number())
                            .with("digest", record.digest().hex()),
                    now);
        }
    }
}
