package quire.web.paper;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quire.forms.Field;
import quire.forms.Section;
import quire.portfolio.Revision;
import quire.portfolio.SetAside;

/**
 * What was saved of a section, question by question, the latest first. Somebody who writes is saved every few seconds: what
 * they did at one sitting is one line, unless words went away on the way, which somebody may want to have back.
 */
final class WrittenLines {

    /** Whoever goes on within it is still at it. */
    private static final Duration ONE_SITTING = Duration.ofMinutes(30);
    /** As many words as somebody mends while they write. */
    private static final int MENDED = 5;

    private final ZoneId zone;
    private final boolean each;
    private final List<Line> lines = new ArrayList<>();

    /** @param each whether every single save is a line of its own */
    WrittenLines(ZoneId zone, boolean each) {
        this.zone = zone;
        this.each = each;
    }

    /**
     * One line.
     *
     * @param field the question
     * @param number of the revision after which it was so, or of what was set aside
     * @param aside whether it was set aside, and so never saved
     * @param open whether it is still to be decided what becomes of what was set aside
     * @param by the id of the person who wrote
     * @param deputyOf for whom; null if for themselves
     * @param from when they began
     * @param at when they last saved
     * @param before the answer before it, in plain lines
     * @param longest the most that stood there in between
     * @param after the answer after it
     * @param answer the same as it is kept
     * @param now whether it is still so
     */
    record Line(
            Field field,
            int number,
            boolean aside,
            boolean open,
            String by,
            @Nullable String deputyOf,
            Instant from,
            Instant at,
            String before,
            String longest,
            String after,
            @Nullable Object answer,
            boolean now) {

        Line asNow() {
            return new Line(field, number, aside, open, by, deputyOf, from, at, before, longest, after, answer, true);
        }

        LocalDate day(ZoneId zone) {
            return LocalDate.ofInstant(at, zone);
        }
    }

    /** What people have saved. */
    WrittenLines add(Section section, List<Revision> revisions) {
        section.fields().stream().filter(Field::asksPeople).forEach(field -> add(field, revisions));
        return this;
    }

    /** What people have saved in answer to some more questions. */
    WrittenLines add(List<Field> fields, List<Revision> revisions) {
        fields.stream().filter(Field::asksPeople).forEach(field -> add(field, revisions));
        return this;
    }

    /** What was set aside beside it. */
    WrittenLines addAside(Section section, List<SetAside> asides) {
        for (SetAside aside : asides) {
            for (Field field : section.fields()) {
                if (aside.answers().containsKey(field.id())) {
                    lines.add(aside(field, aside));
                }
            }
        }
        return this;
    }

    /** All of them, the latest first. */
    List<Line> done() {
        return lines.stream()
                .sorted(Comparator.comparing(Line::at)
                        .thenComparing(Line::number)
                        .reversed())
                .toList();
    }

    private static Line aside(Field field, SetAside aside) {
        Object answer = aside.answers().get(field.id());
        String text = SaidView.of(field, answer).lines();
        return new Line(
                field,
                aside.number(),
                true,
                aside.settledAt() == null,
                aside.by(),
                aside.deputyOf(),
                aside.at(),
                aside.at(),
                "",
                text,
                text,
                answer,
                false);
    }

    private void add(Field field, List<Revision> revisions) {
        Line line = null;
        for (Revision revision : revisions) {
            if (revision.changes().containsKey(field.id())) {
                Line next = line(field, revision, line == null ? "" : line.after());
                if (line != null && goesOn(line, next)) {
                    line = folded(line, next);
                } else {
                    keep(line);
                    line = next;
                }
            }
        }
        keep(line == null ? null : line.asNow());
    }

    /** What only ever was empty is no line. */
    private void keep(@Nullable Line line) {
        if (line != null && !(line.before().isEmpty() && line.after().isEmpty())) {
            lines.add(line);
        }
    }

    private static Line line(Field field, Revision revision, String before) {
        Object answer = revision.changes().get(field.id());
        String text = SaidView.of(field, answer).lines();
        return new Line(
                field,
                revision.number(),
                false,
                false,
                revision.by(),
                revision.deputyOf(),
                revision.savedAt(),
                revision.savedAt(),
                before,
                text,
                text,
                answer,
                false);
    }

    private boolean goesOn(Line line, Line next) {
        return !each
                && line.by().equals(next.by())
                && Objects.equals(line.deputyOf(), next.deputyOf())
                && line.day(zone).equals(next.day(zone))
                && Duration.between(line.at(), next.at()).abs().compareTo(ONE_SITTING) < 0
                && WordChanges.between(line.longest(), next.after()).gone() <= MENDED;
    }

    private static Line folded(Line line, Line next) {
        boolean longer = next.after().length() > line.longest().length();
        return new Line(
                line.field(),
                next.number(),
                false,
                false,
                line.by(),
                line.deputyOf(),
                line.from(),
                next.at(),
                line.before(),
                longer ? next.after() : line.longest(),
                next.after(),
                next.answer(),
                false);
    }
}
