package quire.forms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import quire.merge.Shape;
import quire.merge.Value;

class PictureFieldTest {

    /** One grey pixel. */
    static final String PIXEL =
            "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==";

    private final Asked drawing = Asked.field("type: picture, label: Signature of the person, required: true");

    @Test
    void printsThePictureWithItsLabelForThoseWhoCannotSeeIt() {
        assertThat(drawing.value("\"" + PIXEL + "\"")).isInstanceOfSatisfying(Value.Picture.class, picture -> {
            assertThat(picture.alt()).isEqualTo("Signature of the person");
            assertThat(picture.width()).isEqualTo(1);
        });
        assertThat(drawing.text("null", "alt")).isEmpty();
        assertThat(drawing.field().shape().kind()).isEqualTo(Shape.Kind.PICTURE);
    }

    @Test
    void asksForAMissingPicture() {
        assertThat(drawing.complete("null")).containsExactly("Add the signature of the person");
    }

    @Test
    void refusesWhatIsNoPicture() {
        for (String answer : new String[] {
            "\"https://example.org/a.png\"",
            "\"data:image/svg+xml;base64,PHN2Zy8+\"",
            "\"data:image/png;base64,PHN2Zy8+\"",
            "\"data:image/png;base64,***\"",
            "5"
        }) {
            assertThat(drawing.draft(answer)).as(answer).hasSize(1);
            assertThat(drawing.value(answer).truthy()).as(answer).isFalse();
        }
        assertThat(drawing.schemaTakes("\"https://example.org/a.png\"")).isFalse();
        assertThat(drawing.schemaTakes("\"" + PIXEL + "\"")).isTrue();
    }

    @Test
    void refusesMoreThanTwoMegabytes() {
        String large = "\"data:image/png;base64," + "A".repeat(PictureField.MAX_CHARACTERS) + "\"";
        assertThat(drawing.draft(large)).containsExactly("Signature of the person must be a picture of 2 MB or less");
    }
}
