package quire.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import quire.people.Actor;
import quire.people.Asking;
import quire.people.Invitation;
import quire.people.Invitations;
import quire.people.Passes;
import quire.people.People;
import quire.portfolio.Requests;

/** How those came to one paper who have no part in its portfolio: asked by a letter, let in by its link or their account. */
final class AskedStory {

    /** How everybody with an account shows in the demo who they are. */
    static final String SIGNED_IN = "session";

    private static final LocalTime ASK = LocalTime.of(12, 0);
    private static final LocalTime REMIND = LocalTime.of(13, 30);

    /** Somebody who is at a paper, and how they have shown who they are. */
    record Caller(Actor actor, String proof) {}

    private final World world;
    private final SamplePortfolio portfolio;
    private final DocumentStory paper;
    private final Course course;
    private final People people;
    private final Requests requests;

    AskedStory(World world, SamplePortfolio portfolio, DocumentStory paper, Course course) {
        this.world = world;
        this.portfolio = portfolio;
        this.paper = paper;
        this.course = course;
        this.people = world.doors().people();
        this.requests = world.doors().documents().requests();
    }

    void tell(Diary diary, PortfolioStory within) {
        for (SampleDocument.Request request : course.asked().requests()) {
            diary.note(request.on(), ASK, at -> ask(request, within.id(), at));
            LocalDate later = request.on().plusDays(Invitation.PATIENCE.toDays());
            LocalDate still = answered(request).orElse(world.cohort().day());
            if (later.isBefore(still)) {
                diary.note(later, REMIND, at -> remind(request, at));
            }
        }
    }

    /** Whoever was asked comes, does something and goes: with an account, or in a browser that is let in to this paper alone. */
    void visit(String role, Diary.Moment at, Consumer<Caller> what) {
        SampleDocument.Signer who = course.asked().request(role).orElseThrow().who();
        Optional<Member> known = member(who).filter(this::isOfEmployer);
        if (known.isPresent()) {
            what.accept(new Caller(world.cast().actor(known.get().id()), SIGNED_IN));
            return;
        }
        Invitation open = open(role, at.day());
        String proof = open.terms().withCode() ? Passes.BY_CODE : Passes.BY_LINK;
        Passes.Opened opened = people.passes().start(open, proof, null, at.now(), at.day());
        people.invitations().describe(open.id(), addressee(who), at.now());
        what.accept(new Caller(Actor.of(open.guest()), proof));
        people.passes().end(opened.pass(), open.portfolio(), at.now());
    }

    private void ask(SampleDocument.Request request, String within, Diary.Moment at) {
        Invitation.Addressee to = addressee(request.who());
        LocalDate usual = Requests.usualLastDay(paper.sample().form(), request.role(), at.day());
        LocalDate needed = answered(request).filter(usual::isBefore).orElse(usual);
        LocalDate said = request.until();
        Asking asking = new Asking(
                paper.id(),
                within,
                world.cast().organisation(portfolio.employer()),
                request.role(),
                to.name(),
                to.email(),
                to.relationship(),
                "",
                Requests.showsOthers(paper.sample().form(), request.role()),
                said == null ? needed : said);
        requests.ask(asking, asker(request), at.now(), at.day());
    }

    private void remind(SampleDocument.Request request, Diary.Moment at) {
        requests.remind(paper.id(), open(request.role(), at.day()).id(), asker(request), at.now(), at.day());
    }

    private Actor asker(SampleDocument.Request request) {
        return world.cast().actor(course.asked().asker(request.on()));
    }

    /** The day on which they had done their part; empty while they are waited for. */
    private Optional<LocalDate> answered(SampleDocument.Request request) {
        return paper.sample().form().sections().stream()
                .filter(section -> section.owner().equals(request.role()) && course.isCompleted(section))
                .map(course::completed)
                .max(Comparator.naturalOrder());
    }

    private Invitation open(String role, LocalDate day) {
        Invitations invitations = people.invitations();
        return invitations.ofDocument(paper.id()).stream()
                .filter(one -> one.role().equals(role) && one.state(day).isOpen())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(paper.sample().name() + " waits for no " + role));
    }

    private Optional<Member> member(SampleDocument.Signer who) {
        return world.cohort().people().stream()
                .filter(member -> member.id().equals(who.person()))
                .findFirst();
    }

    /** An account counts where those ask who made it; to anybody else its owner comes by a link. */
    private boolean isOfEmployer(Member member) {
        return member.organisation().equals(portfolio.employer());
    }

    private Invitation.Addressee addressee(SampleDocument.Signer who) {
        return member(who)
                .map(member -> new Invitation.Addressee(
                        member.name(),
                        member.email(),
                        member.post(),
                        member.post(),
                        Objects.requireNonNullElse(member.registration(), "")))
                .orElseGet(() -> new Invitation.Addressee(
                        said(who.name()), said(who.email()), said(who.knows()), said(who.post()), number(who)));
    }

    private static String said(@Nullable String words) {
        return Objects.requireNonNull(words, "The format of the samples asks for it");
    }

    private static String number(SampleDocument.Signer who) {
        return Objects.requireNonNullElse(who.registration(), "");
    }
}
