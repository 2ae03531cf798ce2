package quire.portfolio;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;
import quire.core.Json;
import quire.core.Problem;
import quire.store.Database;
import quire.store.Transaction;
import quire.trail.Recorded;

/** Holds signatures against the entries of the trail that tell of them, and against what they stand for. */
final class SignatureCheck {

    private final Database database;
    private final KeptDocuments kept;
    private final Map<String, Instant> superseded = new HashMap<>();

    SignatureCheck(Database database, KeptDocuments kept) {
        this.database = database;
        this.kept = kept;
    }

    /** Takes note that a signature stands no more. */
    Optional<String> note(Recorded entry) {
        superseded.put(entry.entry().subject(), entry.at());
        return Optional.empty();
    }

    /** What is wrong with the signature that an entry tells of. */
    Optional<String> wrong(Recorded entry) {
        String id = entry.entry().subject();
        if (entry.entry().details().get("superseded_at") instanceof String moment) {
            superseded.put(id, Instant.parse(moment));
        }
        return database.read(tx -> {
            Optional<Signature> found = SignatureStore.find(tx, id);
            if (found.isEmpty()) {
                return Optional.of("The signature " + id + " is missing.");
            }
            String wrong = wrong(tx, found.get(), entry);
            return Optional.ofNullable(wrong).map(what -> "The signature " + id + what);
        });
    }

    private @Nullable String wrong(Transaction tx, Signature signature, Recorded entry) {
        Snapshot snapshot = SignatureStore.snapshot(tx, signature.id());
        if (!Json.canonical(told(entry)).equals(Json.canonical(kept(signature)))) {
            return " is not the one that was given.";
        } else if (!snapshot.digest().equals(signature.digest())) {
            return " does not hold what was signed any more.";
        } else if (!names(snapshot, signature)) {
            return " is in another name, role or paper than what was signed.";
        } else if (!Objects.equals(superseded.get(signature.id()), millis(signature.superseded()))) {
            return signature.stands()
                    ? " stands again, after it stood no more."
                    : " stands no more, and nobody has changed anything.";
        }
        return signature.stands() ? changed(tx, signature, snapshot) : null;
    }

    private static Map<String, @Nullable Object> told(Recorded entry) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        Map<String, @Nullable Object> details = entry.entry().details();
        // Of one that was given elsewhere the entry tells who gave it there, and when.
        told.put("at", details.getOrDefault("at", entry.at().toString()));
        told.put("by", details.getOrDefault("by", entry.entry().actor()));
        for (String detail : List.of("deputy_of", "document", "step", "role", "proof", "digest")) {
            told.put(detail, entry.entry().details().get(detail));
        }
        return told;
    }

    private static Map<String, @Nullable Object> kept(Signature signature) {
        Map<String, @Nullable Object> kept = new LinkedHashMap<>();
        kept.put("at", signature.at().truncatedTo(ChronoUnit.MILLIS).toString());
        kept.put("by", signature.by());
        kept.put("deputy_of", signature.deputyOf());
        kept.put("document", signature.document());
        kept.put("step", signature.step());
        kept.put("role", signature.role());
        kept.put("proof", signature.proof());
        kept.put("digest", signature.digest().hex());
        return kept;
    }

    private static boolean names(Snapshot snapshot, Signature signature) {
        Map<String, @Nullable Object> content = snapshot.content();
        return signature.name().equals(content.get("name"))
                && signature.role().equals(content.get("role"))
                && signature.by().equals(content.get("signer"))
                && signature.document().equals(content.get("document"))
                && Objects.equals(signature.deputyOf(), content.get("deputy_of"));
    }

    /** What the paper says today must be what a standing signature stands for, and what its saves have made of it. */
    private @Nullable String changed(Transaction tx, Signature signature, Snapshot snapshot) {
        String paper = "the paper " + signature.document();
        try {
            Document document = kept.get(tx, signature.document());
            if (!today(tx, document, signature, snapshot).equals(signature.digest())) {
                return " stands, but the answers of " + paper + " are not those that were signed.";
            }
            Digest saved = History.digest(History.answers(RevisionStore.upTo(tx, document.id(), document.revision())));
            return saved.equals(History.digest(document.answers()))
                    ? null
                    : " stands, but the saves of " + paper + " do not lead to its answers.";
        } catch (IllegalStateException | Problem unreadable) {
            return " stands, but " + paper + " or one of its saves cannot be read as it was kept.";
        }
    }

    private static Digest today(Transaction tx, Document document, Signature signature, Snapshot snapshot) {
        return snapshot.again(
                        document,
                        Superseding.step(document.form(), signature),
                        signature,
                        EvidenceStore.ofDocument(tx, document.id()))
                .digest();
    }

    private static @Nullable Instant millis(@Nullable Instant moment) {
        return moment == null ? null : moment.truncatedTo(ChronoUnit.MILLIS);
    }
}
