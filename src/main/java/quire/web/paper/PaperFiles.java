package quire.web.paper;

import java.util.List;
import quire.people.Permits;
import quire.portfolio.Document;
import quire.portfolio.EvidenceFile;
import quire.web.frame.Rooms;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** The files of the portfolio that support a paper, as its page names them. */
final class PaperFiles {

    private PaperFiles() {}

    static View show(View view, Document document, Visit visit, Rooms rooms) {
        boolean may = document.place() != null
                && Permits.opensEvidence(visit.stands(), false).allowed();
        boolean all = Permits.opensEvidence(visit.stands(), true).allowed();
        String home = may ? "/portfolios/" + document.portfolio() + "/evidence" : "";
        List<EvidenceFile> files = may ? rooms.evidence().ofDocument(document.id()) : List.of();
        return view.text("evidence", home)
                .text("evidenceFor", home + "?paper=" + document.id())
                .list(
                        "files",
                        files.stream()
                                .filter(file -> all || !file.confidential())
                                .map(file -> new View()
                                        .text("href", home + "/" + file.id())
                                        .text("description", file.description()))
                                .toList());
    }
}
