package quire.portfolio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Json;
import quire.forms.Answers;
import quire.forms.Field;
import quire.forms.LongTextField;
import quire.forms.RepeatField;
import quire.forms.Section;
import quire.forms.Visibility;
import quire.people.Permits;
import quire.people.PortfolioRole;
import quire.people.Standing;

/** Finds what a social worker has written before, so that it need not be typed again. */
final class Passages {

    private final Standing reader;
    private final List<Passage> found = new ArrayList<>();

    private Passages(Standing reader) {
        this.reader = reader;
    }

    /**
     * The longer texts of the social worker's own sections, as far as somebody may read them now; those of the document
     * that changed last come first.
     */
    static List<Passage> of(List<Document> documents, Standing reader) {
        Passages passages = new Passages(reader);
        documents.stream()
                .sorted(Comparator.comparing(Document::changed).reversed())
                .forEach(passages::add);
        return List.copyOf(passages.found);
    }

    private void add(Document document) {
        Visibility sight = Visibility.of(document.form(), Answers.of(document.form(), document.answers()));
        document.form().sections().stream()
                .filter(section -> section.owner().equals(PortfolioRole.NQSW.word()))
                .filter(sight::shows)
                .filter(section ->
                        Permits.reads(reader, Reading.facts(document, section)).allowed())
                .forEach(section -> add(document, section, sight));
    }

    private void add(Document document, Section section, Visibility sight) {
        for (Field field : section.fields()) {
            Object answer = sight.answer(field.id());
            if (field instanceof RepeatField repeat && answer instanceof List<?> entries) {
                entries.forEach(entry -> add(document, repeat, entry, sight));
            } else {
                add(document, field, answer);
            }
        }
    }

    private void add(Document document, RepeatField repeat, Object entry, Visibility sight) {
        if (entry instanceof Map<?, ?> item) {
            Visibility inside = sight.inItem(repeat, Json.asObject(item));
            repeat.items().forEach(field -> add(document, field, inside.answer(field.id())));
        }
    }

    /** What was written down for somebody else is not the social worker's own. */
    private void add(Document document, Field field, @Nullable Object answer) {
        if (field instanceof LongTextField
                && !field.question().recordedFor()
                && answer instanceof String text
                && !text.isBlank()) {
            found.add(
                    new Passage(document.id(), document.title(), field.id(), field.label(), text, document.changed()));
        }
    }
}
