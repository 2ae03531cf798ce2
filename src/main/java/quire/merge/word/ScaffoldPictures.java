package quire.merge.word;

import jakarta.xml.bind.JAXBException;
import org.docx4j.XmlUtils;
import org.docx4j.wml.R;
import quire.merge.Key;

/** Picture frames: a placeholder whose alternative text is the tag, kept until the merge puts the picture in. */
final class ScaffoldPictures {

    /** English Metric Units in a centimetre. */
    private static final int CENTIMETRE = 360_000;

    private ScaffoldPictures() {}

    /** In the corner of the first page. */
    static R logo(Key key) {
        return frame(key, 1, 5.4, 1.26);
    }

    /** As wide as most of a line. */
    static R answer(Key key, int number) {
        return frame(key, number, 10, 6.5);
    }

    /** On the line of somebody who signs. */
    static R signature(Key key, int number) {
        return frame(key, number, 3.2, 1);
    }

    private static R frame(Key key, int number, double width, double height) {
        String frame = Scaffold.text("picture.xml")
                .replace("KEY", key.toString())
                .replace("NUMBER", String.valueOf(number))
                .replace("WIDTH", String.valueOf(Math.round(width * CENTIMETRE)))
                .replace("HEIGHT", String.valueOf(Math.round(height * CENTIMETRE)));
        try {
            return (R) XmlUtils.unmarshalString(frame);
        } catch (JAXBException e) {
            throw new IllegalStateException("The picture frame for " + key + " could not be written", e);
        }
    }
}
