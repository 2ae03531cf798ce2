package quire.merge.word;

import static quire.merge.word.ScaffoldText.paragraph;
import static quire.merge.word.ScaffoldText.run;

import java.util.ArrayList;
import java.util.List;
import org.docx4j.wml.R;
import quire.merge.Key;
import quire.merge.Outline.Question;
import quire.merge.Shape;

/** Questions as blocks: short ones share a table of facts, long ones have a heading each, lists become tables. */
final class ScaffoldQuestions {

    /** Wider lists than this stand as cards, since a column narrower than a word helps nobody. */
    private static final int MAX_COLUMNS = 10;

    private static final Key NUMBER = Key.parse("_number");

    private static final Key DRAFT = Key.parse("document.is.draft");

    private static final String NONE = "None";

    private final ScaffoldBody body;
    private final int width;
    private int pictures = 1;

    ScaffoldQuestions(ScaffoldBody body, int width) {
        this.body = body;
        this.width = width;
    }

    /** Whether a question stands as a table with a column for each of its parts. */
    static boolean isTable(Question question) {
        int columns = question.parts().size();
        return question.kind() == Shape.Kind.LIST && !question.cards() && columns > 1 && columns <= MAX_COLUMNS;
    }

    void write(List<Question> questions) {
        List<Question> facts = new ArrayList<>();
        for (Question question : questions) {
            if (isShort(question)) {
                facts.add(question);
            } else {
                writeFacts(facts);
                facts.clear();
                writeLong(question);
            }
        }
        writeFacts(facts);
    }

    R signature(Key key) {
        return ScaffoldPictures.signature(key, ++pictures);
    }

    private static boolean isShort(Question question) {
        return switch (question.kind()) {
            case PROSE, PICTURE, LIST -> false;
            default -> true;
        };
    }

    private void writeFacts(List<Question> facts) {
        if (facts.isEmpty()) {
            return;
        }
        ScaffoldTable table = ScaffoldTable.facts(width);
        facts.forEach(fact -> writeFact(table, fact));
        body.add(table.table());
    }

    /** One row: the label, the answer; the whole row goes if the answer is optional and not given. */
    private void writeFact(ScaffoldTable table, Question fact) {
        boolean goes = fact.optional() && fact.kind() != Shape.Kind.YESNO;
        String open = goes ? ScaffoldTags.open(fact.key()) : "";
        List<Object> label = new ArrayList<>();
        label.add(paragraph("TableLabel", open + ScaffoldTags.plain(fact.label())));
        if (!fact.hint().isEmpty()) {
            label.add(paragraph("Guidance", ScaffoldTags.remark(fact.hint())));
        }
        List<Object> answer = new ArrayList<>(answer(fact));
        if (goes) {
            answer.add(paragraph("TableText", ScaffoldTags.close(fact.key())));
        }
        if (fact.kind() == Shape.Kind.PROSE) {
            table.loose(List.of(label, answer));
        } else {
            table.row(List.of(label, answer));
        }
    }

    /** The answer as a row of facts shows it: in a control where Word has one. */
    private List<Object> answer(Question fact) {
        if (fact.kind() == Shape.Kind.YESNO) {
            return yesNo(fact);
        }
        return List.of(
                switch (fact.kind()) {
                    case DATE -> paragraph("TableText", List.of(ScaffoldControls.date(fact)));
                    case CHOICE ->
                        fact.choices().isEmpty()
                                ? paragraph("TableText", ScaffoldTags.value(fact.key()))
                                : paragraph("TableText", List.of(ScaffoldControls.dropDown(fact)));
                    case PICTURE -> paragraph("TableText", List.of(ScaffoldPictures.answer(fact.key(), ++pictures)));
                    case GROUP -> paragraph("TableText", members(fact));
                    default -> paragraph("TableText", ScaffoldTags.value(fact.key()));
                });
    }

    /** Boxes to tick on a draft; on a final paper the word, or nothing, since an empty box looks forgotten. */
    private static List<Object> yesNo(Question fact) {
        String word = ScaffoldTags.openInverted(DRAFT) + ScaffoldTags.value(fact.key()) + ScaffoldTags.close(DRAFT);
        return List.of(
                paragraph("TableText", ScaffoldTags.open(DRAFT)),
                paragraph("TableText", ScaffoldControls.yesNo(fact)),
                paragraph("TableText", ScaffoldTags.close(DRAFT)),
                paragraph("TableText", word));
    }

