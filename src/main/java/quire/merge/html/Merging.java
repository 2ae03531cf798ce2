package quire.merge.html;

import com.github.mustachejava.util.IndentWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;
import quire.merge.Missing;
import quire.merge.PlacedTag;
import quire.merge.Scope;
import quire.merge.Tag;
import quire.merge.Value;

/** One merge while it runs: what it has met so far, and how far it may still go. Lives in one thread. */
final class Merging {

    /** Rows and partials together; the largest honest papers need a hundredth of it. */
    private static final int MOST_STEPS = 10_000_000;

    private static final int DEEPEST_PARTIAL = 100;
    /** Sections and partials inside each other: far more than people write, and within half of a usual stack. */
    private static final int DEEPEST = 200;

    private final Missing missing;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<Object> told = new HashSet<>();
    private final Map<String, Value.Picture> pictures = new LinkedHashMap<>();
    private final IdentityHashMap<Value.Picture, String> pictureNames = new IdentityHashMap<>();
    private int steps;
    private int depth;
    private int partialDepth;

    Merging(Missing missing) {
        this.missing = missing;
    }

    static Merging of(List<Object> scopes) {
        return (Merging) scopes.get(0);
    }

    /** What the tag's key names in the innermost scope; null if nothing of that name is known. */
    @Nullable
    Value find(PlacedTag placed, List<Object> scopes) {
        Scope scope = (Scope) scopes.get(scopes.size() - 1);
        Value found = scope.find(placed.tag().key());
        if (found == null) {
            unknown(placed);
        } else if (found instanceof Value.Gap gap) {
            gap(gap, placed);
        }
        return found;
    }

    void step(PlacedTag placed) {
        if (++steps > MOST_STEPS) {
            throw Problem.tooLarge(Finding.error(
                    "too-many-steps",
                    "This template and data together ask for more than " + MOST_STEPS / 1_000_000
                            + " million rows. Look for lists that are repeated inside each other.",
                    placed.place()));
        }
    }

    void enter(PlacedTag placed) {
        if (++depth > DEEPEST) {
            throw tooDeep(placed, "Sections and partials are nested more than " + DEEPEST + " deep here.");
        }
    }

    void leave() {
        depth--;
    }

    void enterPartial(PlacedTag placed) {
        enter(placed);
        if (++partialDepth > DEEPEST_PARTIAL) {
            throw tooDeep(
                    placed,
                    "The partial “" + placed.tag().name() + "” uses itself more than " + DEEPEST_PARTIAL
                            + " deep. Give it a section that ends.");
        }
    }

    void leavePartial() {
        leave();
        partialDepth--;
    }

    /** Writes the mark for something that is not there, if this merge marks. */
    void mark(String name, Writer writer) {
        if (missing == Missing.MARK) {
            write("<mark>[", writer);
            write(Escape.html(name).text(), writer);
            write("]</mark>", writer);
        }
    }

    /** Whether a section on an unknown key is replaced by its mark. */
    boolean marks() {
        return missing == Missing.MARK;
    }

    /** Writes the value in the place of a tag; markup comes from here or from the template, never from the data. */
    void print(Value value, PlacedTag placed, Writer writer) {
        if (value instanceof Value.Gap gap) {
            mark(gap.label(), writer);
        } else if (value instanceof Value.Picture picture) {
            write(pictureNames.computeIfAbsent(picture, this::name), writer);
        } else {
            Escape escaped = Escape.html(value.text());
            if (escaped.dropped()) {
                dropped(placed);
            }
            boolean rich = placed.tag().kind() == Tag.Kind.RICH && value instanceof Value.Prose;
            write(rich ? ProseHtml.of(value.text()) : escaped.text(), writer);
        }
    }

    /** Ends the merge. */
    HtmlMerge done(String html) {
        if (Finding.anyError(findings)) {
            throw Problem.badInput("The data does not give this template everything it needs.", findings);
        }
        return new HtmlMerge(html, pictures, findings);
    }

    private void unknown(PlacedTag placed) {
        if (missing != Missing.BLANK && told.add(placed)) {
            String message = "The data has no “" + placed.tag().name() + "”.";
            Place place = placed.place().path(placed.tag().name());
            findings.add(
                    missing == Missing.ERROR
                            ? Finding.error("unknown-key", message, place)
                            : Finding.warning("unknown-key", message, place));
        }
    }

    private void gap(Value.Gap gap, PlacedTag placed) {
        if (told.add(gap.label() + '\0' + placed.tag().name())) {
            String message = "“" + gap.label() + "” must be answered, and is not.";
            Place place = placed.place().path(placed.tag().name());
            findings.add(
                    missing == Missing.ERROR
                            ? Finding.error("gap", message, place)
                            : Finding.warning("gap", message, place));
        }
    }

    private void dropped(PlacedTag placed) {
        if (told.add("dropped" + placed.tag().name())) {
            findings.add(Finding.warning(
                    "control-characters",
                    "“" + placed.tag().name()
                            + "” holds characters that no document may hold. They were left out; the rest is as it was.",
                    placed.place().path(placed.tag().name())));
        }
    }

    private String name(Value.Picture picture) {
        String name = "picture-" + picture.digest().brief();
        pictures.putIfAbsent(name, picture);
        return name;
    }

    /** A value keeps its own line ends, however far its partial is indented. */
    private static void write(String html, Writer writer) {
        try {
            Writer target = writer;
            while (target instanceof IndentWriter indented) {
                indented.flushIndent();
                target = indented.inner;
            }
            target.write(html);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Problem tooDeep(PlacedTag placed, String message) {
        return Problem.badInput(Finding.error("nested-too-deep", message, placed.place()));
    }
}
