package quire.forms;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Ordered;
import quire.merge.Shape;
import quire.merge.Value;

/**
 * Files handed in with the paper.
 *
 * @param max the most files
 */
public record FilesField(Question question, int max) implements Field {

    static final int USUAL_MAX = 5;

    private static final List<String> TEXTS = List.of("name", "description", "sha256");
    private static final List<String> MEMBERS = List.of("name", "description", "sha256", "size");
    private static final String SHA256 = "^[0-9a-f]{64}$";
    private static final BigDecimal LARGEST_SIZE = BigDecimal.valueOf(1_000_000_000_000L);

    static Field read(Question question, FieldSource source) {
        return new FilesField(question, source.at("max").whole(USUAL_MAX));
    }

    @Override
    public FieldType type() {
        return FieldType.FILES;
    }

    @Override
    public boolean isAnswered(@Nullable Object answer) {
        return Field.super.isAnswered(answer) && !(answer instanceof List<?> files && files.isEmpty());
    }

    @Override
    public String emptyMessage() {
        return "Upload a file for " + question.wording().quoted();
    }

    @Override
    public void check(Object answer, Review review) {
        if (!(answer instanceof List<?> files)) {
            review.wrongKind("a list of files");
        } else if (files.size() > max) {
            review.breaks(
                    "max",
                    "You can only add up to " + max + (max == 1 ? " file" : " files") + " to "
                            + question.wording().quoted());
        } else {
            for (int i = 0; i < files.size(); i++) {
                checkFile(files.get(i), review.inside(review.path() + "[" + i + "]", review.sight()));
            }
        }
    }

    private static void checkFile(@Nullable Object entry, Review review) {
        if (!(entry instanceof Map<?, ?> file)) {
            review.wrongKind("an object with “name”");
            return;
        }
        Members.checkKeys(file, MEMBERS, review);
        Members.checkTexts(file, TEXTS, List.of("name"), review);
        if (file.get("sha256") instanceof String digest && !digest.matches(SHA256)) {
            review.wrongKind("an object whose “sha256” has 64 digits, 0 to 9 and a to f");
        }
        if (file.get("size") != null && !isSize(file.get("size"))) {
            review.wrongKind("an object whose “size” is a number of bytes");
        }
    }

    private static boolean isSize(@Nullable Object size) {
        return size instanceof BigDecimal bytes && bytes.signum() >= 0 && bytes.compareTo(LARGEST_SIZE) <= 0;
    }

    @Override
    public Map<String, @Nullable Object> schema() {
        Map<String, @Nullable Object> file = Members.schema(TEXTS, List.of("name"));
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("name", Ordered.of("type", "string", "maxLength", Members.MAX));
        properties.put("description", Ordered.of("type", List.of("string", "null"), "maxLength", Members.MAX));
        properties.put("sha256", Ordered.of("type", List.of("string", "null"), "pattern", SHA256));
        properties.put("size", Ordered.of("type", List.of("number", "null"), "minimum", 0, "maximum", LARGEST_SIZE));
        file.put("properties", properties);
        Map<String, @Nullable Object> schema = Texts.described(this);
        schema.put("anyOf", List.of(Ordered.of("type", "array", "maxItems", max, "items", file), Blank.SCHEMA));
        return schema;
    }

    @Override
    public Shape shape() {
        Map<String, Shape> members = new LinkedHashMap<>();
        TEXTS.forEach(text -> members.put(text, Shape.plain(Shape.Kind.TEXT)));
        members.put("size", Shape.plain(Shape.Kind.TEXT).with(Map.of("bytes", Shape.plain(Shape.Kind.NUMBER))));
        return Shape.list(Shape.group(members)).required(required());
    }

    @Override
    public Value value(Object answer) {
        if (!(answer instanceof List<?> files)) {
            return blank();
        }
        return new Value.Items(files.stream()
                .filter(Map.class::isInstance)
                .map(file -> shown((Map<?, ?>) file))
                .toList());
    }

    @Override
    public Value blank() {
        return Value.Items.NONE;
    }

    private static Value shown(Map<?, ?> file) {
        Map<String, Value> members = new LinkedHashMap<>();
        TEXTS.forEach(text -> members.put(text, new Value.Text(Members.text(file, text))));
        Object size = file.get("size");
        members.put("size", isSize(size) && size instanceof BigDecimal bytes ? size(bytes) : noSize());
        return new Value.Group(members);
    }

    private static Value size(BigDecimal bytes) {
        double number = bytes.doubleValue();
        String words = number < 1_000
                ? bytes.toBigInteger() + (bytes.toBigInteger().intValue() == 1 ? " byte" : " bytes")
                : number < 1_000_000
                        ? String.format(Locale.UK, "%.0f kB", number / 1_000)
                        : String.format(Locale.UK, "%.1f MB", number / 1_000_000);
        return new Value.Shown(words, true, Map.of("bytes", new Value.Num(bytes)));
    }

    private static Value noSize() {
        return new Value.Shown("", false, Map.of("bytes", new Value.Text("")));
    }
}
