package quire.documents;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quire.core.Digest;
import quire.core.Recent;
import quire.forms.Form;
import quire.portfolio.KeptLayouts;

/** The templates that a paper was signed in, whatever has become of the installation's since. Thread-safe. */
final class SignedLayouts {

    private static final int KEPT = 20;

    private final TemplateShelf shelf;
    private final KeptLayouts kept;
    private final Recent<Map<String, Digest>, TemplateShelf> earlier = new Recent<>(KEPT);

    SignedLayouts(TemplateShelf shelf, KeptLayouts kept) {
        this.shelf = shelf;
        this.kept = kept;
    }

    /** Keeps the layouts of a form as they are now. */
    void keep(Form form, Instant now) {
        for (TemplateShelf.Layout layout : shelf.layouts(form)) {
            kept.keep(layout.digest(), layout.kind(), layout.files(), layout.contents(), now);
        }
    }

    /**
     * A shelf with the templates that a signature stands for. What was signed before layouts were kept is printed in those
     * of today.
     *
     * @param digests of the layouts, by kind
     */
    TemplateShelf shelf(Form form, Map<String, Digest> digests) {
        return digests.equals(shelf.digests(form)) ? shelf : earlier.get(digests, () -> read(digests));
    }

    private TemplateShelf read(Map<String, Digest> digests) {
        return TemplateShelf.of(
                files(digests, TemplateShelf.WORD).orElseGet(shelf::wordFiles),
                files(digests, TemplateShelf.PAGE).orElseGet(shelf::pageFiles));
    }

    private Optional<Map<String, byte[]>> files(Map<String, Digest> digests, String kind) {
        return Optional.ofNullable(digests.get(kind)).flatMap(kept::find).map(this::contents);
    }

    private Map<String, byte[]> contents(String files) {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        List<String> lines = files.lines().filter(line -> line.contains(" ")).toList();
        for (String line : lines) {
            int space = line.lastIndexOf(' ');
            contents.put(line.substring(0, space), kept.file(new Digest(line.substring(space + 1))));
        }
        return contents;
    }
}
