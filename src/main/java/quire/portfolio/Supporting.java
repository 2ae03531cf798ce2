package quire.portfolio;

import java.util.Collection;
import quire.core.Problem;
import quire.store.Transaction;

/** Changes which files support which documents. Whoever signs a document signs for its files too. */
record Supporting(Transaction tx, KeptDocuments kept, Act act) {

    /**
     * Changes something about the files of some documents of a portfolio that is held; signatures that stood for the files
     * as they were stand no more.
     *
     * @param documents ids
     * @throws Problem if one of them is signed by all who sign it
     */
    void change(Collection<String> documents, Runnable change) {
        for (String id : documents) {
            Document document = kept.get(tx, id);
            if (document.isClosed()) {
                throw Problem.of(
                        Problem.Kind.CONFLICT,
                        "“" + document.title()
                                + "” is signed together with its files, so no file can be attached to it or"
                                + " taken from it.");
            }
        }
        change.run();
        Superseding superseding = new Superseding(tx, act);
        documents.forEach(id -> DocumentStore.keepProgress(tx, superseding.after(kept.get(tx, id)), act.now()));
    }
}
