package quire.web.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import quire.forms.ChoiceList;
import quire.forms.Field;
import quire.forms.RepeatField;
import quire.web.frame.Typed;
import quire.web.frame.View;

/** The entries of a repeat as cards, one under the other. */
final class EntryViews {

    private final RepeatField repeat;
    private final String name;
    private final List<String> entries;
    private final Map<String, String> carried;

    /**
     * @param typed what stands in the boxes
     * @param saved the same as it is saved
     * @param carried the papers that entries come from, by the name of the repeat and of the entry
     */
    EntryViews(RepeatField repeat, String name, Typed typed, Typed saved, Map<String, String> carried) {
        this.carried = carried;
        this.repeat = repeat;
        this.name = name;
        ChoiceList rows = repeat.rows();
        this.entries = rows != null ? rows.ids() : (repeat.filledByRecord() ? saved : typed).entries(name);
    }

    /** The names of entries alone. */
    EntryViews(RepeatField repeat, String name) {
        this(repeat, name, Typed.NOTHING, Typed.NOTHING, Map.of());
    }

    /** @param questions draws the questions of one entry */
    List<View> shown(BiFunction<String, List<Field>, List<View>> questions) {
        List<View> views = new ArrayList<>();
        for (String entry : entries) {
            views.add(card(entry, views.size(), questions));
        }
        return views;
    }

    /** An empty card for the browser to copy; none where nothing can be added. */
    List<View> blank(BiFunction<String, List<Field>, List<View>> questions) {
        return repeat.hasGivenEntries() ? List.of() : List.of(card(QuestionViews.NEW_ENTRY, -1, questions));
    }

    boolean full() {
        return entries.size() >= repeat.max();
    }

    String addLabel() {
        String own = repeat.addLabel();
        return own == null ? "Add another entry" : own;
    }

    /** What one entry is called: “capability” where the button says “Add another capability”. */
    String noun() {
        String noun = addLabel().replaceFirst("(?i)^add (another|a|an|one more|more)? ?", "");
        return noun.isBlank() ? "Entry" : noun.substring(0, 1).toUpperCase(Locale.UK) + noun.substring(1);
    }

    private View card(String entry, int index, BiFunction<String, List<Field>, List<View>> questions) {
        return new View()
                .text("entry", entry)
                .text("card", Typed.id(name) + "-" + entry)
                .text("list", name)
                .text("heading", heading(entry))
                .text("carried", carried.getOrDefault(name + "." + entry, ""))
                .number("position", index + 1)
                .flag("counted", !repeat.hasFixedRows())
                .flag("movable", !repeat.hasGivenEntries())
                .flag("atTop", index == 0)
                .flag("atEnd", index == entries.size() - 1)
                .list("questions", questions.apply(entry, repeat.items()));
    }

    /** What an entry is called, without its number. */
    String heading(String entry) {
        ChoiceList rows = repeat.rows();
        if (rows == null) {
            return noun();
        }
        return rows.find(entry).map(ChoiceList.Item::text).orElse(entry);
    }
}
