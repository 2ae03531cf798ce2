package quire.merge.word;

import static quire.merge.word.ScaffoldText.paragraph;
import static quire.merge.word.ScaffoldText.run;

import java.util.ArrayList;
import java.util.List;
import org.docx4j.wml.Tbl;
import quire.merge.Key;
import quire.merge.Outline;
import quire.merge.Outline.Question;

/** The body of a starter template: title, heading block, sections, signatures. */
final class ScaffoldBody {

    /** The keys that every paper has, whatever its form. */
    static final Key TITLE = Key.parse("document.title");

    private static final Key SIGNATURES = Key.parse("signatures");

    private final List<Object> blocks = new ArrayList<>();
    private final int width;
    private final ScaffoldQuestions questions;

    private ScaffoldBody(int width) {
        this.width = width;
        this.questions = new ScaffoldQuestions(this, width);
    }

    /**
     * The blocks of the document in order: paragraphs and tables.
     *
     * @param width between the margins, in twentieths of a point
     */
    static List<Object> of(Outline outline, int width) {
        ScaffoldBody body = new ScaffoldBody(width);
        body.writeHead(outline);
        outline.sections().forEach(body::writeSection);
        if (outline.signed()) {
            body.writeSignatures();
        }
        body.addGapAfterTable();
        return body.blocks;
    }

    void add(Object block) {
        if (block instanceof Tbl) {
            addGapAfterTable();
        }
        blocks.add(block);
    }

    /** Word joins two tables that touch, and wants a paragraph at the end. */
    private void addGapAfterTable() {
        if (!blocks.isEmpty() && blocks.get(blocks.size() - 1) instanceof Tbl) {
            blocks.add(paragraph("TableGap", List.of()));
        }
    }

    private void writeHead(Outline outline) {
        add(paragraph("Title", ScaffoldTags.value(TITLE)));
        if (!outline.about().isEmpty()) {
            add(paragraph("Subtitle", ScaffoldTags.plain(outline.about())));
        }
        List<Question> facts = outline.heading();
        if (facts.isEmpty()) {
            return;
        }
        ScaffoldTable table = ScaffoldTable.heading(width);
        for (int i = 0; i < facts.size(); i += 2) {
            List<List<Object>> cells = new ArrayList<>();
            for (Question fact : facts.subList(i, Math.min(i + 2, facts.size()))) {
                cells.add(List.of(paragraph("TableLabel", ScaffoldTags.plain(fact.label()))));
                cells.add(List.of(paragraph("TableText", ScaffoldTags.value(fact.key()))));
            }
            table.row(cells);
        }
        add(table.table());
    }

    private void writeSection(Outline.Section section) {
        Key shownBy = section.shownBy();
        if (shownBy != null) {
            add(paragraph("BodyText", ScaffoldTags.open(shownBy)));
        }
        add(paragraph("Heading1", ScaffoldTags.plain(section.title())));
        if (!section.intro().isEmpty()) {
            add(paragraph("Guidance", ScaffoldTags.remark(section.intro())));
        }
        questions.write(section.questions());
        if (shownBy != null) {
            add(paragraph("BodyText", ScaffoldTags.close(shownBy)));
        }
    }

    private void writeSignatures() {
        add(paragraph("Heading1", "Signatures"));
        ScaffoldTable table = ScaffoldTable.headed(ScaffoldColumns.byWeight(List.of(26, 33, 21, 20), width));
        table.headingRow(List.of("Name and role", "Statement", "Signature", "Date"));
        table.row(List.of(
                List.of(
                        paragraph("SignatureText", ScaffoldTags.open(SIGNATURES) + "{{name}}"),
                        paragraph("TableLabel", "{{role}}")),
                List.of(paragraph("SignatureText", "{{statement}}")),
                List.of(paragraph(
                        "SignatureText", List.of(run("{{online}}"), questions.signature(Key.parse("drawn"))))),
                List.of(paragraph("SignatureText", List.of(run("{{date}}" + ScaffoldTags.close(SIGNATURES)))))));
        add(table.table());
    }
}
