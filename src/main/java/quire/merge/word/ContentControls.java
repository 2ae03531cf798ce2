package quire.merge.word;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import quire.merge.Key;
import quire.merge.Tag;

/**
 * Content controls: their tag is a key. A checkbox takes a yes or no, a date and a list what reads as one of theirs, a
 * repeating section a list; a tag that begins with {@code #} or {@code ^} makes the control a section.
 */
final class ContentControls {

    /** What becomes of the controls themselves; a template says so in its custom property {@value #PROPERTY}. */
    enum Keeping {
        KEEP,
        LOCK,
        FLATTEN;

        static Keeping of(@Nullable String word) {
            if (word != null) {
                for (Keeping keeping : values()) {
                    if (keeping.name().equals(word.strip().toUpperCase(Locale.ROOT))) {
                        return keeping;
                    }
                }
            }
            return KEEP;
        }
    }

    static final String PROPERTY = "Content controls";

    private static final Set<String> SYMBOL_FONTS =
            Set.of("wingdings", "wingdings 2", "wingdings 3", "symbol", "webdings");

    private final PartDraft draft;
    private final Keeping keeping;

    ContentControls(PartDraft draft, Keeping keeping) {
        this.draft = draft;
        this.keeping = keeping;
    }

    /** Prepares every control of the part whose tag can be a key; before the tags in the text are marked. */
    void prepare(Node node) {
        for (Element child : WordXml.children(node)) {
            if (WordXml.is(child, "sdt")) {
                control(child);
            } else {
                prepare(child);
            }
        }
    }

    private void control(Element control) {
        Element properties = WordXml.child(control, "sdtPr");
        Element content = WordXml.child(control, "sdtContent");
        String tag = WordXml.val(WordXml.child(properties, "tag"));
        if (properties == null || content == null || tag == null || key(tag) == null) {
            prepare(control);
        } else if (tag.startsWith("#") || tag.startsWith("^")) {
            section(control, tag.startsWith("#") ? Tag.Kind.SECTION : Tag.Kind.INVERTED, key(tag));
        } else if (WordXml.child(properties, "repeatingSection") != null) {
            repeating(content, tag);
        } else {
            value(control, tag);
        }
    }

    private static @Nullable String key(String tag) {
        String key =
                tag.startsWith("#") || tag.startsWith("^") ? tag.substring(1).strip() : tag.strip();
        return Key.isWellFormed(key) ? key : null;
    }

    private Element mark(Element control, Tag.Kind kind, @Nullable String key) {
        Tag tag = new Tag(kind, String.valueOf(key), 0, 0, null);
        return draft.mark(tag, draft.place("content control ‹" + key + "›"), control);
    }

    private void section(Element control, Tag.Kind kind, @Nullable String key) {
        Element section = wrapper(control, "section", mark(control, kind, key));
        section.appendChild(control);
        prepare(control);
    }

    private void repeating(Element content, String key) {
        List<Element> items = WordXml.children(content).stream()
                .filter(child -> WordXml.is(child, "sdt"))
                .toList();
        if (items.isEmpty()) {
            return;
        }
        items.subList(1, items.size()).forEach(WordXml::remove);
        Element item = items.get(0);
        wrapper(item, "section", mark(item, Tag.Kind.SECTION, key)).appendChild(item);
        prepare(item);
    }

    /** Puts a wrapper in the place of a node, carrying the number of a mark. */
    private static Element wrapper(Element node, String name, Element mark) {
        Element wrapper = WordXml.mark(node, name);
        wrapper.setAttribute("n", mark.getAttribute("n"));
        node.getParentNode().insertBefore(wrapper, node);
        return wrapper;
    }

    private void value(Element control, String key) {
        Element mark = mark(control, Tag.Kind.VALUE, key.strip());
        Element both = wrapper(control, "control", mark);
        Element original = WordXml.mark(control, "original");
        Element filled = WordXml.mark(control, "filled");
        both.appendChild(filled);
        both.appendChild(original);
        Element copy = (Element) control.cloneNode(true);
        filled.appendChild(copy);
        original.appendChild(control);
        fill(copy, mark);
        prepare(original.getFirstChild());
    }

    private void fill(Element control, Element mark) {
        Element properties = WordXml.child(control, "sdtPr");
        Element content = WordXml.child(control, "sdtContent");
        if (properties == null || content == null) {
            throw new IllegalStateException("A control was taken up without its properties or content");
        }
        // Word would put the old value back from what the control is bound to.
        for (String word : List.of("showingPlcHdr", "dataBinding")) {
            Element element = WordXml.child(properties, word);
            if (element != null) {
                WordXml.remove(element);
            }
        }
        Section.Lookup source = Section.Lookup.of(draft.tag(mark));
        if (WordXml.child(properties, "picture") != null) {
            new PictureSlots(draft).frameFirst(content, mark);
        } else if (WordXml.child(properties, "checkbox") != null) {
            checkbox(properties, content, mark, source);
        } else {
            ControlText.fill(draft, properties, content, mark, source);
        }
        if (keeping == Keeping.LOCK && WordXml.child(properties, "lock") == null) {
            Element lock = WordXml.make(control, "lock");
            WordXml.set(lock, "val", "sdtContentLocked");
            properties.appendChild(lock);
        }
    }

    private void checkbox(Element properties, Element content, Element mark, Section.Lookup source) {
        Element box = WordXml.child(properties, "checkbox");
        Element checked = WordXml.child(box, "checked");
        if (checked != null) {
            draft.attribute(checked, qualified(checked, "val"), run -> {
                var value = run.value(source);
                run.sink().ascii(value != null && value.truthy() ? "1" : "0");
            });
        }
        Element glyph = ControlText.onlyRun(content, properties, mark);
        glyph.setAttribute("yes", state(WordXml.child(box, "checkedState"), "2612", content));
        glyph.setAttribute("no", state(WordXml.child(box, "uncheckedState"), "2610", content));
    }

    /** The XML that shows a state of a checkbox. */
    private static String state(@Nullable Element state, String usual, Element like) {
        String code = WordXml.val(state);
        String font = state == null ? null : WordXml.attribute(state, "font");
        String hex = code != null && code.matches("[0-9A-Fa-f]{1,6}") ? code : usual;
        String prefix = like.getPrefix() == null ? "" : like.getPrefix() + ":";
        if (font != null && SYMBOL_FONTS.contains(font.toLowerCase(Locale.ROOT))) {
            int symbol = Integer.parseInt(hex, 16);
            String inFont = String.format("%04X", symbol < 0x100 ? 0xF000 + symbol : symbol);
            return "<" + prefix + "sym " + prefix + "font=\"" + font + "\" " + prefix + "char=\"" + inFont + "\"/>";
        }
        return "<" + prefix + "t>" + Character.toString(Integer.parseInt(hex, 16)) + "</" + prefix + "t>";
    }

    static String qualified(Element element, String name) {
        return element.getPrefix() == null ? name : element.getPrefix() + ":" + name;
    }

    /** Takes the controls away and leaves what is in them; after everything else is prepared. */
    static void flatten(PartDraft draft) {
        for (Element control : WordXml.descendants(draft.tree(), "sdt")) {
            Element content = WordXml.child(control, "sdtContent");
            if (WordXml.is(control, "sdt") && content != null) {
                for (Node node = content.getFirstChild(); node != null; node = content.getFirstChild()) {
                    control.getParentNode().insertBefore(node, control);
                }
                WordXml.remove(control);
            }
        }
    }
}
