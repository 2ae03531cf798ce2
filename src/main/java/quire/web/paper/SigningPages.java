package quire.web.paper;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import quire.core.Digest;
import quire.core.Problem;
import quire.forms.Section;
import quire.people.Pass;
import quire.people.Permit;
import quire.portfolio.Document;
import quire.portfolio.PaperRights;
import quire.portfolio.SeenPaper;
import quire.portfolio.Sign;
import quire.portfolio.SignOff;
import quire.portfolio.Signature;
import quire.web.frame.Body;
import quire.web.frame.Complaints;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Posted;
import quire.web.frame.Proof;
import quire.web.frame.Rooms;
import quire.web.frame.Times;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** Who signs a paper, who has, and the page on which one signs. */
final class SigningPages {

    /** What the browser was shown, and under which key it sends the signature. */
    private static final String SEEN = "_seen";

    private static final String KEY = "_key";

    private final Rooms rooms;
    private final Pages pages;
    private final Proof proof;

    SigningPages(Rooms rooms, Pages pages, Proof proof) {
        this.rooms = rooms;
        this.pages = pages;
        this.proof = proof;
    }

    /** Puts everybody who signs into the page of a paper, and a button for the visitor whose turn it is. */
    static View show(View view, Document document, Visit visit, Rooms rooms) {
        if (document.place() == null || document.form().signOff().isEmpty()) {
            return view.list("signers", List.of()).flag("signed", false).list("superseded", List.of());
        }
        List<Signature> signatures = rooms.documents().signing().of(document.id());
        SignOff signOff = SignOff.of(document, signatures, visit.today());
        PaperRights rights = PaperRights.of(document, visit.stands());
        List<View> signers = new ArrayList<>();
        for (SignOff.Place place : signOff.places()) {
            signers.add(signer(place, document, rooms)
                    .number("number", signers.size() + 1)
                    .flag("yours", place.isDue() && rights.signs(place.key()).allowed())
                    .text("href", address(visit, place.key())));
        }
        return view.list("signers", signers)
                .flag("signed", document.isClosed())
                .list(
                        "superseded",
                        signatures.stream()
                                .filter(signature -> !signature.stands())
                                .map(signature -> superseded(signature, document, rooms))
                                .toList());
    }

    private static View signer(SignOff.Place place, Document document, Rooms rooms) {
        Signature signature = place.signature();
        View view = new View()
                .text("who", roles(place, document))
                .flag("done", signature != null)
                .flag("due", place.isDue())
                .text("waits", waits(place));
        return signature == null
                ? view.text("name", "").text("at", "")
                : view.text("name", signature.name()).text("at", Times.words(signature.at(), rooms.clock()));
    }

    private static View superseded(Signature signature, Document document, Rooms rooms) {
        return new View()
                .text("who", document.form().roleLabel(signature.role()))
                .text("name", signature.name())
                .text("at", Times.words(signature.at(), rooms.clock()))
                .text("until", Times.words(Objects.requireNonNull(signature.superseded()), rooms.clock()));
    }

    private static String roles(SignOff.Place place, Document document) {
        return place.roles().stream().map(document.form()::roleLabel).sorted().collect(Collectors.joining(" or "));
    }

    /** Why a place cannot be signed yet; empty where it can. */
    private static String waits(SignOff.Place place) {
        if (place.isSigned() || place.isDue()) {
            return "";
        } else if (!place.unfinished().isEmpty()) {
            return "After these sections are complete: "
                    + place.unfinished().stream()
                            .map(section -> "“" + section.title() + "”")
                            .collect(Collectors.joining(", "));
        }
        return "After those above have signed";
    }

    /** What would be signed, the statement, and a button. */
    void ask(Context request) {
        if (!isKnown(Visit.of(request))) {
            request.redirect(Visit.of(request).paper() + "/you", HttpStatus.SEE_OTHER);
            return;
        }
        ask(request, new Complaints());
    }

    /** A guest says who they are before they sign; of everybody else it is known. */
    private static boolean isKnown(Visit visit) {
        Pass pass = visit.pass();
        return pass == null
                || !pass.isGuest()
                || !visit.who().person().details().post().isEmpty();
    }

