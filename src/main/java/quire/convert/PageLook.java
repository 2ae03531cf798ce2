package quire.convert;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.convert.PdfObjects.Stored;
import quire.convert.PdfSyntax.Name;
import quire.convert.PdfSyntax.Text;
import quire.pdf.ReadingBudget;

/** Follows what draws one page, without drawing it, and notes what is found (ISO 32000-2, 8.2). Used once. */
final class PageLook {

    private static final int MOST_STATES = 500;
    /** Letters that are not drawn, only to be searched for: recognised ones under a scan. */
    private static final int INVISIBLE = 3;

    private static final Name PRESS = new Name("DeviceCMYK");

    private final PdfPieces pieces;
    private final Work work;
    private final PageNotes notes;
    private final PdfColours colours;
    /** What was followed already, and how many steps it has; once is enough to know it. */
    private final Map<Integer, Long> seen = new HashMap<>();

    private final Deque<State> states = new ArrayDeque<>();
    private State state = new State(Matrix.PLAIN, Matrix.PLAIN, "", 0);
    /** What was saved outside a drawing is not to be taken back inside it. */
    private int floor;

    private int depth;
    private long steps;

    /**
     * How things are drawn at one moment.
     *
     * @param place of drawings
     * @param text where the line of text is, in that place
     * @param font the name among the resources
     * @param mode how letters are drawn
     */
    private record State(Matrix place, Matrix text, String font, int mode) {}

    private PageLook(PdfPieces pieces, Work work, PageNotes notes) {
        this.pieces = pieces;
        this.work = work;
        this.notes = notes;
        this.colours = new PdfColours(pieces.objects());
    }

    static PageFacts of(Map<String, Object> page, PdfPieces pieces, Work work) {
        PageNotes notes = new PageNotes(PageBox.of(page, pieces.objects()));
        PageLook look = new PageLook(pieces, work, notes);
        look.draw(pieces.contents(page.get("Contents"), notes), pieces.resources(page.get("Resources")));
        if (look.steps > ReadingBudget.MOST_OF_A_PAGE) {
            notes.fault(PageFacts.Fault.ENDLESS);
        }
        return notes.facts();
    }

    private void draw(byte[] content, PdfResources resources) {
        int outer = floor;
        floor = states.size();
        new ContentReader(content, work).each((operator, operands) -> follow(operator, operands, resources));
        while (states.size() > floor) {
            state = states.pop();
        }
        floor = outer;
    }

    private void follow(String operator, List<Object> operands, PdfResources resources) {
        step(1);
        Object last = operands.isEmpty() ? null : operands.get(operands.size() - 1);
        switch (operator) {
            case "q", "Q", "cm", "BT", "Tm", "Tf", "Tr" -> change(operator, operands);
            case "Tj", "'", "\"", "TJ" -> show(letters(last), resources);
            case "Do" -> drawNamed(resources.get("XObject", name(operands)), resources);
            case "ID" -> picture(pairs(operands), resources);
            case "k", "K" -> colours(PRESS, resources);
            case "cs", "CS" -> colours(last, resources);
            case "sh" -> shade(resources.get("Shading", name(operands)), resources);
            case "scn", "SCN" -> pattern(last, resources);
            case "S", "s", "f", "F", "f*", "B", "B*", "b", "b*" -> notes.drawing();
            default -> {}
        }
    }

    /** However often drawings repeat each other, the count does not run over. */
    private void step(long more) {
        steps = Math.min(steps + more, ReadingBudget.MOST_OF_A_PAGE + 1);
    }

    private void change(String operator, List<Object> operands) {
        double[] six = Numbers.list(operands, 6);
        Matrix matrix = six == null ? Matrix.PLAIN : Matrix.of(six);
        switch (operator) {
            case "q" -> save();
            case "Q" -> state = states.size() > floor ? states.pop() : state;
            case "cm" -> state = new State(matrix.then(state.place()), state.text(), state.font(), state.mode());
            case "BT", "Tm" -> state = new State(state.place(), matrix, state.font(), state.mode());
            case "Tf" -> state = new State(state.place(), state.text(), name(operands), state.mode());
            default -> state = new State(state.place(), state.text(), state.font(), mode(operands));
        }
    }

    private void save() {
        if (states.size() < MOST_STATES) {
            states.push(state);
        } else {
            notes.unknown();
        }
    }

    private static int mode(List<Object> operands) {
        return operands.size() == 1 ? (int) Numbers.of(operands.get(0), 0) : 0;
    }

