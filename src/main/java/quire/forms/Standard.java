package quire.forms;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A published standard that people are assessed against. A form takes the statements into a list of its own, so that a
 * later change here changes no form that was published before.
 *
 * @param id equals the name of its file
 * @param version counts up with every change
 * @param title what it is called
 * @param source who published it and when, in words
 * @param inForce when it applies
 * @param placeholder whether it only holds the place of a standard that is not published yet
 * @param level the level that it asks for, which is no statement; null if it names none
 * @param groups what the statements stand under, in its order
 * @param statements what people are assessed against, in its order
 */
public record Standard(
        String id,
        int version,
        String title,
        String source,
        InForce inForce,
        boolean placeholder,
        @Nullable Level level,
        List<Group> groups,
        List<Statement> statements) {

    public Standard {
        groups = List.copyOf(groups);
        statements = List.copyOf(statements);
    }

    /**
     * The days on which a standard applies, both included.
     *
     * @param from null for as long as anybody remembers
     * @param until null for no end that is known
     */
    public record InForce(
            @Nullable LocalDate from, @Nullable LocalDate until) {

        static final InForce ALWAYS = new InForce(null, null);

        public boolean on(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
        }
    }

    /** A level of capability, with its number in the standard if it has one there. */
    public record Level(
            @Nullable String number, String title, @Nullable String text) {}

    /** A heading over some statements; the framework of capabilities calls it a super-domain. */
    public record Group(String id, String title) {}

    /**
     * One thing that people are assessed against.
     *
     * @param id what answers hold, for ever
     * @param number the standard's own, which portfolios cite
     * @param text the statement, or its title
     * @param group the id of the group it stands in
     * @param descriptor what it means at the level of the standard
     */
    public record Statement(
            String id,
            @Nullable String number,
            String text,
            @Nullable String group,
            @Nullable String descriptor) {

        /** The text with its number before it. */
        public String numbered() {
            return number == null ? text : number + " " + text;
        }
    }

    public Optional<Statement> find(String statementId) {
        return statements.stream()
                .filter(statement -> statement.id().equals(statementId))
                .findFirst();
    }

    /** The statements as a form offers them. */
    ChoiceList asList(String listId) {
        List<ChoiceList.Item> items = statements.stream()
                .map(statement -> new ChoiceList.Item(statement.id(), statement.numbered(), statement.descriptor()))
                .toList();
        return new ChoiceList(listId, id, items);
    }
}
