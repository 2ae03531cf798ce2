package quire.forms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.merge.Shape;
import quire.merge.Value;

/**
 * A person by name.
 *
 * @param role the role in which the person is sought among the people of the portfolio; null for anybody
 */
public record PersonField(Question question, @Nullable String role) implements Field {

    private static final List<String> MEMBERS = List.of("name", "role", "registration");

    static Field read(Question question, FieldSource source) {
        source.checkRole(source.at("role"));
        return new PersonField(question, source.at("role").text());
    }

    @Override
    public FieldType type() {
        return FieldType.PERSON;
    }

    @Override
    public boolean isAnswered(@Nullable Object answer) {
        if (answer instanceof Map<?, ?> person && person.get("name") instanceof String name) {
            return !Words.isBlank(name);
        }
        return Field.super.isAnswered(answer);
    }

    @Override
    public String emptyMessage() {
        return question.wording().enterName();
    }

    @Override
    public void check(Object answer, Review review) {
        if (!(answer instanceof Map<?, ?> person)) {
            review.wrongKind("an object with “name”, and “role” and “registration” where they are known");
            return;
        }
        Members.checkKeys(person, MEMBERS, review);
        Members.checkTexts(person, MEMBERS, List.of("name"), review);
    }

    @Override
    public Object tidy(Object answer) {
        return Members.trimmed(answer);
    }

    @Override
    public Map<String, @Nullable Object> schema() {
        Map<String, @Nullable Object> schema = Texts.described(this);
        schema.put("anyOf", List.of(Members.schema(MEMBERS, List.of("name")), Blank.SCHEMA));
        return schema;
    }

    @Override
    public Shape shape() {
        Map<String, Shape> members = new LinkedHashMap<>();
        MEMBERS.forEach(member -> members.put(member, Shape.plain(Shape.Kind.TEXT)));
        return Shape.plain(Shape.Kind.TEXT).with(members).required(required());
    }

    @Override
    public Value value(Object answer) {
        return answer instanceof Map<?, ?> person ? shown(person) : blank();
    }

    @Override
    public Value blank() {
        return shown(Map.of());
    }

    private static Value shown(Map<?, ?> person) {
        Map<String, Value> members = new LinkedHashMap<>();
        MEMBERS.forEach(member -> members.put(member, new Value.Text(Members.text(person, member))));
        String name = Members.text(person, "name");
        return new Value.Shown(name, !name.isEmpty(), members);
    }
}
