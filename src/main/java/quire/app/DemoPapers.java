package quire.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quire.core.Json;
import quire.forms.Answers;
import quire.forms.Field;
import quire.forms.Filling;
import quire.forms.Form;
import quire.forms.Forms;
import quire.forms.Section;
import quire.people.Actor;
import quire.portfolio.Document;
import quire.portfolio.Documents;

/** The papers that a demo opens with: one of every form that has a sample, filled in with it. */
final class DemoPapers {

    private final Documents documents;
    private final Instant now;
    private final LocalDate today;

    private DemoPapers(Documents documents, Clock clock) {
        this.documents = documents;
        this.now = clock.instant();
        this.today = LocalDate.now(clock);
    }

    static void start(Forms forms, Documents documents, Path samples, Clock clock) {
        DemoPapers papers = new DemoPapers(documents, clock);
        for (Form form : forms.list()) {
            Path sample = samples.resolve(form.id() + ".json");
            if (Files.isRegularFile(sample)) {
                papers.start(form, read(sample));
            }
        }
    }

    private void start(Form form, Map<String, @Nullable Object> sample) {
        Map<String, @Nullable Object> record =
                sample.get(Answers.RECORD) instanceof Map<?, ?> given ? Json.asObject(given) : Map.of();
        Document document = documents.start(form, record, Actor.SYSTEM, now, today);
        Map<String, @Nullable Object> answers = Filling.named(form, sample);
        Map<String, @Nullable Object> filled = answers(form.fields().filter(Filling::in), answers);
        int revision = documents
                .fillIn(document.id(), filled, Actor.SYSTEM, now, today)
                .revision();
        for (Section section : form.sections()) {
            Map<String, @Nullable Object> typed = answers(section.fields().stream(), answers);
            section.fields().forEach(field -> typed.computeIfPresent(field.id(), (id, answer) -> typed(field, answer)));
            revision = documents
                    .save(document.id(), section.id(), typed, revision, Actor.SYSTEM, now, today)
                    .revision();
        }
        documents.fillIn(
                document.id(), filled, Actor.SYSTEM, now, today); // now that there are entries that people have added
    }

    private static Map<String, @Nullable Object> answers(Stream<Field> fields, Map<String, @Nullable Object> sample) {
        Map<String, @Nullable Object> answers = new LinkedHashMap<>();
        fields.filter(field -> sample.containsKey(field.id()))
                .forEach(field -> answers.put(field.id(), sample.get(field.id())));
        return answers;
    }

    /** Only what a person would have typed; entries that the record gives are there already. */
    private static @Nullable Object typed(Field field, @Nullable Object answer) {
        return field.filledByRecord() ? answer : Filling.joined(field, answer, null);
    }

    private static Map<String, @Nullable Object> read(Path sample) {
        try {
            return Json.readObject(Utf8.decode(Files.readAllBytes(sample), sample.toString()), sample.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the sample " + sample, e);
        }
    }
}
