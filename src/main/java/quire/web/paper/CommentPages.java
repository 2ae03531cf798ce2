package quire.web.paper;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quire.core.Problem;
import quire.forms.Section;
import quire.people.Actor;
import quire.people.Person;
import quire.portfolio.Comment;
import quire.portfolio.Conversation;
import quire.portfolio.Document;
import quire.portfolio.SeenPaper;
import quire.web.frame.Body;
import quire.web.frame.Rooms;
import quire.web.frame.Times;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** What is written beside a section, by whoever writes it and those whom its form lets comment. */
final class CommentPages {

    private final Rooms rooms;

    CommentPages(Rooms rooms) {
        this.rooms = rooms;
    }

    /** Puts the conversations of a section, and the box for another, into its page. */
    static View show(View view, SeenPaper paper, Section section, Visit visit, Rooms rooms) {
        Document document = paper.document();
        boolean discusses =
                document.place() != null && visit.pass() == null && (paper.comments(section) || paper.writes(section));
        List<Conversation> conversations =
                discusses ? rooms.comments().ofSection(document.id(), section.id()) : List.of();
        Map<String, String> names = names(conversations, rooms);
        return view.flag("discusses", discusses)
                .flag("mayComment", discusses && paper.comments(section))
                .text("comments", "/documents/" + document.id() + "/sections/" + section.id() + "/comments")
                .list(
                        "conversations",
                        conversations.stream()
                                .map(one -> conversation(one, names, visit.actor(), rooms))
                                .toList());
    }

    /** Says in a list of sections how many conversations wait in one. */
    static View count(View view, List<Conversation> all, SeenPaper paper, Section section) {
        boolean discusses = paper.comments(section) || paper.writes(section);
        long open = all.stream()
                .filter(one ->
                        discusses && one.isOpen() && one.first().section().equals(section.id()))
                .count();
        return view.number("openComments", open).flag("commented", open > 0).flag("oneComment", open == 1);
    }

    private static Map<String, String> names(List<Conversation> conversations, Rooms rooms) {
        return conversations.stream()
                .flatMap(one -> Stream.concat(Stream.of(one.first()), one.answers().stream()))
                .map(Comment::by)
                .distinct()
                .collect(Collectors.toMap(
                        person -> person,
                        person -> rooms.people()
                                .persons()
                                .find(person)
                                .map(Person::name)
                                .orElse("Somebody")));
    }

    private static View conversation(Conversation one, Map<String, String> names, Actor actor, Rooms rooms) {
        return comment(one.first(), names, actor, rooms)
                .flag("openNow", one.isOpen())
                .flag("dealtWith", one.first().dealtWith() != null)
                .list(
                        "answers",
                        one.answers().stream()
                                .map(answer -> comment(answer, names, actor, rooms))
                                .toList());
    }

    private static View comment(Comment comment, Map<String, String> names, Actor actor, Rooms rooms) {
        return new View()
                .text("comment", comment.id())
                .text("by", names.get(comment.by()))
                .text("at", Times.words(comment.written(), rooms.clock()))
                .prose("words", comment.isTakenBack() ? "" : comment.text())
                .flag("takenBack", comment.isTakenBack())
                .flag("own", !comment.isTakenBack() && comment.isBy(actor));
    }

    /** Begins a conversation. */
    void add(Context request) {
        Visit visit = Visit.of(request);
        String section = request.pathParam("section");
        String text = Body.form(request).one("text");
        rooms.comments().add(visit.inDocument().id(), section, text, visit.actor(), visit.now());
        back(request);
    }

    void answer(Context request) {
        Visit visit = Visit.of(request);
        rooms.comments().answer(comment(request).id(), Body.form(request).one("text"), visit.actor(), visit.now());
        back(request);
    }

    /** Marks a conversation as dealt with, opens it again, or takes back what one wrote. */
    void change(Context request) {
        Visit visit = Visit.of(request);
        String id = comment(request).id();
        switch (Body.form(request).one("do")) {
            case "deal-with" -> rooms.comments().dealWith(id, visit.actor(), visit.now());
            case "reopen" -> rooms.comments().reopen(id, visit.actor(), visit.now());
            case "take-back" -> rooms.comments().takeBack(id, visit.actor(), visit.now());
            default -> throw Body.malformed("The page did not say what to do with the comment.");
        }
        back(request);
    }

    /** A comment of another section is none of this page's. */
    private Comment comment(Context request) {
        Comment comment = rooms.comments().get(request.pathParam("comment"));
        boolean here = comment.document().equals(Visit.of(request).inDocument().id())
                && comment.section().equals(request.pathParam("section"));
        if (!here) {
            throw Problem.notFound("There is no such comment.");
        }
        return comment;
    }

    private static void back(Context request) {
        String section =
                "/documents/" + Visit.of(request).inDocument().id() + "/sections/" + request.pathParam("section");
        request.redirect(section + "#comments", HttpStatus.SEE_OTHER);
    }
}
