package quire.portfolio;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import quire.people.Invitation;
import quire.people.Mailing;
import quire.people.Organisation;
import quire.people.Organisations;
import quire.people.Person;
import quire.people.Persons;
import quire.post.Letter;
import quire.post.Outbox;
import quire.store.Database;
import quire.store.Transaction;

/** What is written to people without accounts, and to those who asked them. No answer and nobody who uses services is in it. */
final class InvitationLetters implements Mailing {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private final Document document;
    private final Outbox outbox;
    private final Persons persons;
    private final Organisations organisations;
    private final Instant now;

    InvitationLetters(Database database, Document document, Instant now) {
        this.document = document;
        this.outbox = new Outbox(database);
        this.persons = new Persons(database);
        this.organisations = new Organisations(database);
        this.now = now;
    }

    @Override
    public void send(Transaction tx, Mailing.Occasion letter) {
        Invitation to = letter.invitation();
        switch (letter.kind()) {
            case ASKED, REMINDED, RENEWED, TURN -> put(tx, letter, subject(letter.kind(), to), text(letter.kind(), to));
            case CODE -> put(tx, letter, "Your code for “" + document.title() + "”", code());
            case CANCELLED -> tell(tx, letter, to.to().email(), "You do not need to answer any more", cancelled(to));
            case DECLINED ->
                tellAsker(tx, letter, "Not for them: " + document.title(), " says that this is not for them");
            case SUBMITTED -> tellAsker(tx, letter, "Answered: " + document.title(), " has sent their answers");
        }
    }

    /** The letter of an invitation as it would be sent, its link left out. */
    String preview(Invitation invitation) {
        return text(Mailing.Occasion.Kind.ASKED, invitation).replace(Letter.SECRET, "(a link that only they get)");
    }

    String subject(Mailing.Occasion.Kind kind, Invitation to) {
        String what = asker(to) + " asks you to complete “" + document.title() + "”";
        return switch (kind) {
            case REMINDED -> "Reminder: " + what;
            case RENEWED -> "Please look again: “" + document.title() + "”";
            case TURN -> "You can sign now: “" + document.title() + "”";
            default -> what;
        };
    }

    private String text(Mailing.Occasion.Kind kind, Invitation to) {
        String last = DAY.format(to.terms().until());
        return String.join(
                "\n",
                "Dear " + to.to().name() + ",",
                "",
                first(kind, to),
                message(kind, to),
                "Open this link to see what it is about, and to start or go on:",
                "",
                Letter.SECRET,
                "",
                "You do not need an account. It takes about 15 minutes. You can stop and come back with the same link"
                        + " until " + last + ".",
                "",
                "If you were not expecting this, open the link and use “This is not for me”. Then nobody writes to"
                        + " you about it again.",
                "",
                organisation(to));
    }

    private String first(Mailing.Occasion.Kind kind, Invitation to) {
        String paper = "“" + document.title() + "”";
        return switch (kind) {
            case RENEWED ->
                asker(to) + " has asked you to look again at " + paper
                        + ". This new link takes the place of the one before; what you sent is kept.";
            case TURN -> "Those who sign " + paper + " before you have signed. You can sign your part now.";
            default ->
                asker(to) + ", " + organisation(to) + ", asks you to complete " + paper + " by "
                        + DAY.format(to.terms().until()) + ".";
        };
    }

    /** Set apart, so that nobody takes what somebody typed for our words. */
    private static String message(Mailing.Occasion.Kind kind, Invitation to) {
        boolean goes = !to.terms().message().isEmpty() && kind != Mailing.Occasion.Kind.TURN;
        return goes
                ? to.terms().message().lines().map(line -> "> " + line).collect(Collectors.joining("\n", "\n", "\n"))
                : "";
    }

    private static String code() {
        return String.join(
                "\n",
                "Somebody has opened the link that we sent to this address. If it was you, type this code:",
                "",
                Letter.SECRET,
                "",
                "It is good for 10 minutes. If it was not you, do nothing.");
    }

    private String cancelled(Invitation to) {
        return "Dear " + to.to().name() + ",\n\n" + asker(to) + " had asked you to complete “" + document.title()
                + "”. That is not needed any more, and the link does nothing now. Thank you all the same.\n\n"
                + organisation(to);
    }

    private void put(Transaction tx, Mailing.Occasion letter, String subject, String text) {
        Invitation to = letter.invitation();
        boolean code = letter.kind() == Mailing.Occasion.Kind.CODE;
        Instant until = code ? now.plusSeconds(600) : endOf(to.terms().until());
        String words = code ? letter.secret() : "/i/" + letter.secret();
        outbox.put(
                tx,
                Letter.of(key(letter), to.to().email(), subject, text, new Letter.Secret(words, until))
                        .about("invitation", to.id()),
                now);
    }

    /** The last day is over everywhere in the country. */
    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atTime(12, 0).toInstant(ZoneOffset.UTC);
    }

    private void tellAsker(Transaction tx, Mailing.Occasion letter, String subject, String did) {
        Invitation about = letter.invitation();
        persons.find(about.asked().by())
                .map(Person::email)
                .ifPresent(email -> tell(
                        tx,
                        letter,
                        email,
                        subject,
                        about.to().name() + did + ". Everybody who was asked about “" + document.title()
                                + "”:\n\n/documents/" + document.id() + "/requests"));
    }

    private void tell(Transaction tx, Mailing.Occasion letter, String email, String subject, String text) {
        outbox.put(
                tx,
                Letter.of(key(letter), email, subject, text)
                        .about("invitation", letter.invitation().id()),
                now);
    }

    /** Each has a link or a code of its own, so that none stands for another. */
    private static String key(Mailing.Occasion letter) {
        return "invitation " + letter.invitation().id() + " "
                + letter.kind().name().toLowerCase(Locale.ROOT) + " " + UUID.randomUUID();
    }

    private String asker(Invitation to) {
        return name(persons.find(to.asked().by()).orElse(null));
    }

    private static String name(@Nullable Person person) {
        return person == null ? "Somebody" : person.name();
    }

    private String organisation(Invitation to) {
        return organisations.find(to.organisation()).map(Organisation::name).orElse("");
    }
}