    /** The members of a group one after the other, each with its comma only if it is there. */
    private static String members(Question group) {
        StringBuilder words = new StringBuilder();
        for (Question part : group.parts()) {
            Key key = Key.parse(group.key() + "." + part.key());
            if (words.isEmpty()) {
                words.append(ScaffoldTags.value(key));
            } else {
                words.append(ScaffoldTags.open(key))
                        .append(", ")
                        .append(ScaffoldTags.value(key))
                        .append(ScaffoldTags.close(key));
            }
        }
        return words.isEmpty() ? ScaffoldTags.value(group.key()) : words.toString();
    }

    private void writeLong(Question question) {
        // A section on a list repeats, so a list keeps its label and says that there is nothing.
        boolean goes = question.optional() && question.kind() != Shape.Kind.LIST;
        if (goes) {
            body.add(paragraph("BodyText", ScaffoldTags.open(question.key())));
        }
        writeLabelled(question);
        if (goes) {
            body.add(paragraph("BodyText", ScaffoldTags.close(question.key())));
        }
    }

    private void writeLabelled(Question question) {
        body.add(paragraph("Heading2", ScaffoldTags.plain(question.label())));
        if (!question.hint().isEmpty()) {
            body.add(paragraph("Guidance", ScaffoldTags.remark(question.hint())));
        }
        switch (question.kind()) {
            case PICTURE ->
                body.add(paragraph("BodyText", List.of(ScaffoldPictures.answer(question.key(), ++pictures))));
            case LIST -> writeList(question);
            default -> body.add(paragraph("BodyText", ScaffoldTags.value(question.key())));
        }
    }

    private void writeList(Question list) {
        int columns = list.parts().size();
        if (columns == 0) {
            writeLines(list, "ListBullet", Key.CURRENT);
        } else if (columns == 1) {
            writeLines(list, "ListNumber", list.parts().get(0).key());
        } else if (isTable(list)) {
            writeTable(list);
        } else {
            writeCards(list);
        }
    }

    private void writeLines(Question list, String style, Key line) {
        body.add(paragraph("BodyText", ScaffoldTags.open(list.key())));
        body.add(paragraph(style, ScaffoldTags.value(line)));
        body.add(paragraph("BodyText", ScaffoldTags.close(list.key())));
        writeNone(list);
    }

    private void writeCards(Question list) {
        body.add(paragraph("BodyText", ScaffoldTags.open(list.key())));
        body.add(paragraph("Heading3", ScaffoldTags.plain(list.label()) + " " + ScaffoldTags.value(NUMBER)));
        ScaffoldTable card = ScaffoldTable.facts(width);
        list.parts().forEach(part -> writeFact(card, part));
        body.add(card.table());
        body.add(paragraph("BodyText", ScaffoldTags.close(list.key())));
        writeNone(list);
    }

    private void writeNone(Question list) {
        String none = ScaffoldTags.openInverted(list.key()) + NONE + ScaffoldTags.close(list.key());
        body.add(paragraph("BodyText", none));
    }

    private void writeTable(Question list) {
        List<Question> columns = list.parts();
        ScaffoldTable table = ScaffoldTable.headed(ScaffoldColumns.of(columns, width));
        table.headingRow(columns.stream()
                .map(column -> ScaffoldTags.plain(column.label()))
                .toList());
        List<List<Object>> cells = new ArrayList<>();
        columns.forEach(column -> cells.add(cell(column)));
        cells.get(0).add(0, paragraph("TableText", ScaffoldTags.open(list.key())));
        cells.get(cells.size() - 1).add(paragraph("TableText", ScaffoldTags.close(list.key())));
        table.row(cells);
        table.row(List.of(
                List.of(paragraph("TableText", ScaffoldTags.openInverted(list.key()) + NONE)),
                List.of(paragraph("TableText", ScaffoldTags.close(list.key())))));
        body.add(table.table());
    }

    private List<Object> cell(Question column) {
        List<Object> blocks = new ArrayList<>();
        switch (column.kind()) {
            case PICTURE ->
                blocks.add(paragraph("TableText", List.of(ScaffoldPictures.signature(column.key(), ++pictures))));
            case GROUP -> blocks.add(paragraph("TableText", members(column)));
            default -> {
                blocks.add(paragraph("TableText", List.of(run(ScaffoldTags.value(column.key())))));
                column.parts()
                        .forEach(part -> blocks.add(paragraph(
                                "TableLabel", ScaffoldTags.value(Key.parse(column.key() + "." + part.key())))));
            }
        }
        return blocks;
    }
}
