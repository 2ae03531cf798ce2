package quire.portfolio;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import quire.core.Digest;
import quire.core.Problem;
import quire.forms.Form;
import quire.forms.FormReader;
import quire.store.Transaction;

/** The forms that documents were started with, read from the record once each. */
final class PinnedForms {

    private final Map<Digest, Form> read = new ConcurrentHashMap<>();

    /** Takes note of a form that is at hand, so that it need not be read from the record; its digest. */
    Digest know(Form form) {
        // To look for it is quick; to write out a whole form for its digest is not.
        return read.entrySet().stream()
                .filter(known -> known.getValue().equals(form))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> {
                    Digest digest = form.digest();
                    read.putIfAbsent(digest, form);
                    return digest;
                });
    }

    Form get(Transaction tx, Digest digest) {
        return read.computeIfAbsent(digest, wanted -> read(DocumentStore.canonicalForm(tx, wanted), wanted));
    }

    private static Form read(String canonical, Digest digest) {
        if (!Digest.of(canonical).equals(digest)) {
            throw new IllegalStateException("The stored form " + digest.brief() + " was changed in the database");
        }
        try {
            return FormReader.read(canonical, "The stored form " + digest.brief())
                    .orThrow();
        } catch (Problem e) {
            // It was a good form when it was stored, so nobody outside can mend this.
            throw new IllegalStateException("The stored form " + digest.brief() + " cannot be read any more", e);
        }
    }
}
