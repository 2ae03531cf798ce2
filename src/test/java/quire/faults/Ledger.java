package quire.faults;

import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/** What the server has told people, and what it has left them in the dark about. Shared between those who write. */
final class Ledger {

    /**
     * Some words on their way into a paper. No two are the same, so that they can be found again.
     *
     * @param key under which they are sent, however often
     */
    record Words(String document, String section, String field, String text, String key, int base) {}

    /** Words that were said to be saved, and as which revision. */
    record Saved(Words words, int revision) {}

    /** Something that was said beside a section. */
    record Said(String document, String text) {}

    /** Somebody put their name to what they were shown. */
    record Signed(String document, String place, String seen) {}

    private final Queue<Saved> saved = new ConcurrentLinkedQueue<>();
    private final Queue<Words> setAside = new ConcurrentLinkedQueue<>();
    private final Queue<Said> said = new ConcurrentLinkedQueue<>();
    private final Queue<Signed> signed = new ConcurrentLinkedQueue<>();
    private final Queue<String> begun = new ConcurrentLinkedQueue<>();
    private final Queue<Words> unknown = new ConcurrentLinkedQueue<>();
    private final Queue<Said> perhapsSaid = new ConcurrentLinkedQueue<>();
    private final Collection<String> touched = ConcurrentHashMap.newKeySet();
    private final Queue<Throwable> wrong = new ConcurrentLinkedQueue<>();
    private final Semaphore acknowledged = new Semaphore(0);

    void saved(Words words, int revision) {
        saved.add(new Saved(words, revision));
        acknowledged.release();
    }

    void setAside(Words words) {
        setAside.add(words);
        acknowledged.release();
    }

    void said(String document, String text) {
        said.add(new Said(document, text));
        acknowledged.release();
    }

    void signed(String document, String place, String seen) {
        signed.add(new Signed(document, place, seen));
        acknowledged.release();
    }

    void begun(String document) {
        begun.add(document);
        touched.add(document);
        acknowledged.release();
    }

    /** No answer came, so it may be there or not. */
    void unknown(Words words) {
        unknown.add(words);
    }

    void perhapsSaid(String document, String text) {
        perhapsSaid.add(new Said(document, text));
    }

    /** A writer was told something that nobody should ever be told. */
    void wrong(Throwable what) {
        wrong.add(what);
        acknowledged.release(1_000);
    }

    void touches(String document) {
        touched.add(document);
    }

    /** Waits until so many more things were acknowledged since the last time. */
    void await(int more) throws InterruptedException {
        acknowledged.drainPermits();
        acknowledged.acquire(more);
    }

    List<Saved> allSaved() {
        return List.copyOf(saved);
    }

    List<Words> allSetAside() {
        return List.copyOf(setAside);
    }

    List<Said> allSaid() {
        return List.copyOf(said);
    }

    List<Signed> allSigned() {
        return List.copyOf(signed);
    }

    List<Said> allPerhapsSaid() {
        return List.copyOf(perhapsSaid);
    }

    List<String> allBegun() {
        return List.copyOf(begun);
    }

    List<Words> allUnknown() {
        return List.copyOf(unknown);
    }

    List<Throwable> allWrong() {
        return List.copyOf(wrong);
    }

    /** The papers that were written in since this was last asked. */
    List<String> takeTouched() {
        List<String> taken = List.copyOf(touched);
        touched.removeAll(taken);
        return taken;
    }
}
