package quire.web.people;

import java.time.Clock;
import java.util.Objects;
import quire.people.Directory;
import quire.people.Person;
import quire.web.frame.Times;
import quire.web.frame.View;

/** How far somebody's account has come, in words. */
final class AccountStates {

    private AccountStates() {}

    /** The state as a tag or plain words, and what there is to know beside it. */
    static View view(Directory.Entry entry, Clock clock) {
        Person person = entry.person();
        return switch (entry.state()) {
            case NOT_INVITED -> view("Not invited yet", "govuk-tag--yellow", "");
            case INVITED -> {
                Directory.Invitation invitation = Objects.requireNonNull(entry.invitation());
                boolean over = clock.instant().isAfter(invitation.until());
                yield view(
                        over ? "Invitation ran out" : "Invited",
                        over ? "govuk-tag--yellow" : "govuk-tag--blue",
                        (over ? "On " : "Good until ") + Times.words(invitation.until(), clock));
            }
            case OPEN ->
                view("Can sign in", "", person.endedOn() == null ? "" : "Until " + Times.day(person.endedOn()));
            case ENDED ->
                view(
                        "Access ended",
                        "govuk-tag--grey",
                        "Last day: " + Times.day(Objects.requireNonNull(person.endedOn())));
        };
    }

    private static View view(String words, String tag, String note) {
        return new View().text("words", words).text("tag", tag).text("note", note);
    }
}
