package quire.merge.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.docx4j.openpackaging.exceptions.Docx4JException;
import org.docx4j.openpackaging.packages.WordprocessingMLPackage;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import quire.merge.Delimiters;
import quire.merge.Key;
import quire.merge.Outline;
import quire.merge.Outline.Question;
import quire.merge.Outline.Section;
import quire.merge.Shape.Kind;
import quire.merge.TemplateCheck;
import quire.merge.TextTemplate;

/** A scaffold of any outline whatever is a Word file. */
class AnyScaffoldTest {

    @Property(tries = 100)
    void makesAWellFormedFileOfAnyOutline(@ForAll("outlines") Outline outline) throws Docx4JException {
        byte[] file = Scaffold.of(outline);

        assertThat(TemplateCheck.checkNesting(TextTemplate.tags(ScaffoldFile.text(file), "x", Delimiters.MUSTACHE)
                        .tags()))
                .isEmpty();
        WordprocessingMLPackage.load(new ByteArrayInputStream(file))
                .getMainDocumentPart()
                .getContents();
        Document document = ScaffoldFile.xml(file, ScaffoldFile.DOCUMENT);
        assertThat(ScaffoldFile.elements(document, "tbl"))
                .allSatisfy(
                        table -> assertThat(ScaffoldFile.elements(table, "tr")).isNotEmpty());
        assertThat(ScaffoldFile.elements(document, "tc"))
                .allSatisfy(cell -> assertThat(lastBlock(cell).getLocalName()).isEqualTo("p"));
        long asked = outline.questions()
                .filter(question -> question.kind() != Kind.LIST)
                .count();
        assertThat(ScaffoldFile.places(file).stream().filter(key -> key.startsWith("q")))
                .hasSizeGreaterThanOrEqualTo((int) asked);
    }

    @Provide
    Arbitrary<Outline> outlines() {
        Arbitrary<String> words = Arbitraries.strings().all().ofMaxLength(80);
        Arbitrary<Question> plain = Combinators.combine(
                        words, words, Arbitraries.of(Kind.class), Arbitraries.of(true, false))
                .as((label, hint, kind, optional) ->
                        Question.of("x", label, kind).hint(hint).optional(optional));
        Arbitrary<Question> question = Combinators.combine(
                        plain, plain.list().ofMaxSize(9), words.list().ofMaxSize(5))
                .as((asked, parts, choices) ->
                        asked.holding(numbered("part", parts)).offering(choices));
        Arbitrary<Section> section = Combinators.combine(
                        words, words, question.list().ofMaxSize(6))
                .as((title, intro, questions) -> new Section(title, intro, null, questions));
        return section.list().ofMaxSize(4).map(sections -> paper("Any", sections));
    }

    private static Outline paper(String name, List<Section> sections) {
        List<Section> numbered = new ArrayList<>();
        for (int i = 0; i < sections.size(); i++) {
            Section section = sections.get(i);
            numbered.add(
                    new Section(section.title(), section.intro(), null, numbered("q" + i + "_", section.questions())));
        }
        return new Outline(name, "", null, List.of(), numbered, true);
    }

    private static List<Question> numbered(String name, List<Question> questions) {
        List<Question> numbered = new ArrayList<>();
        for (Question question : questions) {
            Key key = Key.parse(name + numbered.size());
            numbered.add(new Question(
                    key,
                    question.label(),
                    question.hint(),
                    question.kind(),
                    question.optional(),
                    question.choices(),
                    question.parts(),
                    question.cards()));
        }
        return numbered;
    }

    private static Node lastBlock(Element cell) {
        Node last = cell.getLastChild();
        while (!(last instanceof Element)) {
            last = last.getPreviousSibling();
        }
        return last;
    }
}
