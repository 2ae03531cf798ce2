package quire.portfolio;

import java.util.List;
import java.util.Optional;
import quire.core.Digest;
import quire.core.Problem;
import quire.forms.Form;
import quire.people.Actor;
import quire.store.Transaction;

/** Documents as the record has them, each with the form that it was started with. Shared between threads. */
final class KeptDocuments {

    private final PinnedForms forms = new PinnedForms();

    KeptDocuments(List<Form> published) {
        published.forEach(forms::know);
    }

    /** Takes note of a form that is at hand, so that it need not be read from the record; its digest. */
    Digest know(Form form) {
        return forms.know(form);
    }

    Form form(Transaction tx, Digest digest) {
        return forms.get(tx, digest);
    }

    /** The form that a document had after a revision. */
    Form formAt(Transaction tx, Document document, int revision) {
        return MoveStore.formAt(tx, document.id(), revision)
                .map(digest -> form(tx, digest))
                .orElse(document.form());
    }

    Optional<Document> find(Transaction tx, String id) {
        return DocumentStore.find(tx, id).map(kept -> document(tx, kept));
    }

    /**
     * The document of that id.
     *
     * @throws Problem if there is no such document
     */
    Document get(Transaction tx, String id) {
        return find(tx, id).orElseThrow(KeptDocuments::missing);
    }

    /** The documents of one form in a portfolio, in whatever version, the first one first. */
    List<Document> ofPortfolio(Transaction tx, String portfolio, String form) {
        return ofPortfolio(tx, portfolio).stream()
                .filter(document -> document.form().id().equals(form))
                .toList();
    }

    /** Every document in a portfolio, the first one first. */
    List<Document> ofPortfolio(Transaction tx, String portfolio) {
        return DocumentStore.keptInPortfolio(tx, portfolio).stream()
                .map(one -> document(tx, one))
                .toList();
    }

    /**
     * The document as nobody else can change it until the work ends, for somebody who may know of it. Its portfolio is
     * held first and stays open as long.
     *
     * @throws Problem if there is no such document, or its portfolio is closed
     */
    Document held(Transaction tx, String id, Actor actor) {
        // Where it belongs never changes, so this much may be read before anything is held.
        DocumentStore.portfolio(tx, id).ifPresent(portfolio -> PortfolioStore.holdOpen(tx, portfolio));
        Document document =
                DocumentStore.findHeld(tx, id).map(held -> document(tx, held)).orElseThrow(KeptDocuments::missing);
        if (document.isHiddenFrom(actor.person()) && !actor.equals(Actor.SYSTEM)) {
            throw missing();
        }
        return document;
    }

    private Document document(Transaction tx, DocumentStore.Kept kept) {
        return new Document(
                kept.id(),
                kept.place(),
                form(tx, kept.form()),
                kept.number(),
                kept.created(),
                kept.startedBy(),
                kept.changed(),
                kept.revision(),
                kept.answers(),
                DocumentStore.states(tx, kept.id()),
                ReleaseStore.of(tx, kept.id()));
    }

    private static Problem missing() {
        return Problem.notFound("There is no such document.");
    }
}
