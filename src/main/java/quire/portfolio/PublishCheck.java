package quire.portfolio;

import java.util.ArrayList;
import java.util.List;
import quire.core.Finding;
import quire.core.Place;
import quire.forms.Form;
import quire.forms.FormChange;
import quire.forms.FormChanges;
import quire.forms.InUse;

/**
 * Whether a version of a form may be published beside those before it.
 *
 * @param form the version
 * @param published those before it, the newest last
 * @param use what people have begun on the form
 */
record PublishCheck(Form form, List<Form> published, InUse use) {

    /** What is different from the newest version; nothing where this is the first. */
    List<FormChange> changes() {
        return published.isEmpty() ? List.of() : FormChanges.between(newest(), form, use);
    }

    /** Why it may not be published; nothing if it may. */
    List<Finding> objections() {
        if (published.isEmpty()) {
            return List.of();
        } else if (form.version() <= newest().version()) {
            return List.of(Finding.error("version", number(), place("version")));
        }
        List<Finding> objections = new ArrayList<>();
        changes().stream().filter(FormChange::isRefused).forEach(change -> objections.add(refusal(change)));
        // What an earlier version asked and the newest does not keeps its meaning all the same.
        published
                .subList(0, published.size() - 1)
                .forEach(earlier -> FormChanges.between(earlier, form, use).stream()
                        .filter(change -> change.isRefused() && change.path().endsWith(".type"))
                        .map(this::refusal)
                        .filter(objection -> !objections.contains(objection))
                        .filter(objection -> objections.stream()
                                .noneMatch(other -> other.place().equals(objection.place())))
                        .toList()
                        .forEach(objections::add));
        return objections;
    }

    private String number() {
        int next = newest().version() + 1;
        return "Version " + form.version() + " of “" + form.title() + "” "
                + (published.stream().anyMatch(one -> one.version() == form.version())
                        ? "is published, and this file says something else. A published version never changes: give this"
                                + " one the number " + next + "."
                        : "is older than version " + newest().version() + ", which is published. Give it the number "
                                + next + ".");
    }

    private Finding refusal(FormChange change) {
        return Finding.error("refused-change", change.words(), place(change.path()));
    }

    private Place place(String path) {
        return Place.inFile(form.id() + ".yaml").path(path);
    }

    private Form newest() {
        return published.get(published.size() - 1);
    }
}
