package quire.merge.word;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import quire.merge.Delimiters;
import quire.merge.Key;
import quire.merge.Tag;

/** Pictures of the template that stand for pictures of the data: the tag is in their alternative text. */
final class PictureSlots {

    private final PartDraft draft;

    PictureSlots(PartDraft draft) {
        this.draft = draft;
    }

    /** Prepares every picture of the part whose alternative text is one tag. */
    void prepare(Delimiters delimiters) {
        Pattern tag = Pattern.compile("\\s*" + Pattern.quote(delimiters.open()) + "\\s*(\\S+?)\\s*"
                + Pattern.quote(delimiters.close()) + "\\s*");
        for (Element properties : WordXml.descendants(draft.tree(), "docPr")) {
            String key = key(properties, tag);
            Element run = WordXml.ancestor(properties, "r");
            if (key != null && run != null && !isFramed(run)) {
                Tag made = new Tag(Tag.Kind.VALUE, key, 0, 0, null);
                Element mark = draft.mark(made, draft.place("picture ‹" + key + "›"), run);
                frame(run, mark);
            }
        }
    }

    private static @Nullable String key(Element properties, Pattern tag) {
        for (String attribute : List.of("descr", "title")) {
            Matcher matcher = tag.matcher(properties.getAttribute(attribute));
            if (matcher.matches() && Key.isWellFormed(matcher.group(1))) {
                return matcher.group(1);
            }
        }
        return null;
    }

    private static boolean isFramed(Element run) {
        return WordXml.isMark(run.getParentNode(), "picture");
    }

    /** Makes the first picture inside a control take the control's value. */
    void frameFirst(Element content, Element mark) {
        WordXml.descendants(content, "drawing").stream()
                .map(drawing -> WordXml.ancestor(drawing, "r"))
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(run -> frame(run, mark));
    }

    private void frame(Element run, Element mark) {
        Element wrapper = WordXml.mark(run, "picture");
        wrapper.setAttribute("n", mark.getAttribute("n"));
        run.getParentNode().insertBefore(wrapper, run);
        wrapper.appendChild(run);
        WordXml.descendants(run, "docPr").forEach(this::describe);
        WordXml.descendants(run, "blip").forEach(blip -> source(blip, "embed"));
        WordXml.descendants(run, "imagedata").forEach(image -> source(image, "id"));
        WordXml.descendants(run, "srcRect").forEach(WordXml::remove);
        sizes(run);
    }

    private void describe(Element properties) {
        properties.removeAttribute("title");
        draft.attribute(properties, "descr", slot -> {
            String alt = slot.currentPicture().picture().alt();
            slot.sink().escaped(alt, 0, alt.length());
        });
    }

    private void source(Element picture, String attribute) {
        String prefix = picture.lookupPrefix(WordXml.R);
        String strict = picture.lookupPrefix(WordXml.R_STRICT);
        String known = prefix != null ? prefix : strict != null ? strict : "r";
        draft.attribute(
                picture,
                known + ":" + attribute,
                slot -> slot.sink().ascii(slot.currentPicture().relation()));
    }

    private void sizes(Element run) {
        for (String name : List.of("extent", "ext")) {
            for (Element size : WordXml.descendants(run, name)) {
                if (size.hasAttribute("cx") && size.hasAttribute("cy")) {
                    long width = Long.parseLong(size.getAttribute("cx"));
                    long height = Long.parseLong(size.getAttribute("cy"));
                    draft.attribute(size, "cx", slot -> fit(slot, width, height, true));
                    draft.attribute(size, "cy", slot -> fit(slot, width, height, false));
                }
            }
        }
    }

    /** Writes the width or height, in English Metric Units, that fits the frame and keeps the picture's proportions. */
    private static void fit(Execution run, long frameWidth, long frameHeight, boolean width) {
        var picture = run.currentPicture().picture();
        double scale = Math.min((double) frameWidth / picture.width(), (double) frameHeight / picture.height());
        run.sink().ascii(Long.toString(Math.max(1, Math.round((width ? picture.width() : picture.height()) * scale))));
    }
}
