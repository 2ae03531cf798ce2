package quire.web.evidence;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quire.convert.Refusal;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;
import quire.people.Deed;
import quire.people.Person;
import quire.portfolio.EvidenceFile;
import quire.portfolio.EvidenceNote;
import quire.portfolio.Portfolio;
import quire.portfolio.Upload;
import quire.web.frame.Body;
import quire.web.frame.Complaints;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Posted;
import quire.web.frame.Rooms;
import quire.web.frame.SecurityLog;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** All files of a portfolio, and the form that takes in another one. */
final class EvidencePages {

    private static final Map<String, String> DONE = Map.of(
            "removed",
            "The file was taken away.",
            "waits",
            "The file waits for the virus check, which does not answer at the moment. It is added as soon as it has been"
                    + " checked. You do not need to upload it again.");

    private final Rooms rooms;
    private final Pages pages;

    EvidencePages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    void show(Context request) {
        String paper = request.queryParam("paper");
        show(request, new EvidenceNote("", paper == null ? Set.of() : Set.of(paper), false), new Complaints());
    }

    /** Takes a file in; what was said about it stays on the page where the file is refused. */
    void upload(Context request) {
        Visit visit = Visit.of(request);
        Posted posted = Body.form(request);
        EvidenceNote note = FilePages.note(posted);
        try {
            String next = take(posted, note, visit)
                    .map(upload -> "/" + upload.file().id() + "?done=" + (upload.wasThere() ? "there" : "added"))
                    .orElse("?done=waits");
            request.redirect(new FileViews(rooms, visit).address() + next, HttpStatus.SEE_OTHER);
        } catch (Problem refused) {
            note(refused, request);
            Complaints complaints = complaints(refused);
            request.status(
                    refused.kind() == Problem.Kind.TOO_LARGE
                            ? HttpStatus.CONTENT_TOO_LARGE
                            : HttpStatus.UNPROCESSABLE_CONTENT);
            show(request, note, complaints);
        }
    }

    /** Empty if the file waits for the virus scanner. */
    private Optional<Upload> take(Posted posted, EvidenceNote note, Visit visit) {
        String portfolio = visit.inPortfolio().id();
        if (posted.isTooLarge("file")) {
            throw Refusal.TOO_LARGE.asProblem();
        }
        Posted.PostedFile file = posted.file("file").orElse(new Posted.PostedFile("", new byte[0], false));
        if (file.name().isEmpty() && file.bytes().length == 0) {
            throw Problem.badInput(Finding.error("upload-none", "Select a file", Place.atPath("file")));
        }
        return rooms.evidence()
                .quarantine()
                .receive(
                        portfolio,
                        note,
                        file.name(),
                        new ByteArrayInputStream(file.bytes()),
                        visit.actor(),
                        visit.now());
    }

    /** What is wrong with the file stands at the file; what to do about it comes with it. */
    private static Complaints complaints(Problem refused) {
        if (refused.kind() != Problem.Kind.BAD_INPUT && refused.kind() != Problem.Kind.TOO_LARGE) {
            throw refused;
        }
        Complaints complaints = new Complaints();
        StringBuilder advice = new StringBuilder();
        for (Finding finding : refused.findings()) {
            String path = finding.place().path();
            if (!finding.isError()) {
                advice.append(' ').append(finding.message());
            } else if (path == null) {
                complaints.add("file", finding.message());
            } else {
                complaints.add(path, finding.message());
            }
        }
        return advice.isEmpty()
                ? complaints
                : complaints.advise("file", advice.toString().strip());
    }

    /** Somebody may have meant harm: whoever watches the log should know, and no word of the file is in it. */
    private static void note(Problem refused, Context request) {
        Refusal.of(refused)
                .filter(Refusal::isSuspicious)
                .ifPresent(refusal -> SecurityLog.refused("a file (" + refusal.code() + ")", request));
    }

    private void show(Context request, EvidenceNote note, Complaints complaints) {
        Visit visit = Visit.of(request);
        Portfolio portfolio = visit.inPortfolio();
        FileViews files = new FileViews(rooms, visit);
        List<EvidenceFile> seen = files.seen();
        Person nqsw = rooms.people().persons().get(portfolio.nqsw());
        View view = Frame.page("Evidence", nqsw.name() + ", " + portfolio.code(), files.at())
                .text("address", files.address())
                .text("done", Frame.done(request, DONE))
                .flag("adds", files.may(Deed.ADD_EVIDENCE) && files.isOpen())
                .list("waiting", files.waiting())
                .list("files", seen.stream().map(files::of).toList())
                .text("description", note.description())
                .flag("confidential", note.confidential())
                .list("papers", files.choices(note.supports()))
                .text("fileError", complaints.at("file"))
                .text("fileAdvice", complaints.advice("file"))
                .text("descriptionError", complaints.at("description"));
        Frame.back(view, "/portfolios/" + portfolio.id(), "Back to all papers");
        rooms.visits().saw(portfolio.id(), visit.actor(), visit.now());
        pages.show(request, "evidence", complaints.on(view));
    }
}
