package quire.web;

import java.time.Clock;
import quire.documents.DocumentMaker;
import quire.forms.Forms;
import quire.portfolio.Attachments;
import quire.portfolio.Documents;
import quire.programme.Programmes;

/**
 * The front doors that the pages and the interface for programs knock on.
 *
 * @param forms the published forms
 * @param programmes the published programmes
 * @param documents what people have started
 * @param attachments the files they have handed in
 * @param maker makes Word and PDF
 * @param clock now, and the zone in which a day begins
 */
public record Rooms(
        Forms forms,
        Programmes programmes,
        Documents documents,
        Attachments attachments,
        DocumentMaker maker,
        Clock clock) {}
