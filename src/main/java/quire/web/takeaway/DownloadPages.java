package quire.web.takeaway;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import quire.core.MediaType;
import quire.people.Capacity;
import quire.people.Deed;
import quire.people.Permits;
import quire.portfolio.Portfolio;
import quire.takeaway.FinishedPaper;
import quire.takeaway.Parcel;
import quire.web.frame.Body;
import quire.web.frame.Boxes;
import quire.web.frame.Complaints;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Rooms;
import quire.web.frame.Times;
import quire.web.frame.Typed;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** The finished papers of a portfolio: some or all of them in one file. */
final class DownloadPages {

    private static final String PAPERS = "papers";
    private static final String AS = "as";
    /** What stands before the number of a stage, all of whose papers are meant. */
    private static final String STAGE = "stage-";

    private static final String OF_NO_STAGE = "Other papers";

    private final Rooms rooms;
    private final Pages pages;

    DownloadPages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    void show(Context request) {
        show(request, Typed.NOTHING, new Complaints());
    }

    void send(Context request) {
        Visit visit = Visit.of(request);
        Typed typed = new Typed(Body.form(request).fields());
        Set<String> chosen = chosen(typed, finished(visit));
        Set<MediaType> types = types(typed.one(AS));
        Complaints complaints = new Complaints();
        if (chosen.isEmpty()) {
            complaints.add(PAPERS, "Select at least one paper");
        }
        if (types.isEmpty()) {
            complaints.add(AS, "Select Word, PDF or both");
        }
        if (!complaints.isEmpty()) {
            request.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(request, typed, complaints);
            return;
        }
        Parcel parcel = rooms.takeAways()
                .papers(
                        visit.inPortfolio(),
                        chosen,
                        types,
                        visit.stands(),
                        visit.who().person().display(),
                        visit.actor(),
                        visit.now(),
                        rooms.clock().getZone());
        Sending.send(request, parcel);
    }

    private List<FinishedPaper> finished(Visit visit) {
        return rooms.takeAways()
                .finished(
                        visit.inPortfolio(),
                        visit.stands(),
                        visit.today(),
                        rooms.clock().getZone());
    }

    /** What was ticked, and all papers of the stages that were ticked. */
    private static Set<String> chosen(Typed typed, List<FinishedPaper> finished) {
        Set<String> chosen = new LinkedHashSet<>(typed.all(PAPERS));
        int stage = 0;
        for (List<FinishedPaper> papers : byStage(finished).values()) {
            if (chosen.remove(STAGE + ++stage)) {
                papers.forEach(paper -> chosen.add(paper.document()));
            }
        }
        return chosen;
    }

    private static Set<MediaType> types(String asked) {
        return switch (asked) {
            case "word" -> EnumSet.of(MediaType.DOCX);
            case "pdf" -> EnumSet.of(MediaType.PDF);
            case "both" -> EnumSet.allOf(MediaType.class);
            default -> EnumSet.noneOf(MediaType.class);
        };
    }

    private void show(Context request, Typed typed, Complaints complaints) {
        Visit visit = Visit.of(request);
        Portfolio portfolio = visit.inPortfolio();
        String address = "/portfolios/" + portfolio.id();
        Boxes boxes = new Boxes(typed, complaints);
        List<View> stages = stages(finished(visit), typed, boxes);
        View view = Frame.page("Download papers", portfolio.code(), at(visit))
                .text("action", address + "/downloads")
                .text("takeAway", Permits.of(visit.stands(), Deed.TAKE_AWAY).allowed() ? address + "/take-away" : "")
                .list("stages", stages)
                .group(
                        "choice",
                        boxes.choice(
                                AS,
                                "Which files do you want?",
                                "A Word file is a copy to work with. The PDF is the paper as it was completed or signed.",
                                List.of(
                                        new Boxes.Option("pdf", "PDF"),
                                        new Boxes.Option("word", "Word"),
                                        new Boxes.Option("both", "Both"))));
        Frame.back(view, address, "Back to all papers");
        pages.show(request, "downloads", complaints.on(view));
    }

    static Frame.At at(Visit visit) {
        return visit.permit().as() == Capacity.NQSW ? Frame.At.YEAR : Frame.At.ELSEWHERE;
    }

    private static Map<String, List<FinishedPaper>> byStage(List<FinishedPaper> papers) {
        Map<String, List<FinishedPaper>> stages = new LinkedHashMap<>();
        papers.forEach(paper -> stages.computeIfAbsent(paper.stage(), stage -> new ArrayList<>())
                .add(paper));
        return stages;
    }

    /** One group of boxes for each stage; what is wrong stands beside the first one. */
    private static List<View> stages(List<FinishedPaper> papers, Typed typed, Boxes boxes) {
        List<View> stages = new ArrayList<>();
        byStage(papers).forEach((stage, inIt) -> {
            int number = stages.size() + 1;
            List<View> options = new ArrayList<>();
            if (inIt.size() > 1) {
                options.add(option(PAPERS + "-" + STAGE + number, STAGE + number, "All of these", "", typed));
            }
            inIt.forEach(paper -> options.add(
                    option(PAPERS + "-" + paper.document(), paper.document(), paper.title(), state(paper), typed)));
            if (number == 1) {
                // The summary leads to the first one.
                options.get(0).text("id", PAPERS);
            }
            View group = boxes.choice(PAPERS, stage.isEmpty() ? OF_NO_STAGE : stage, "", List.of())
                    .list("options", options)
                    .flag("optional", false)
                    .text("guidance", "");
            stages.add(number == 1 ? group : group.text("error", "").text("described", ""));
        });
        return stages;
    }

    private static View option(String id, String value, String label, String hint, Typed typed) {
        return new View()
                .text("id", id)
                .text("value", value)
                .text("label", label)
                .text("hint", hint)
                .flag("checked", typed.all(PAPERS).contains(value));
    }

    private static String state(FinishedPaper paper) {
        return (paper.signed() ? "Signed on " : "Completed, last changed on ") + Times.day(paper.day());
    }
}
