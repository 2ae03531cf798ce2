package quire.portfolio;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quire.people.Assignment;
import quire.people.HeldRole;
import quire.people.Person;

/**
 * Everything that the record holds about one person.
 *
 * @param person what they are known by, and how they want to read
 * @param employer the name of their employer
 * @param roles what they are, were and will be for organisations
 * @param parts what they are, were and will be to portfolios
 * @param sessions the browsers in which they are signed in
 * @param programs the programs that come with a token of theirs
 * @param years their own portfolios
 * @param started every document that they started
 * @param saves how often they saved, by document
 * @param comments what they wrote beside sections, with what they took back
 * @param evidence the files that they added, with what was removed
 * @param readings which sections they read last when
 * @param about what was done to them, their account and their roles, the newest first
 */
public record Held(
        Person person,
        String employer,
        List<HeldRole> roles,
        List<Assignment> parts,
        List<SignedIn> sessions,
        List<Program> programs,
        List<Year> years,
        List<Started> started,
        List<Saves> saves,
        List<Comment> comments,
        List<EvidenceFile> evidence,
        List<LastRead> readings,
        List<AccessLine> about) {

    /**
     * A browser in which somebody is signed in; nothing of what proves it.
     *
     * @param browser in words
     * @param ends when it ends in any case
     */
    public record SignedIn(String browser, Instant opened, Instant seen, Instant ends) {}

    /**
     * A program that comes with a token of theirs; nothing of the token.
     *
     * @param name what they call it
     * @param used when it came last; null for never
     */
    public record Program(
            String name, Instant made, @Nullable Instant used) {}

    /**
     * One of their portfolios.
     *
     * @param documents what is in it, whoever started it
     * @param evidence the files in it, whoever added them
     * @param access who did what in it and who looked at it, the newest first
     */
    public record Year(
            Portfolio portfolio, List<Summary> documents, List<EvidenceFile> evidence, List<AccessLine> access) {

        public Year {
            documents = List.copyOf(documents);
            evidence = List.copyOf(evidence);
            access = List.copyOf(access);
        }
    }

    /**
     * A document that they started.
     *
     * @param document its id
     * @param title what the paper is called
     */
    public record Started(String document, String title, Instant at) {}

    /**
     * How often they saved one document.
     *
     * @param document its id
     * @param title what the paper is called
     * @param last when they did so last
     */
    public record Saves(String document, String title, int count, Instant last) {}

    public Held {
        roles = List.copyOf(roles);
        parts = List.copyOf(parts);
        sessions = List.copyOf(sessions);
        programs = List.copyOf(programs);
        years = List.copyOf(years);
        started = List.copyOf(started);
        saves = List.copyOf(saves);
        comments = List.copyOf(comments);
        evidence = List.copyOf(evidence);
        readings = List.copyOf(readings);
        about = List.copyOf(about);
    }
}
