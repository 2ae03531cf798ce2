package quire.pdf;

import java.util.Locale;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Prints the boxes and buttons of a web form as the answers they show: nobody can type into an archived paper. */
final class Controls {

    private static final String ALL = "input, select, textarea, button, output, progress, meter, datalist";

    private Controls() {}

    static void mend(Document page, Report report) {
        // The renderer would write the form itself into the PDF.
        page.select("form").tagName("div");
        for (Element control : page.select(ALL)) {
            if (!control.hasParent()) {
                continue;
            }
            report.warning(
                    "form-control",
                    "A form control (" + control.normalName() + ") is printed as plain text. Print the answer itself.",
                    control);
            String words = words(control);
            control.clearAttributes().empty().tagName("span");
            control.text(words);
        }
    }

    private static String words(Element control) {
        return switch (control.normalName()) {
            case "input" -> input(control);
            case "select" ->
                control.select("option[selected]").stream().map(Element::text).collect(Collectors.joining(", "));
            case "textarea" -> control.wholeText();
            case "datalist", "progress", "meter" -> "";
            default -> control.text();
        };
    }

    private static String input(Element input) {
        return switch (input.attr("type").toLowerCase(Locale.ROOT)) {
            case "checkbox" -> input.hasAttr("checked") ? "☒" : "☐";
            case "radio" -> input.hasAttr("checked") ? "●" : "○";
            case "hidden", "password", "file", "image", "submit", "reset", "button" -> "";
            default -> input.attr("value");
        };
    }
}
