package quire.portfolio;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import quire.core.Json;
import quire.store.Database;
import quire.store.Transaction;

/**
 * Whether the papers of a portfolio are what their history and their signatures say: every revision adds up to its digest, and
 * every signature that stands stands for what the paper says now. May be shared between threads.
 */
public final class RecordProof {

    private final Database database;
    private final Documents documents;

    public RecordProof(Database database, Documents documents) {
        this.database = database;
        this.documents = documents;
    }

    /** The first thing that is wrong, as the end of a sentence; empty where nothing is. */
    public Optional<String> fault(String portfolio) {
        return database.read(tx -> documents.ofPortfolio(portfolio).stream()
                .flatMap(summary -> fault(tx, summary).stream())
                .findFirst());
    }

    private Optional<String> fault(Transaction tx, Summary summary) {
        Document document = documents.get(summary.id());
        String title = "“" + document.title() + "”";
        if (!addsUp(tx, document)) {
            return Optional.of("the history of " + title + " does not add up to what it says");
        } else if (summary.progress() != Progress.of(document)) {
            return Optional.of(title + " is not as far as it says");
        }
        return standsForOther(tx, document)
                ? Optional.of("a signature on " + title + " stands for something else than it says")
                : Optional.empty();
    }

    private static boolean addsUp(Transaction tx, Document document) {
        List<Revision> revisions = RevisionStore.upTo(tx, document.id(), Integer.MAX_VALUE);
        Map<String, @Nullable Object> answers = new TreeMap<>();
        int number = 0;
        for (Revision revision : revisions) {
            answers = AnswerMerge.applied(answers, revision.changes());
            if (revision.number() != ++number || !History.digest(answers).equals(revision.answersDigest())) {
                return false;
            }
        }
        return number == document.revision() && Json.canonical(answers).equals(Json.canonical(document.answers()));
    }

    private static boolean standsForOther(Transaction tx, Document document) {
        List<EvidenceFile> files = EvidenceStore.ofDocument(tx, document.id());
        return SignatureStore.of(tx, document.id()).stream()
                .filter(Signature::stands)
                .anyMatch(signature -> !SignatureStore.snapshot(tx, signature.id())
                        .again(document, Superseding.step(document.form(), signature), signature, files)
                        .digest()
                        .equals(signature.digest()));
    }
}
