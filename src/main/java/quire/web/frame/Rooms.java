package quire.web.frame;

import java.time.Clock;
import java.time.LocalDate;
import quire.bundle.Bundles;
import quire.bundle.SealKeys;
import quire.documents.DocumentMaker;
import quire.documents.FinalPapers;
import quire.forms.Forms;
import quire.people.People;
import quire.portfolio.AccessLog;
import quire.portfolio.Attachments;
import quire.portfolio.Comments;
import quire.portfolio.Documents;
import quire.portfolio.Evidence;
import quire.portfolio.PersonalData;
import quire.portfolio.Portfolios;
import quire.portfolio.Reminders;
import quire.portfolio.Visits;
import quire.post.PostOffice;
import quire.preflight.Preflight;
import quire.programme.Programmes;
import quire.takeaway.TakeAways;
import quire.trail.Trail;

/**
 * The front doors that the pages and the interface for programs knock on.
 *
 * @param forms the published forms
 * @param programmes the published programmes
 * @param people who they are and who may do what
 * @param portfolios the years of people
 * @param documents what people have started
 * @param attachments the files in their answers
 * @param comments what they have written beside sections
 * @param evidence the files that they have put into portfolios
 * @param visits who was shown what
 * @param accessLog what was done in a portfolio, in words
 * @param maker makes Word and PDF
 * @param finalPapers the Word and PDF files of what all have signed
 * @param personalData what is held about somebody
 * @param takeAways papers and portfolios to take away
 * @param bundles what goes to panels as one file
 * @param preflight holds bundles against rules
 * @param sealKeys what the installation seals with
 * @param trail who did what
 * @param post what the program writes to people
 * @param reminders who is reminded of papers that wait for them
 * @param installation how the installation stands
 * @param clock now, and the zone in which a day begins
 */
public record Rooms(
        Forms forms,
        Programmes programmes,
        People people,
        Portfolios portfolios,
        Documents documents,
        Attachments attachments,
        Comments comments,
        Evidence evidence,
        Visits visits,
        AccessLog accessLog,
        DocumentMaker maker,
        FinalPapers finalPapers,
        PersonalData personalData,
        TakeAways takeAways,
        Bundles bundles,
        Preflight preflight,
        SealKeys sealKeys,
        Trail trail,
        PostOffice post,
        Reminders reminders,
        Installation installation,
        Clock clock) {

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }
}
