package quire.web.paper;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import quire.portfolio.Document;
import quire.portfolio.SeenPaper;
import quire.portfolio.SignedRecord;
import quire.web.frame.Rooms;
import quire.web.frame.Times;
import quire.web.frame.View;

/** What all have signed of a paper, the newest first: the files that stay as they are, and how they can be recognised. */
final class SignedVersions {

    private SignedVersions() {}

    /** Puts those that the visitor may take away into the page of a paper. */
    static View show(View view, SeenPaper paper, Rooms rooms) {
        Document document = paper.document();
        List<View> versions = new ArrayList<>();
        for (SignedRecord record : newestFirst(rooms, paper)) {
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
    static Optional<SignedRecord> find(Rooms rooms, SeenPaper paper, String number) {
        return newestFirst(rooms, paper).stream()
                .filter(record -> String.valueOf(record.number()).equals(number))
                .findFirst();
    }

    private static List<SignedRecord> newestFirst(Rooms rooms, SeenPaper paper) {
        if (paper.document().form().signOff().isEmpty()) {
            return List.of();
        }
        List<SignedRecord> records = new ArrayList<>(rooms.finalPapers().all(paper));
        Collections.reverse(records);
        return records;
    }

    private static String address(SignedRecord record) {
        return "/documents/" + record.document() + "/signed/" + record.number();
    }
}
