package quire.web;

import java.time.Clock;
import java.time.LocalDate;
import quire.documents.DocumentMaker;
import quire.forms.Forms;
import quire.people.People;
import quire.portfolio.Attachments;
import quire.portfolio.Documents;
import quire.portfolio.Portfolios;
import quire.programme.Programmes;
import quire.trail.Trail;

/**
 * The front doors that the pages and the interface for programs knock on.
 *
 * @param forms the published forms
 * @param programmes the published programmes
 * @param people who they are and who may do what
 * @param portfolios the years of people
 * @param documents what people have started
 * @param attachments the files they have handed in
 * @param maker makes Word and PDF
 * @param trail who did what
 * @param clock now, and the zone in which a day begins
 */
public record Rooms(
        Forms forms,
        Programmes programmes,
        People people,
        Portfolios portfolios,
        Documents documents,
        Attachments attachments,
        DocumentMaker maker,
        Trail trail,
        Clock clock) {

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }
}
