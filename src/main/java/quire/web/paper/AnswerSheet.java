package quire.web.paper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import quire.forms.Answers;
import quire.forms.DocumentFacts;
import quire.forms.Field;
import quire.forms.FieldType;
import quire.forms.Form;
import quire.forms.FormValues;
import quire.forms.Section;
import quire.merge.Value;
import quire.portfolio.Document;
import quire.portfolio.SeenPaper;

/** The answers of a paper as its visitor reads them, section by section, beside the questions. */
final class AnswerSheet {

    private final SeenPaper paper;
    private final Answers answers;

    AnswerSheet(SeenPaper paper) {
        this.paper = paper;
        this.answers = paper.answers();
    }

    /** Every section that the visitor may read. */
    Value all(LocalDate today) {
        Set<String> ids = new TreeSet<>();
        paper.readable().forEach(section -> ids.add(section.id()));
        return sections(ids, today);
    }

    /** Some sections, which the visitor may read. */
    Value of(List<Section> sections, LocalDate today) {
        Set<String> ids = new TreeSet<>();
        sections.forEach(section -> ids.add(section.id()));
        return sections(ids, today);
    }

    Value only(Section section, LocalDate today) {
        return sections(Set.of(section.id()), today);
    }

    /** The sections as every template sees them; each also under a name that its fields do not hide. */
    private Value sections(Set<String> ids, LocalDate today) {
        Document document = paper.document();
        DocumentFacts facts = new DocumentFacts(document.numberInSeries(), true, today);
        Value sections = FormValues.of(document.form(), answers, facts).member("sections");
        List<Value> named = new ArrayList<>();
        for (Value section : sections instanceof Value.Items items ? items.items() : List.<Value>of()) {
            Map<String, Value> members = new LinkedHashMap<>(((Value.Group) section).members());
            String id = members.getOrDefault("id", Value.Items.NONE).text();
            if (ids.contains(id)) {
                named.add(new Value.Group(named(members, document.form().section(id))));
            }
        }
        return new Value.Items(named);
    }

    private Map<String, Value> named(Map<String, Value> members, Section section) {
        boolean open = paper.writes(section) && paper.document().mayStart(section);
        members.put("section", new Value.Text(section.id()));
        members.put("open", Value.Flag.of(open));
        members.put("fields", fields(members.getOrDefault("fields", Value.Items.NONE), open));
        return members;
    }

    /** The fields, each knowing whether somebody has said that there is nothing to list, and whether it can be changed. */
    private Value fields(Value fields, boolean open) {
        Form form = paper.document().form();
        List<Value> marked = new ArrayList<>();
        for (Value field : fields instanceof Value.Items items ? items.items() : List.<Value>of()) {
            Map<String, Value> members = new LinkedHashMap<>(((Value.Group) field).members());
            String id = members.getOrDefault("id", Value.Items.NONE).text();
            boolean typed = form.field(id).filter(AnswerSheet::isTyped).isPresent();
            members.put("none", Value.Flag.of(answers.get(id) instanceof List<?> list && list.isEmpty()));
            members.put("change", Value.Flag.of(open && typed));
            marked.add(new Value.Group(members));
        }
        return new Value.Items(marked);
    }

    private static boolean isTyped(Field field) {
        return field.asksPeople() && field.type() != FieldType.PREFILL;
    }
}