    private void ask(Context request, Complaints complaints) {
        Visit visit = Visit.of(request);
        SeenPaper paper = SeenPaper.of(visit.inDocument(), visit.stands());
        Document document = paper.document();
        SignOff.Place place = place(document, visit, request);
        List<Section> covered = paper.readable().stream()
                .filter(section -> place.step().covers().contains(section.id()))
                .toList();
        View view = Frame.page("Sign this paper", document.title(), DocumentPages.at(visit))
                .text("action", address(visit, place.key()))
                .text("document", visit.paper())
                .text("statement", place.step().statement())
                .text("as", document.form().roleLabel(role(visit.permit())).toLowerCase(Locale.ROOT))
                .text("name", visit.who().person().name())
                .flag("due", place.isDue())
                .flag("taken", place.isSigned())
                .text("waits", waits(place))
                .flag("reauth", asksAgain(place, visit))
                .text(
                        "seen",
                        rooms.documents()
                                .signing()
                                .preview(document, place, role(visit.permit()), templates(document), visit.actor())
                                .digest()
                                .hex())
                .text("key", UUID.randomUUID().toString())
                .value("sections", new AnswerSheet(paper).of(covered, visit.today()));
        if (asksAgain(place, visit)) {
            proof.boxes(view, request, complaints);
        } else {
            view.flag("password", false).flag("proofCode", false);
        }
        Frame.back(view, visit.paper(), "Back to all sections");
        rooms.visits().read(document, covered.stream().map(Section::id).toList(), visit.actor(), visit.now());
        pages.show(request, "sign", complaints.on(view));
    }

    /** Signs, once, however often the button is pressed. */
    void sign(Context request) {
        Visit visit = Visit.of(request);
        if (!isKnown(visit)) {
            request.redirect(visit.paper() + "/you", HttpStatus.SEE_OTHER);
            return;
        }
        Document document = visit.inDocument();
        SignOff.Place place = place(document, visit, request);
        Posted posted = Body.form(request);
        Complaints complaints = new Complaints();
        if (asksAgain(place, visit) && !proof.isGiven(request, complaints)) {
            if (request.statusCode() == HttpStatus.OK.getCode()) {
                request.status(HttpStatus.UNPROCESSABLE_CONTENT);
            }
            ask(request, complaints);
            return;
        }
        rooms.documents()
                .signing()
                .sign(
                        document.id(),
                        new Sign(
                                place.key(),
                                role(visit.permit()),
                                posted.one(KEY),
                                seen(posted),
                                proof(place, visit),
                                rooms.finalPapers().keepLayouts(document.form(), visit.now())),
                        visit.actor(),
                        visit.now(),
                        visit.today());
        print(document.id(), visit);
        request.redirect(visit.paper() + "?done=signed", HttpStatus.SEE_OTHER);
    }

    /** Whoever is let in by a pass has no password, or has given it a moment ago for this paper alone. */
    private static boolean asksAgain(SignOff.Place place, Visit visit) {
        return place.step().reauth() && visit.pass() == null;
    }

    private static String proof(SignOff.Place place, Visit visit) {
        if (visit.pass() != null) {
            return visit.pass().proof();
        }
        return place.step().reauth() ? "session and password" : "session";
    }

    /** The last signature has made the paper final; whoever wants the files need not wait for them then. */
    private void print(String document, Visit visit) {
        rooms.finalPapers()
                .of(rooms.documents().get(document))
                .ifPresent(record -> rooms.finalPapers().isMade(record, visit.now()));
    }

    private static Digest seen(Posted posted) {
        String hex = posted.one(SEEN);
        if (!hex.matches("[0-9a-f]{64}")) {
            throw Body.malformed("The page did not say what was to be signed. Load it again.");
        }
        return new Digest(hex);
    }

    private SignOff.Place place(Document document, Visit visit, Context request) {
        return rooms.documents()
                .signing()
                .signOff(document, visit.today())
                .place(request.pathParam("place"))
                .orElseThrow(() -> Problem.notFound("With these answers nobody signs there."));
    }

    private Map<String, Digest> templates(Document document) {
        return rooms.maker().templates(document.form());
    }

    private static String role(Permit permit) {
        return Objects.requireNonNull(permit.word(), "Whoever is let in has a capacity");
    }

    private static String address(Visit visit, String place) {
        return visit.paper() + "/sign/" + place;
    }
}
