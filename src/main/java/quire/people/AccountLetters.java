package quire.people;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import quire.post.Letter;

/** What is written to somebody about their account. */
final class AccountLetters {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM uuuu 'at' HH:mm", Locale.UK).withZone(ZoneId.of("Europe/London"));

    private AccountLetters() {}

    /** @param token what goes into the address; from then on it is nowhere else */
    static Letter of(AccountLink.Kind kind, Person person, String token, Instant until) {
        boolean invited = kind == AccountLink.Kind.INVITATION;
        String text = """
                Hello %s,

                %s

                %s

                The link can be used once, until %s, United Kingdom time. It is for you alone: nobody will ever ask you for it,
                or for your password.

                %s
                """.formatted(
                        Letter.inLine(person.name()),
                        invited
                                ? "an account is waiting for you in Quire, where your organisation writes and signs its papers."
                                        + "\nChoose a password, and then you are in:"
                                : "you can choose another password for Quire here:",
                        Letter.SECRET,
                        MOMENT.format(until),
                        invited
                                ? "If you do not know what this is about, you need not do anything."
                                : "If you did not ask for this, you need not do anything: the password that you have stays"
                                        + " good.");
        return Letter.of(
                        "account " + UUID.randomUUID(),
                        person.email(),
                        invited ? "Your account in Quire" : "Choose another password for Quire",
                        text,
                        new Letter.Secret("/link/" + token, until))
                .about("person", person.id());
    }
}
