package quire.portfolio;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What every action of the trail is called, as it goes on behind the name of whoever did it. In braces stands what the entry
 * tells more of: what it was done to ({@code it}), or one of its details.
 */
final class TrailWords {

    private static final String TABLE = """
            account.invited              sent {it} an invitation
            account.opened               chose a password and opened {their} account
            account.set_up               set Quire up
            account.set_up_code_shown    showed the code for setting up
            assignment.ended             decided that {it} would be the {role} until {until}
            assignment.made              made {it} the {role} from {from}
            bundle.batch_ordered         asked for the bundles of many portfolios
            bundle.built                 had a bundle of the portfolio built
            bundle.closed                ended the time in which {reader} could read a bundle
            bundle.opened                opened a bundle of the portfolio
            bundle.ordered               asked for a bundle of the portfolio
            bundle.released              let {reader} read a bundle from {from} to {until}
            cohort.exported              took a cohort out into a table
            cohort.follows               decided with which version of a programme new people begin
            comment.added                commented on {document}
            comment.answered             answered a comment on {document}
            comment.dealt_with           marked a comment on {document} as dealt with
            comment.reopened             opened a comment on {document} again
            comment.taken_back           took back a comment on {document}
            deputy.named                 let {it} stand in for {stands_in_for} as the {role} from {from} to {until}
            document.downloaded          downloaded {it}
            document.filled_in           brought {it} up to date with the record
            document.moved               took {it} to a newer version of its form
            document.read                read {it}
            document.reopened            opened {it} again, which all had signed{at_request}
            document.reopening_asked     asked a second person to agree that {it} is opened again
            document.reopening_declined  did not agree that {it} is opened again
            document.reopening_taken_back took back that {it} should be opened again
            document.saved               wrote in {it}
            document.sealed              noted how all had signed {it}
            document.set_aside           wrote in {it} what somebody else had changed meanwhile, so it was put aside
            document.settled             settled what was put aside in {it}
            document.signed              gave the last signature of {it}
            document.started             started {it}
            evidence.added               added the file {it}
            evidence.attached            attached the file {it} to {document}
            evidence.described           changed what is said about the file {it}
            evidence.detached            detached the file {it} from {document}
            evidence.held                handed in a file that waits for the virus scanner
            evidence.opened              opened the file {it}
            evidence.refused             did not take in a file that had waited for the virus scanner
            evidence.removed             removed the file {it}
            evidence.taken_back          took back a file that waited for the virus scanner
            forms.published              published versions of forms
            glass.broken                 gave a reason and opened what is closed to them otherwise, for an hour
            invitation.answered          sent what was asked for in {it}
            invitation.cancelled         took back a request about {it}
            invitation.declined          said that a request about {it} is not for them
            invitation.described         said who they are
            invitation.reminded          reminded somebody of a request about {it}
            invitation.renewed           sent a new link for {it}
            invitation.sent              asked somebody for their part in {it}
            invitation.started           opened {it} with a link
            letter.opened                looked at a link or code in a letter, to hand it on
            letter.sent_again            had a letter sent again
            letter.stopped               kept a letter from being sent
            layout.kept                  kept a layout that somebody signs a paper in
            organisation.added           took in an organisation
            organisation.changed         changed what is kept about an organisation
            pass.ended                   left {it} on the device of somebody else
            pass.opened                  signed in for {it} on the device of somebody else
            password.changed             changed {their} password
            password.reset               chose a new password
            password.reset_asked         asked for a link to choose a new password
            password.reset_started       sent {it} a link to choose a new password
            people.exported              took people out into a table
            people.imported              took people in from a table
            person.access_ended          decided that {it} would have access until {last_day}
            person.access_restored       gave {it} access again
            person.added                 took {it} in
            person.arrived               took {it} in with a portfolio from another installation
            person.changed               changed what is kept about {it}
            person.data_taken            took away what is held about {it}
            person.display_changed       changed how pages look for them
            portfolio.booked             agreed a date
            portfolio.closed             closed the portfolio
            portfolio.decided            decided what the programme leaves open
            portfolio.described          changed the team of the portfolio
            portfolio.enrolled           opened the portfolio
            portfolio.exported           took the whole record of the portfolio out for another installation
            portfolio.hours              changed the working hours
            portfolio.imported           took the portfolio in from another installation
            portfolio.moved              changed the day on which the year begins
            portfolio.papers_taken       took finished papers away in one file
            portfolio.paused             let the year stand still for a while
            portfolio.reopened           opened the closed portfolio again
            portfolio.resumed            changed when a pause of the year ends
            portfolio.seen               looked at the stages and dates of the portfolio
            portfolio.taken              took the portfolio away
            portfolio.unbooked           took back an agreed date
            programmes.published         published versions of programmes
            record.restored              restored the record from a backup
            recording.begun              began to write down in {it} what somebody said
            recording.confirmed          noted that what {it} records was confirmed by whoever said it
            recovery_code.used           signed in with a recovery code
            recovery_codes.renewed       made new recovery codes
            redaction.decided            decided what coded bundles of the portfolio say
            reminder.turned_off          turned reminders off
            reminder.turned_on           turned reminders on
            rendition.made               made a file of {it} as all had signed it
            role.ended                   decided that {it} would be {role} until {until}
            role.given                   made {it} {role} from {from}
            second_step.turned_off       turned off the second step of signing in for {it}
            second_step.turned_on        turned on the second step of signing in
            section.completed            marked the section “{section}” of {it} as complete
            section.released             released the section “{section}” of {it}
            section.reopened             opened the section “{section}” of {it} again
            section.returned             gave the section “{section}” of {it} back
            session.ended                signed {it} out in one browser
            session.opened               signed in
            session.others_ended         signed {it} out in other browsers
            signature.arrived            took in a signature of {document} that was given elsewhere
            signature.given              signed {document}
            signature.superseded         changed {document} after it was signed, so a signature stands no more
            token.ended                  ended a token of a program
            token.made                   made a token for a program
            """;

    private static final Pattern GAP = Pattern.compile("\\{([a-z_]+)}");
    private static final Map<String, String> WORDS = read();

    private TrailWords() {}

    /**
     * The words for an action.
     *
     * @param more what goes into the braces, by what stands in them
     */
    static String of(String action, Function<String, String> more) {
        String words = WORDS.get(action);
        if (words == null) {
            // A trail is older, or younger, than the program that reads it.
            return "did something that has no words here (" + action + ")";
        }
        return GAP.matcher(words).replaceAll((MatchResult gap) -> Matcher.quoteReplacement(more.apply(gap.group(1))));
    }

    /** The actions that have words. */
    static Set<String> actions() {
        return new TreeSet<>(WORDS.keySet());
    }

    private static Map<String, String> read() {
        Map<String, String> words = new LinkedHashMap<>();
        TABLE.lines().forEach(line -> {
            String[] parts = line.strip().split(" +", 2);
            words.put(parts[0], parts[1]);
        });
        return words;
    }
}
