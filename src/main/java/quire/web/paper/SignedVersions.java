package quire.web.paper;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import quire.portfolio.Document;
import quire.portfolio.SignedRecord;
import quire.web.frame.Rooms;
import quire.web.frame.Times;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** What all have signed of a paper, the newest first: the files that stay as they are, and how they can be recognised. */
final class SignedVersions {

    private SignedVersions() {}

    /** Puts those that the visitor may take away into the page of a paper. */
    static View show(View view, SeenPaper paper, Visit visit, Rooms rooms) {
        Document document = paper.document();
        List<View> versions = new ArrayList<>();
        for (SignedRecord record : readable(rooms, paper, visit)) {
            versions.add(new View()
                    .text("at", Times.words(record.at(), rooms.clock()))
                    .text("mark", record.printedMark())
                    .flag("newest", versions.isEmpty() && document.isClosed())
                    .text("pdf", address(record) + "/pdf")
                    .text("word", address(record) + "/word"));
        }
        return view.list("signedVersions", versions);
    }

    /** The one of a number, if there is one and the visitor may take it away. */
    static Optional<SignedRecord> find(Rooms rooms, SeenPaper paper, Visit visit, String number) {
        return readable(rooms, paper, visit).stream()
                .filter(record -> String.valueOf(record.number()).equals(number))
                .findFirst();
    }

    private static List<SignedRecord> readable(Rooms rooms, SeenPaper paper, Visit visit) {
        if (paper.document().place() == null
                || paper.document().form().signOff().isEmpty()
                || !PaperDownloads.maySigned(visit)) {
            return List.of();
        }
        List<SignedRecord> newestFirst =
                new ArrayList<>(rooms.finalPapers().all(paper.document().id()));
        Collections.reverse(newestFirst);
        return newestFirst.stream()
                .filter(record -> paper.readsAll(rooms.finalPapers().sections(record)))
                .toList();
    }

    private static String address(SignedRecord record) {
        return "/documents/" + record.document() + "/signed/" + record.number();
    }
}
