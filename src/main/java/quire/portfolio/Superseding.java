package quire.portfolio;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import quire.forms.Form;
import quire.forms.SignOffStep;
import quire.store.Transaction;

/** A signature ends to stand in the moment in which anything that it stands for is another. */
record Superseding(Transaction tx, Act act) {

    /**
     * Looks whether what was signed is still the same.
     *
     * @param document held, as it is after a change
     * @return the document with its sections as they stand then
     */
    Document after(Document document) {
        List<Signature> standing = standing(document.id());
        if (standing.isEmpty()) {
            return document;
        }
        List<EvidenceFile> files = EvidenceStore.ofDocument(tx, document.id());
        List<Signature> changed = standing.stream()
                .filter(signature -> !SignatureStore.snapshot(tx, signature.id())
                        .again(document, step(document.form(), signature), signature, files)
                        .digest()
                        .equals(signature.digest()))
                .toList();
        changed.forEach(signature -> supersede(document.portfolio(), signature));
        return changed.isEmpty() ? document : unsigned(document, standing(document.id()));
    }

    /** The sections that some signature stands for. */
    static Set<String> covered(Form form, List<Signature> standing) {
        return standing.stream()
                .flatMap(signature -> step(form, signature).covers().stream())
                .collect(Collectors.toSet());
    }

    private Document unsigned(Document document, List<Signature> standing) {
        Set<String> covered = covered(document.form(), standing);
        Document after = document;
        for (String section : document.states().keySet()) {
            if (document.state(section) == SectionState.SIGNED && !covered.contains(section)) {
                DocumentStore.setState(tx, document.id(), section, SectionState.COMPLETED, act.now());
                after = after.turned(section, SectionState.COMPLETED);
            }
        }
        return after;
    }

    private void supersede(@Nullable String portfolio, Signature signature) {
        SignatureStore.supersede(tx, signature.id(), act.now());
        act.note(
                tx,
                act.actor()
                        .did("signature.superseded", "signature", signature.id())
                        .in(portfolio)
                        .with("document", signature.document())
                        .with("step", signature.step())
                        .with("digest", signature.digest().hex()));
    }

    private List<Signature> standing(String document) {
        return SignatureStore.of(tx, document).stream()
                .filter(Signature::stands)
                .toList();
    }

    /** The step that a signature was given for: its place begins with the number of it in the form. */
    static SignOffStep step(Form form, Signature signature) {
        return form.signOff().get(SignOff.index(signature.place()));
    }
}