    private void show(int letters, PdfResources resources) {
        step(letters);
        notes.letters(letters, state.text().then(state.place()).turn());
        if (letters > 0 && state.mode() != INVISIBLE) {
            pieces.fonts().missing(resources.get("Font", state.font())).ifPresent(notes::missingFont);
        }
    }

    private void drawNamed(@Nullable Object named, PdfResources resources) {
        Stored stored = pieces.objects().find(named);
        if (stored == null || !(stored.value() instanceof Map<?, ?> dictionary)) {
            return;
        }
        if (new Name("Image").equals(dictionary.get("Subtype"))) {
            pieces.notePacking(dictionary, notes);
            picture(dictionary, resources);
        } else if (new Name("Form").equals(dictionary.get("Subtype"))) {
            drawing(stored, dictionary, resources);
        }
    }

    /** A drawing inside the drawing. */
    private void drawing(Stored stored, Map<?, ?> dictionary, PdfResources around) {
        Long known = seen.get(stored.number());
        if (known != null) {
            step(known);
            return; // Within itself it counts as if it never ended.
        } else if (depth >= ReadingBudget.DEEPEST) {
            notes.unknown();
            return;
        }
        depth++;
        seen.put(stored.number(), ReadingBudget.MOST_OF_A_PAGE + 1);
        long stepsBefore = steps;
        steps = 0;
        State before = state;
        double[] six = Numbers.list(pieces.objects().resolve(dictionary.get("Matrix")), 6);
        Matrix own = six == null ? Matrix.PLAIN : Matrix.of(six);
        state = new State(own.then(state.place()), Matrix.PLAIN, state.font(), state.mode());
        PdfResources resources =
                dictionary.containsKey("Resources") ? pieces.resources(dictionary.get("Resources")) : around;
        draw(pieces.content(stored, notes), resources);
        state = before;
        depth--;
        seen.put(stored.number(), steps);
        step(stepsBefore);
    }

    private void picture(Map<?, ?> dictionary, PdfResources resources) {
        PdfObjects objects = pieces.objects();
        notes.picture(
                Numbers.of(objects.resolve(either(dictionary, "Width", "W")), 0),
                Numbers.of(objects.resolve(either(dictionary, "Height", "H")), 0),
                state.place());
        colours(either(dictionary, "ColorSpace", "CS"), resources);
    }

    private static @Nullable Object either(Map<?, ?> dictionary, String name, String brief) {
        Object value = dictionary.get(name);
        return value == null ? dictionary.get(brief) : value;
    }

    private void shade(@Nullable Object shading, PdfResources resources) {
        notes.drawing();
        if (pieces.objects().resolve(shading) instanceof Map<?, ?> dictionary) {
            colours(dictionary.get("ColorSpace"), resources);
        }
    }

    private void pattern(@Nullable Object last, PdfResources resources) {
        if (!(last instanceof Name name)) {
            return;
        }
        Object pattern = resources.get("Pattern", name.text());
        Stored stored = pieces.objects().find(pattern);
        if (stored != null && stored.from() >= 0 && stored.value() instanceof Map<?, ?> dictionary) {
            drawing(stored, dictionary, resources);
        } else if (pieces.objects().resolve(pattern) instanceof Map<?, ?> dictionary) {
            shade(dictionary.get("Shading"), resources);
        }
    }

    private void colours(@Nullable Object space, PdfResources resources) {
        if (colours.areForPresses(space, resources)) {
            notes.fault(PageFacts.Fault.PRESS_COLOURS);
        }
    }

    private static int letters(@Nullable Object shown) {
        if (shown instanceof List<?> list) {
            return list.stream().mapToInt(PageLook::letters).sum();
        } else if (shown instanceof Text text) {
            int inside = text.raw().length() - 2;
            return text.raw().startsWith("<") ? (inside + 1) / 2 : Math.max(0, inside);
        }
        return 0;
    }

    private static String name(List<Object> operands) {
        return !operands.isEmpty() && operands.get(0) instanceof Name name ? name.text() : "";
    }

    private static Map<String, Object> pairs(List<Object> operands) {
        Map<String, Object> pairs = new HashMap<>();
        for (int i = 0; i + 1 < operands.size(); i += 2) {
            if (operands.get(i) instanceof Name key) {
                pairs.put(key.text(), operands.get(i + 1));
            }
        }
        return pairs;
    }
}
