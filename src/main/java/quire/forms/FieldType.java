package quire.forms;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/** The kinds of field that a form may have. The type of a published field never changes. */
public enum FieldType {
    TEXT(TextField::read),
    LONGTEXT(LongTextField::read),
    NUMBER(NumberField::read),
    DATE(DateField::read),
    YESNO(YesNoField::read),
    CHOICE(ChoiceField::read),
    CHOICES(ChoicesField::read),
    PERSON(PersonField::read),
    FILES(FilesField::read),
    REPEAT(RepeatField::read),
    STATEMENT(StatementField::read),
    PREFILL(PrefillField::read),
    PICTURE(PictureField::read);

    @SuppressWarnings("ImmutableEnumChecker") // Method references to static methods hold no state.
    private final BiFunction<Question, FieldSource, Field> reader;

    FieldType(BiFunction<Question, FieldSource, Field> reader) {
        this.reader = reader;
    }

    /** The name in form files, for example {@code longtext}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<FieldType> find(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(FieldType::word).toList();
    }

    Field read(Question question, FieldSource source) {
        return reader.apply(question, source);
    }
}
