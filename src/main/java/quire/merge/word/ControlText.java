package quire.merge.word;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import quire.merge.Value;

/** Puts a value's words into a content control, as the kind of control wants them. */
final class ControlText {

    private ControlText() {}

    static void fill(PartDraft draft, Element properties, Element content, Element mark, Section.Lookup source) {
        Element date = WordXml.child(properties, "date");
        Element list = WordXml.child(properties, "dropDownList");
        Element words = onlyRun(content, properties, mark);
        if (date != null) {
            draft.attribute(date, ContentControls.qualified(date, "fullDate"), run -> {
                String iso = iso(run.value(source));
                run.sink().ascii(iso.isEmpty() ? "" : iso + "T00:00:00Z");
            });
            draft.reading(words, dateReading(WordXml.val(WordXml.child(date, "dateFormat"))));
        } else if (list != null || WordXml.child(properties, "comboBox") != null) {
            Element choices = list != null ? list : WordXml.child(properties, "comboBox");
            List<String[]> items = items(choices);
            draft.offers(words, items.stream().map(item -> item[1]).toList());
            draft.reading(words, listReading(items));
        }
        if (WordXml.child(properties, "text") != null) {
            // A plain text control may hold one paragraph only; lines break inside it.
            words.setAttribute("lines", "only");
        }
    }

    /**
     * Leaves one run in the control, with the look of its first, and the mark in it.
     *
     * @return the mark as it now stands in the tree
     */
    static Element onlyRun(Element content, Element controlProperties, Element mark) {
        Element target = firstParagraph(content);
        Element firstRun =
                WordXml.descendants(content, "r").stream().findFirst().orElse(null);
        Element look = firstRun != null ? WordXml.child(firstRun, "rPr") : WordXml.child(controlProperties, "rPr");
        Element run = WordXml.make(content, "r");
        if (look != null) {
            Element copy = (Element) look.cloneNode(true);
            Element style = WordXml.child(copy, "rStyle");
            if (style != null && String.valueOf(WordXml.val(style)).contains("Placeholder")) {
                copy.removeChild(style);
            }
            run.appendChild(copy);
        }
        Element here = (Element) mark.cloneNode(true);
        run.appendChild(here);
        for (Element child : WordXml.children(target)) {
            if (!child.getLocalName().equals("pPr")) {
                target.removeChild(child);
            }
        }
        target.appendChild(run);
        return here;
    }

    /** The paragraph to write into; the content itself where the control stands inside a paragraph. */
    private static Element firstParagraph(Element content) {
        Element first = WordXml.descendants(content, "p").stream().findFirst().orElse(null);
        if (first == null) {
            return content;
        }
        WordXml.children(first.getParentNode()).stream()
                .filter(sibling -> sibling != first && (WordXml.is(sibling, "p") || WordXml.is(sibling, "tbl")))
                .forEach(WordXml::remove);
        return first;
    }

    private static String iso(@Nullable Value value) {
        if (value == null) {
            return "";
        }
        Value iso = value.member("iso");
        String text = iso == null ? value.text() : iso.text();
        return text.matches("\\d{4}-\\d{2}-\\d{2}") ? text : "";
    }

    /** A date that says how it reads is left alone; a bare ISO date reads as the control wants it. */
    private static AttributeSlot.Reading dateReading(@Nullable String wordFormat) {
        return value -> {
            if (value.member("iso") != null || iso(value).isEmpty()) {
                return value.text();
            }
            try {
                String pattern = wordFormat == null ? "d MMMM yyyy" : wordFormat;
                return LocalDate.parse(value.text())
                        .format(DateTimeFormatter.ofPattern(
                                pattern.replace("dddd", "EEEE").replace("ddd", "EEE"), Locale.UK));
            } catch (DateTimeParseException e) {
                return value.text();
            } catch (DateTimeException | IllegalArgumentException e) {
                // The control's own format is one that only Word knows.
                return DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK).format(LocalDate.parse(value.text()));
            }
        };
    }

    /** The items of a list control: value and shown text. */
    private static List<String[]> items(@Nullable Element list) {
        List<String[]> items = new ArrayList<>();
        if (list != null) {
            for (Element item : WordXml.children(list)) {
                String value = String.valueOf(WordXml.attribute(item, "value"));
                String shown = WordXml.attribute(item, "displayText");
                items.add(new String[] {value, shown == null ? value : shown});
            }
        }
        return items;
    }

    private static AttributeSlot.Reading listReading(List<String[]> items) {
        return value -> {
            String text = value.text();
            Value id = value.member("id");
            return items.stream()
                    .filter(item -> item[0].equals(text) || (id != null && item[0].equals(id.text())))
                    .map(item -> item[1])
                    .findFirst()
                    .orElse(text);
        };
    }
}
