package quire.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a new version of a form means for papers that people are writing: the table of classes, line by line. */
class FormChangesTest {

    private static final String FORM = """
            form: visit
            version: 1
            title: Visit
            roles:
              writer: {label: Writer, from: portfolio}
              reader: {label: Reader, from: portfolio}
            lists: {kind: [{id: home, text: Home}, {id: office, text: Office}]}
            sections:
              - id: only
                title: Only
                owner: writer
                visible_to: [reader]
                fields:
                  - {id: contact, type: choice, list: kind, label: Contact}
                  - {id: note, type: text, label: Note, max: 100}
                  - {id: story, type: longtext, label: Story, words: {guide: 100, max: 300}, required: true}
                  - id: aims
                    type: repeat
                    label: Aims
                    item:
                      - {id: aim, type: text, label: Aim}
              - id: more
                title: More
                owner: reader
                fields:
                  - {id: remark, type: text, label: Remark}
            sign_off:
              - {step: 1, by: {all: [writer]}, covers: [only], statement: I wrote this.}
            """;
    private static final Form FIRST = read(FORM);

    private record Use(boolean isStarted, List<String> items) implements InUse {
        @Override
        public boolean holds(String question, String item) {
            return items.contains(question + "=" + item);
        }
    }

    private static final InUse BEGUN = new Use(true, List.of("contact=office"));

    /** An edit, and what is said of it. */
    record Edit(String what, String with, FormChange.Kind kind, String path) {

        Form form() {
            assertThat(FORM).contains(what);
            return read(FORM.replace("version: 1", "version: 2").replace(what, with));
        }
    }

    static Stream<Edit> edits() {
        return Stream.of(
                text("label: Note,", "label: Notes,", "sections.only.fields.note.label"),
                text("label: Remark}", "label: Remark, hint: Short.}", "sections.more.fields.remark.hint"),
                text("title: More", "title: Further", "sections.more.title"),
                text("title: Visit", "title: Visits", "title"),
                text("text: Home}", "text: At home}", "sections.only.fields.contact.list.home"),
                text("guide: 100", "guide: 200", "sections.only.fields.story.words.guide"),
                text("statement: I wrote this.", "statement: It is mine.", "sign_off[0].statement"),
                safe(
                        "{id: remark,",
                        "{id: extra, type: date, label: When}\n      - {id: remark,",
                        "sections.more.fields.extra.id"),
                safe(
                        "{id: office, text: Office}",
                        "{id: office, text: Office}, {id: park, text: Park}",
                        "sections.only.fields.contact.list.park"),
                safe("max: 100", "max: 150", "sections.only.fields.note.max"),
                safe("max: 300", "max: 301", "sections.only.fields.story.words.max"),
                safe(", required: true}", "}", "sections.only.fields.story.required"),
                work("label: Note,", "label: Note, required: true,", "sections.only.fields.note.required"),
                work("max: 100", "max: 99", "sections.only.fields.note.max"),
                work("max: 300", "max: 200", "sections.only.fields.story.words.max"),
                work(
                        "{id: remark,",
                        "{id: extra, type: date, label: When, required: true}\n      - {id: remark,",
                        "sections.more.fields.extra.id"),
                work(
                        "statement: I wrote this.}",
                        "statement: I wrote this.}\n  - {step: 2, by: {all: [reader]}, covers: [more], statement: Read.}",
                        "sign_off[1]"),
                work(
                        "label: Note,",
                        "label: Note, show_if: {field: contact, answered: true},",
                        "sections.only.fields.note.show_if"),
                new Edit(
                        "      - {id: note, type: text, label: Note, max: 100}\n",
                        "",
                        FormChange.Kind.KEEPS_TEXT,
                        "sections.only.fields.note.id"),
                new Edit(
                        "{id: home, text: Home}, ",
                        "",
                        FormChange.Kind.KEEPS_TEXT,
                        "sections.only.fields.contact.list.home"),
                refused(
                        "{id: note, type: text, label: Note, max: 100}",
                        "{id: note, type: number, label: Note}",
                        "sections.only.fields.note.type"),
                refused(", {id: office, text: Office}", "", "sections.only.fields.contact.list.office"),
                refused("owner: reader", "owner: writer", "sections.more.owner"),
                refused("visible_to: [reader]", "visible_to: [writer]", "sections.only.visible_to"),
                refused("title: More\n", "title: More\n    nature: confidential\n", "sections.more.nature"),
                refused(
                        "- {id: aim, type: text, label: Aim}",
                        "- {id: aim, type: date, label: Aim}",
                        "sections.only.fields.aims.item.aim.type"));
    }

    @ParameterizedTest
    @MethodSource("edits")
    void s71_eachChangeHasItsClassAndItsPlace(Edit edit) {
        assertThat(FormChanges.between(FIRST, edit.form(), BEGUN))
                .anySatisfy(change -> {
                    assertThat(change.path()).isEqualTo(edit.path());
                    assertThat(change.kind()).isEqualTo(edit.kind());
                    assertThat(change.words()).isNotBlank();
                })
                .allSatisfy(change -> assertThat(change.kind()).isLessThanOrEqualTo(edit.kind()));
    }

    @ParameterizedTest
    @MethodSource("edits")
    void nothingIsRefusedWhileNobodyHasBegun(Edit edit) {
        assertThat(FormChanges.between(FIRST, edit.form(), InUse.NOT))
                .isNotEmpty()
                .noneMatch(FormChange::isRefused);
    }

    @Test
    void theSameFormHasNoChanges() {
        assertThat(FormChanges.between(FIRST, read(FORM), BEGUN)).isEmpty();
    }

    @Test
    void aSectionStaysOnceThereArePapers() {
        String without = FORM.replace(
                "  - id: more\n    title: More\n    owner: reader\n    fields:\n      - {id: remark, type: text, label: Remark}\n",
                "");
        assertThat(FormChanges.between(FIRST, read(without), BEGUN))
                .filteredOn(FormChange::isRefused)
                .extracting(FormChange::path)
                .containsExactly("sections.more.id");
        assertThat(FormChanges.between(read(without), FIRST, BEGUN))
                .extracting(FormChange::kind)
                .contains(FormChange.Kind.NEEDS_WORK)
                .doesNotContain(FormChange.Kind.REFUSED);
    }

    @Test
    void aQuestionStaysInItsSection() {
        String moved = FORM.replace("      - {id: note, type: text, label: Note, max: 100}\n", "")
                .replace("{id: remark,", "{id: note, type: text, label: Note, max: 100}\n      - {id: remark,");
        assertThat(FormChanges.between(FIRST, read(moved), BEGUN))
                .filteredOn(FormChange::isRefused)
                .extracting(FormChange::path)
                .containsExactly("sections.more.fields.note.section");
    }

    private static Edit text(String what, String with, String path) {
        return new Edit(what, with, FormChange.Kind.TEXT, path);
    }

    private static Edit safe(String what, String with, String path) {
        return new Edit(what, with, FormChange.Kind.SAFE, path);
    }

    private static Edit work(String what, String with, String path) {
        return new Edit(what, with, FormChange.Kind.NEEDS_WORK, path);
    }

    private static Edit refused(String what, String with, String path) {
        return new Edit(what, with, FormChange.Kind.REFUSED, path);
    }

    private static Form read(String yaml) {
        return FormReader.read(yaml, "visit.yaml").orThrow();
    }
}
