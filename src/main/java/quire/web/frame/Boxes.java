package quire.web.frame;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The boxes of a plain form, drawn from what stands in them and what is wrong with it. */
public final class Boxes {

    public static final String PASSWORD_HINT =
            "At least 12 characters. Three or four words that do not belong together are easy to"
                    + " remember and hard to guess. There are no rules about digits or signs, and it never runs out.";

    /** One of several answers. */
    public record Option(String value, String label, String hint) {
        public Option(String value, String label) {
            this(value, label, "");
        }
    }

    private final Typed typed;
    private final Complaints complaints;

    public Boxes(Typed typed, Complaints complaints) {
        this.typed = typed;
        this.complaints = complaints;
    }

    /** A line of text. */
    public View line(String name, String label, String hint) {
        return box(name, label, hint)
                .text("value", typed.one(name))
                .text("type", "text")
                .text("width", "")
                .text("autocomplete", "off")
                .flag("optional", false);
    }

    /** A line of text that may be left empty. */
    public View optional(String name, String label, String hint) {
        return line(name, label, hint).flag("optional", true);
    }

    /** A password; never drawn with what was typed. */
    public View secret(String name, String label, String hint, String autocomplete) {
        return box(name, label, hint).text("autocomplete", autocomplete);
    }

    /** Several lines of text that may be left empty. */
    public View lines(String name, String label, String hint) {
        return box(name, label, hint).text("value", typed.one(name)).flag("optional", true);
    }

    /** Answers one below the other, of which one is chosen. */
    public View choice(String name, String legend, String hint, List<Option> options) {
        String first = options.isEmpty() ? "" : options.get(0).value();
        return box(name, legend, hint)
                .list(
                        "options",
                        options.stream()
                                .map(option -> option(name, option)
                                        // The summary leads to the first one.
                                        .text("id", option.value().equals(first) ? name : name + "-" + option.value()))
                                .toList());
    }

    /** A list that opens. */
    public View pick(String name, String label, String hint, List<Option> options) {
        return box(name, label, hint).list("options", options(name, options));
    }

    /** Answers as they stand in a list. */
    public List<View> options(String name, List<Option> options) {
        return options.stream().map(option -> option(name, option)).toList();
    }

    /** A day. */
    public View day(String name, String legend, String hint) {
        return box(name, legend, hint)
                .flag("optional", false)
                .text("guidance", "")
                .text("day", typed.one(name + ".day"))
                .text("month", typed.one(name + ".month"))
                .text("year", typed.one(name + ".year"));
    }

    private View option(String name, Option option) {
        return new View()
                .text("value", option.value())
                .text("label", option.label())
                .text("hint", option.hint())
                .flag("checked", typed.one(name).equals(option.value()));
    }

    private View box(String name, String label, String hint) {
        String id = Typed.id(name);
        String error = complaints.at(name);
        return new View()
                .text("id", id)
                .text("name", name)
                .text("label", label)
                .text("hint", hint)
                .text("error", error)
                .text("described", ids(hint.isEmpty() ? "" : id + "-hint", error.isEmpty() ? "" : id + "-error"));
    }

    private static String ids(String... ids) {
        return Arrays.stream(ids).filter(id -> !id.isEmpty()).collect(Collectors.joining(" "));
    }
}
