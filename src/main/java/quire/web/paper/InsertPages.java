package quire.web.paper;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import quire.core.Digest;
import quire.core.Problem;
import quire.forms.Section;
import quire.portfolio.Document;
import quire.portfolio.Outcome;
import quire.portfolio.Passage;
import quire.portfolio.Portfolio;
import quire.portfolio.Sent;
import quire.web.frame.Body;
import quire.web.frame.Complaints;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Paging;
import quire.web.frame.Posted;
import quire.web.frame.Rooms;
import quire.web.frame.Times;
import quire.web.frame.Typed;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** What somebody has written in other papers of their year, to be put into this one without typing it again. */
final class InsertPages {

    /** As many words as tell one text from another. */
    private static final int FIRST = 50;

    private final Rooms rooms;
    private final Pages pages;

    InsertPages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    /** Whether there may be something to insert: the visitor writes about their own year, in another paper too. */
    static boolean may(Document document, Visit visit, Rooms rooms) {
        Portfolio portfolio = visit.portfolio();
        return portfolio != null
                && visit.pass() == null
                && portfolio.nqsw().equals(visit.who().id())
                && rooms.documents().ofPortfolio(portfolio.id()).stream()
                        .anyMatch(other -> !other.id().equals(document.id()));
    }

    /** Whoever comes back here from signing in has lost the question on the way, and no word. */
    void show(Context request) {
        if (request.queryParam("question") == null) {
            request.redirect(request.path().replaceFirst("/insert$", ""), HttpStatus.SEE_OTHER);
            return;
        }
        show(request, new Complaints());
    }

    private void show(Context request, Complaints complaints) {
        Visit visit = Visit.of(request);
        Document document = visit.inDocument();
        Section section = SectionPages.open(document, request.pathParam("section"));
        String question = asked(request);
        BoxName box = box(section, question);
        String sought = sought(request);
        List<Passage> all = passages(visit, document);
        List<Passage> found =
                all.stream().filter(passage -> holds(passage, sought)).toList();
        Paging paging = Paging.in(request, found.size());
        String home = "/documents/" + document.id() + "/sections/" + section.id();
        String address = home + "/insert?question=" + question;
        View view = Frame.page("Insert from an earlier paper", section.title(), DocumentPages.at(visit))
                .text("address", home + "/insert")
                .text("question", question)
                .text("label", box.text().label())
                .text("sought", sought)
                .text("all", address)
                .number("base", document.revision())
                .flag("any", !all.isEmpty())
                .number("count", found.size())
                .flag("one", found.size() == 1)
                .list("passages", paging.of(found).stream().map(this::passage).toList());
        paging.show(
                view, page -> address + "&q=" + URLEncoder.encode(sought, StandardCharsets.UTF_8) + "&page=" + page);
        Frame.back(view, home + "#" + Typed.id(question), "Back to “" + section.title() + "”");
        pages.show(request, "insert", complaints.on(view));
    }

    /** Puts one of them at the end of the text. Pressing twice does it once, because both are made of the same revision. */
    void insert(Context request) {
        Visit visit = Visit.of(request);
        Document document = visit.inDocument();
        Section section = SectionPages.open(document, request.pathParam("section"));
        Posted posted = Body.form(request);
        BoxName box = box(section, posted.one("question"));
        Passage passage = passages(visit, document).stream()
                .filter(one -> id(one).equals(posted.one("passage")))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("There is no such text of yours any more."));
        int base = SectionDesk.base(posted);
        if (base < 1 || base > document.revision()) {
            throw Body.malformed("The page did not arrive whole. Nothing was saved. Go back and send it again.");
        }
        Object before =
                rooms.documents().answersAt(document.id(), base).get(box.field().id());
        Object answer = box.with(before, passage.text())
                .orElseThrow(() -> Problem.notFound("There is no such entry in this section."));
        Sent sent = Sent.of(section.id(), Map.of(box.field().id(), answer), base);
        save(request, document, section, sent, "#" + Typed.id(posted.one("question")));
    }

    private void save(Context request, Document document, Section section, Sent sent, String anchor) {
        Visit visit = Visit.of(request);
        String home = "/documents/" + document.id() + "/sections/" + section.id();
        Outcome outcome;
        try {
            outcome = rooms.documents().save(document.id(), sent, visit.actor(), visit.now(), visit.today());
        } catch (Problem refused) {
            Complaints complaints = new Complaints().add(refused);
            request.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(request, complaints);
            return;
        }
        boolean clash = outcome.conflict() != null;
        request.redirect(clash ? home + "/conflicts" : home + "?inserted=1" + anchor, HttpStatus.SEE_OTHER);
    }

    private List<Passage> passages(Visit visit, Document document) {
        Portfolio portfolio = visit.portfolio();
        if (portfolio == null || !portfolio.nqsw().equals(visit.who().id())) {
            throw Problem.notFound("There is no such page, or it is not yours.");
        }
        return rooms.documents().earlierWords().passages(portfolio.id(), visit.stands()).stream()
                .filter(passage -> !passage.document().equals(document.id()))
                .toList();
    }

    private static BoxName box(Section section, String name) {
        return BoxName.in(section, name)
                .orElseThrow(() -> Problem.notFound("There is no such question in this section."));
    }

    /** The question that the address or the form names. */
    private static String asked(Context request) {
        String name = request.queryParam("question");
        return name == null ? sent(request, "question") : name;
    }

    private static String sought(Context request) {
        String words = request.queryParam("q");
        String all = words == null ? sent(request, "q") : words;
        return all.substring(0, Math.min(all.length(), 200)).strip();
    }

    private static String sent(Context request, String name) {
        return request.method().equals(HandlerType.POST) ? Body.form(request).one(name) : "";
    }

    private static boolean holds(Passage passage, String sought) {
        String all = (passage.title() + " " + passage.label() + " " + passage.text()).toLowerCase(Locale.UK);
        return List.of(sought.toLowerCase(Locale.UK).split("\\s+", -1)).stream().allMatch(all::contains);
    }

    private View passage(Passage passage) {
        return new View()
                .text("id", id(passage))
                .text("title", passage.title())
                .text("asked", passage.label())
                .text("beginning", beginning(passage.text()))
                .prose("words", passage.text())
                .text("changed", Times.words(passage.changed(), rooms.clock()));
    }

    /** The first words of a longer text; nothing for one that is short enough to be shown as a whole. */
    private static String beginning(String text) {
        String[] words = text.strip().split("\\s+", -1);
        return words.length <= 2 * FIRST ? "" : String.join(" ", List.of(words).subList(0, FIRST));
    }

    /** One question of a repeat has a text in each entry, so the text itself is part of what it is called. */
    private static String id(Passage passage) {
        return Digest.of(passage.document() + " " + passage.field() + " " + passage.text())
                .hex()
                .substring(0, 32);
    }
}
