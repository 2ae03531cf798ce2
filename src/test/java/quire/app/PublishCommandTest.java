package quire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quire.forms.Form;
import quire.forms.FormReader;
import quire.people.Actor;
import quire.portfolio.Documents;
import quire.portfolio.Publication;
import quire.portfolio.Publishing;
import quire.store.Database;

class PublishCommandTest {

    private static final String FIRST = """
            form: visit
            version: 1
            title: Visit
            roles: {writer: {label: Writer}}
            sections:
              - id: only
                title: Only
                owner: writer
                fields:
                  - {id: note, type: text, label: Note}
            """;
    private static final String SECOND =
            FIRST.replace("version: 1", "version: 2").replace("label: Note", "label: Your note");

    @TempDir
    private Path folder;

    @Test
    void saysWhatIsDifferentAndPublishesItWithANote() throws IOException {
        write(FIRST);
        assertThat(publish("--note", "The first one").code()).isZero();
        write(SECOND);
        Ran preview = publish("--preview");
        assertThat(preview.err()).isEmpty();
        assertThat(preview.out()).isEqualTo("""
                        Visit, version 2 (visit)
                          Wording: “Note” reads “Your note”. (sections.only.fields.note.label)
                        """);
        assertThat(published()).containsExactly("The first one");
        assertThat(publish("--note", "Kinder words").code()).isZero();
        assertThat(published()).containsExactly("The first one", "Kinder words");
        assertThat(publish("--note", "Again").out()).isEmpty();
        assertThat(published()).hasSize(2);
    }

    @Test
    void s71_namesWhatIsRefused() throws IOException {
        write(FIRST);
        publish();
        Form form = FormReader.read(FIRST, "visit.yaml").orThrow();
        try (Database database = Database.open(folder.resolve("data"))) {
            Instant now = Instant.parse("2026-11-21T10:00:00Z");
            new Documents(database).start(form, Map.of(), Actor.SYSTEM, now, LocalDate.parse("2026-11-21"));
        }
        write(SECOND.replace("type: text", "type: date"));
        for (String what : new String[] {"--preview", "--note=Dates"}) {
            Ran refused = publish(what);
            assertThat(refused.code()).isEqualTo(1);
            assertThat(refused.err()).contains("sections.only.fields.note.type", "An id never changes what it holds");
            assertThat(published()).hasSize(1);
        }
    }

    private List<String> published() {
        try (Database database = Database.open(folder.resolve("data"))) {
            return new Publishing(database)
                    .of("visit").stream().map(Publication::note).toList();
        }
    }

    private Ran publish(String... options) {
        String[] words = new String[options.length + 3];
        words[0] = "publish";
        words[1] = "--data";
        words[2] = folder.resolve("data").toString();
        System.arraycopy(options, 0, words, 3, options.length);
        return Ran.in(folder, (Object[]) words);
    }

    private void write(String yaml) throws IOException {
        Path forms = Files.createDirectories(folder.resolve("forms"));
        Files.writeString(forms.resolve("visit.yaml"), yaml);
    }
}
