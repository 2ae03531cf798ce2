package quire.web.evidence;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quire.convert.Verdict;
import quire.core.Finding;
import quire.core.Problem;
import quire.people.Deed;
import quire.portfolio.EvidenceFile;
import quire.portfolio.EvidenceNote;
import quire.portfolio.OpenedEvidence;
import quire.web.frame.Body;
import quire.web.frame.Complaints;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Posted;
import quire.web.frame.Rooms;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** One file of a portfolio. */
final class FilePages {

    private static final Map<String, String> DONE = Map.of(
            "added", "The file is in the portfolio.",
            "there", "This file was in the portfolio already, so it was not added once more.",
            "changed", "Your changes are saved.");

    private final Rooms rooms;
    private final Pages pages;

    FilePages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    /** What a form says about a file. */
    static EvidenceNote note(Posted posted) {
        Set<String> supports = new HashSet<>(posted.fields().getOrDefault("supports", List.of()));
        return new EvidenceNote(posted.one("description"), supports, posted.has("confidential"));
    }

    void show(Context request) {
        EvidenceFile file = file(request);
        EvidenceNote note = new EvidenceNote(file.description(), Set.copyOf(file.supports()), file.confidential());
        show(request, file, note, new Complaints());
    }

    /** Says anew what it is, and which papers it supports. */
    void change(Context request) {
        Visit visit = Visit.of(request);
        EvidenceFile file = file(request);
        EvidenceNote note = note(Body.form(request));
        try {
            rooms.evidence().describe(file.id(), note, visit.actor(), visit.now());
        } catch (Problem refused) {
            Complaints complaints = new Complaints().add(refused);
            request.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(request, file, note, complaints);
            return;
        }
        for (String paper : note.supports()) {
            rooms.evidence().attach(file.id(), paper, visit.actor(), visit.now());
        }
        for (String paper : file.supports()) {
            if (!note.supports().contains(paper)) {
                rooms.evidence().detach(file.id(), paper, visit.actor(), visit.now());
            }
        }
        request.redirect(address(request, file) + "?done=changed", HttpStatus.SEE_OTHER);
    }

    /** Hands it out: always to be saved, never shown in our place. */
    void download(Context request) {
        Visit visit = Visit.of(request);
        OpenedEvidence opened = rooms.evidence().open(file(request).id(), visit.actor(), visit.now());
        opened.headers(false).forEach(request::header);
        request.result(opened.content());
    }

    void askToRemove(Context request) {
        EvidenceFile file = file(request);
        FileViews files = new FileViews(rooms, Visit.of(request));
        View view = Frame.page("Take “" + file.name() + "” away?", "Evidence", files.at())
                .text("address", address(request, file) + "/remove")
                .group("file", files.of(file));
        Frame.back(view, address(request, file), "Back to the file");
        pages.show(request, "evidence-remove", view);
    }

    void remove(Context request) {
        Visit visit = Visit.of(request);
        rooms.evidence().remove(file(request).id(), visit.actor(), visit.now());
        request.redirect(new FileViews(rooms, visit).address() + "?done=removed", HttpStatus.SEE_OTHER);
    }

    private EvidenceFile file(Context request) {
        return new FileViews(rooms, Visit.of(request)).get(request.pathParam("evidence"));
    }

    private String address(Context request, EvidenceFile file) {
        return new FileViews(rooms, Visit.of(request)).address() + "/" + file.id();
    }

    private void show(Context request, EvidenceFile file, EvidenceNote note, Complaints complaints) {
        Visit visit = Visit.of(request);
        FileViews files = new FileViews(rooms, visit);
        View view = Frame.page(file.name(), "Evidence", files.at())
                .text("address", address(request, file))
                .text("done", Frame.done(request, DONE))
                .flag("changes", files.may(Deed.ADD_EVIDENCE) && files.isOpen())
                .flag("removes", files.may(Deed.REMOVE_EVIDENCE) && files.isOpen())
                .group("file", files.of(file))
                .text("description", note.description())
                .flag("confidential", note.confidential())
                .list("papers", files.choices(note.supports()))
                .text("descriptionError", complaints.at("description"));
        addVerdict(file, view);
        Frame.back(view, files.address(), "Back to all files");
        pages.show(request, "evidence-file", complaints.on(view));
    }

    /** What it is like, as far as that could be found out. */
    private void addVerdict(EvidenceFile file, View view) {
        Optional<Verdict> verdict = rooms.evidence().verdict(file);
        List<Finding> findings = verdict.map(Verdict::findings).orElse(List.of());
        view.text("glance", verdict.map(Verdict::summary).orElse(""))
                .flag("noticed", !findings.isEmpty())
                .list(
                        "findings",
                        findings.stream()
                                .map(finding -> new View().text("message", finding.message()))
                                .toList());
    }
}
