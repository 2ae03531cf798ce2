package quire.portfolio;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import quire.people.PortfolioRole;
import quire.people.Role;
import quire.trail.Entry;
import quire.trail.Recorded;

/** Makes a sentence of an entry: {@code Ruth Vale, your assessor, read Direct observation 1 on 3 March 2026 at 14:32.} */
final class Sentences {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM uuuu 'at' HH:mm", Locale.UK);

    private static final Pattern ENDS_WITH_A_DAY = Pattern.compile("\\d \\p{L}+ \\d{4}$");

    private final TrailNames names;
    private final ZoneId zone;

    Sentences(TrailNames names, ZoneId zone) {
        this.names = names;
        this.zone = zone;
    }

    AccessLine line(Recorded recorded) {
        Entry entry = recorded.entry();
        Instant at = recorded.at();
        String done = TrailWords.of(entry.action(), gap -> filling(gap, entry));
        // Two days beside each other would be read as one.
        String on = ENDS_WITH_A_DAY.matcher(done).find() ? ", on " : " on ";
        String sentence =
                who(entry, LocalDate.ofInstant(at, zone)) + " " + done + on + MOMENT.format(at.atZone(zone)) + ".";
        return new AccessLine(recorded.seq(), at, entry.actor(), entry.action(), sentence);
    }

    private String who(Entry entry, LocalDate day) {
        String deputyOf = text(entry, "deputy_of");
        StringBuilder who = new StringBuilder(names.isReader(entry.actor()) ? "You" : names.person(entry.actor()));
        if (deputyOf != null) {
            who.append(", standing in for ").append(names.personInside(deputyOf));
        }
        String answerable = deputyOf == null ? entry.actor() : deputyOf;
        names.part(answerable, day)
                .filter(part -> !names.isReader(answerable))
                .ifPresent(part -> who.append(", ").append(part));
        return who.indexOf(",") < 0 ? who.toString() : who.append(',').toString();
    }

    private String filling(String gap, Entry entry) {
        return switch (gap) {
            case "it" -> it(entry);
            case "their" -> names.isReader(entry.actor()) ? "your" : "their";
            case "document" -> names.document(entry.details().get("document"));
            case "section" -> names.section(entry.subject(), entry.details().get("section"));
            case "stands_in_for", "reader" -> {
                String person = text(entry, gap);
                yield person == null ? "somebody" : names.personInside(person);
            }
            case "at_request" -> {
                String person = text(entry, "asked_by");
                yield person == null ? "" : ", at the request of " + names.personInside(person) + ",";
            }
            case "role" -> role(entry);
            default -> day(text(entry, gap));
        };
    }

    private String it(Entry entry) {
        return switch (entry.kind()) {
            case "person" -> names.personInside(entry.subject());
            case "document" -> names.document(entry.subject());
            case "evidence" -> names.file(entry.subject());
            default -> "it";
        };
    }

    private static String role(Entry entry) {
        String word = text(entry, "role");
        return word == null
                ? "something"
                : PortfolioRole.find(word)
                        .filter(role -> entry.portfolio() != null)
                        .map(PortfolioRole::label)
                        .or(() -> Role.find(word).map(TrailNames::withArticle))
                        .orElse(word);
    }

    private static String day(@Nullable String day) {
        if (day == null) {
            return "no day in particular";
        }
        try {
            return DAY.format(LocalDate.parse(day));
        } catch (DateTimeParseException e) {
            return day;
        }
    }

    private static @Nullable String text(Entry entry, String detail) {
        return entry.details().get(detail) instanceof String text ? text : null;
    }
}
