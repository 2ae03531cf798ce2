package quire.forms;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Ordered;
import quire.core.Problem;
import quire.merge.Shape;
import quire.merge.Value;

/** A picture: a drawn signature, a logo. Its answer is a {@code data:} address. */
public record PictureField(Question question) implements Field {

    /** About 2 MB of picture. */
    static final int MAX_CHARACTERS = 2_800_000;

    static final Value NO_PICTURE = new Value.Shown("", false, Map.of("alt", new Value.Text("")));

    private static final String PATTERN = "^data:image/(png|jpeg);base64,";

    static final Map<String, Object> SCHEMA =
            Ordered.of("type", "string", "pattern", PATTERN, "maxLength", MAX_CHARACTERS);

    static Field read(Question question, FieldSource source) {
        return new PictureField(question);
    }

    @Override
    public FieldType type() {
        return FieldType.PICTURE;
    }

    @Override
    public String emptyMessage() {
        return "Add " + question.wording().object();
    }

    @Override
    public void check(Object answer, Review review) {
        if (!(answer instanceof String address)) {
            review.wrongKind("a text that begins with data:image/png;base64, or data:image/jpeg;base64,");
        } else if (address.length() > MAX_CHARACTERS) {
            review.wrong("limit", question.wording().must("be a picture of 2 MB or less"));
        } else if (read(address, label()) == null) {
            review.breaks("format", question.wording().must("be a PNG or JPEG picture"));
        }
    }

    @Override
    public Map<String, @Nullable Object> schema() {
        Map<String, @Nullable Object> schema = Texts.described(this);
        schema.put("anyOf", List.of(SCHEMA, Blank.SCHEMA));
        return schema;
    }

    @Override
    public Shape shape() {
        return Shape.plain(Shape.Kind.PICTURE)
                .with(Map.of("alt", Shape.plain(Shape.Kind.TEXT)))
                .required(required());
    }

    @Override
    public Value value(Object answer) {
        Value picture = answer instanceof String address ? read(address, label()) : null;
        return picture == null ? blank() : picture;
    }

    @Override
    public Value blank() {
        return NO_PICTURE;
    }

    /** The picture at a data address; null if there is none that can be printed. */
    static @Nullable Value read(String address, String alt) {
        if (!address.matches("(?s)" + PATTERN + ".*")) {
            return null;
        }
        try {
            return Value.of(address) instanceof Value.Picture picture
                    ? new Value.Picture(picture.bytes(), alt, picture.format(), picture.width(), picture.height())
                    : null;
        } catch (Problem e) {
            return null;
        }
    }
}
