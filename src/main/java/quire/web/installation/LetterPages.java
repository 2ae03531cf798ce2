package quire.web.installation;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quire.post.KeptLetter;
import quire.post.KeptLetter.State;
import quire.post.Outbox;
import quire.web.frame.Body;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Paging;
import quire.web.frame.Rooms;
import quire.web.frame.Times;
import quire.web.frame.View;
import quire.web.frame.Visit;
import quire.web.frame.Wording;

/** What the program has written to people, and what became of it. */
final class LetterPages {

    private static final String ADDRESS = "/installation/letters";

    private static final Map<State, String> WORDS = new EnumMap<>(Map.of(
            State.WAITING, "waiting",
            State.SENT, "sent",
            State.BOUNCED, "bounced",
            State.FAILED, "given up",
            State.STOPPED, "stopped"));

    private static final Map<String, String> DONE =
            Map.of("again", "The letter is on its way again.", "stop", "The letter will not be sent.");

    private final Rooms rooms;
    private final Pages pages;

    LetterPages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    void list(Context request) {
        State state = asked(request);
        long all = state == null
                ? Arrays.stream(State.values()).mapToLong(outbox()::count).sum()
                : outbox().count(state);
        Paging paging = Paging.in(request, Math.toIntExact(all));
        List<KeptLetter> letters = outbox().list(state, (paging.page() - 1) * Paging.SIZE, Paging.SIZE);
        View view = Frame.page("Letters", "Installation", Frame.At.INSTALLATION)
                .text("found", all == 1 ? "1 letter" : all + " letters")
                .flag("sends", rooms.post().sends())
                .list("states", states(state))
                .list("letters", letters.stream().map(this::row).toList());
        Frame.back(view, "/installation", "Installation");
        pages.show(request, "letters", paging.show(view, number -> address(state) + "page=" + number));
    }

    void show(Context request) {
        KeptLetter letter = outbox().get(request.pathParam("letter"));
        show(request, letter, rooms.post().text(letter), false);
    }

    /** For whoever hands a letter on that no mail server sends; it is written down that they have looked. */
    void open(Context request) {
        Body.form(request);
        String id = request.pathParam("letter");
        String text = rooms.post().handOver(id, Visit.of(request).who().id());
        show(request, outbox().get(id), text, true);
    }

    void sendAgain(Context request) {
        Body.form(request);
        Visit visit = Visit.of(request);
        String id = request.pathParam("letter");
        outbox().sendAgain(id, visit.who().id(), visit.now());
        request.redirect(ADDRESS + "/" + id + "?done=again", HttpStatus.SEE_OTHER);
    }

    void stop(Context request) {
        Body.form(request);
        Visit visit = Visit.of(request);
        String id = request.pathParam("letter");
        outbox().stop(id, visit.who().id(), visit.now());
        request.redirect(ADDRESS + "/" + id + "?done=stop", HttpStatus.SEE_OTHER);
    }

    private void show(Context request, KeptLetter letter, String text, boolean opened) {
        boolean waits = letter.state() == State.WAITING;
        View view = Frame.page("Letter", "Installation", Frame.At.INSTALLATION)
                .text("done", Frame.done(request, DONE))
                .text("address", ADDRESS + "/" + letter.id())
                .list("facts", facts(letter))
                .text("text", text)
                .flag("opened", opened)
                .flag("opens", !opened && rooms.post().mustBeHandedOn(letter))
                .flag("again", rooms.post().sends() && !letter.isSpent())
                .flag("stops", waits);
        Frame.back(view, ADDRESS, "Letters");
        pages.show(request, "kept-letter", view);
    }

    private List<View> facts(KeptLetter letter) {
        List<View> facts = new ArrayList<>();
        facts.add(View.row("To", letter.letter().to()));
        facts.add(View.row("Subject", letter.letter().subject()));
        facts.add(View.row("Written", Times.words(letter.putAt(), rooms.clock())));
        facts.add(View.row("State", Wording.capital(words(letter.state()))));
        if (letter.endedAt() != null) {
            facts.add(View.row("Since", Times.words(letter.endedAt(), rooms.clock())));
        } else if (rooms.post().sends()) {
            facts.add(View.row("Tried next", Times.words(letter.dueAt(), rooms.clock())));
        }
        if (letter.attempts() > 0) {
            facts.add(View.row("Attempts", String.valueOf(letter.attempts())));
        }
        if (!letter.reason().isEmpty()) {
            facts.add(View.row("What went wrong", letter.reason()));
        }
        if (letter.messageId() != null) {
            facts.add(View.row("Message-ID", letter.messageId()));
        }
        return facts;
    }

    private View row(KeptLetter letter) {
        return new View()
                .text("href", ADDRESS + "/" + letter.id())
                .text("subject", letter.letter().subject())
                .text("to", letter.letter().to())
                .text("written", Times.words(letter.putAt(), rooms.clock()))
                .text("state", Wording.capital(words(letter.state())))
                .text("reason", letter.reason());
    }

    private static List<View> states(@Nullable State chosen) {
        List<View> states = new ArrayList<>();
        states.add(new View().text("value", "").text("label", "All").flag("chosen", chosen == null));
        for (State state : State.values()) {
            states.add(new View()
                    .text("value", state.name())
                    .text("label", Wording.capital(words(state)))
                    .flag("chosen", state == chosen));
        }
        return states;
    }

    private static String address(@Nullable State state) {
        return ADDRESS + (state == null ? "?" : "?state=" + state.name() + "&");
    }

    private static @Nullable State asked(Context request) {
        return Optional.ofNullable(request.queryParam("state"))
                .flatMap(LetterPages::state)
                .orElse(null);
    }

    private static Optional<State> state(String word) {
        return Arrays.stream(State.values())
                .filter(state -> state.name().equals(word))
                .findFirst();
    }

    private static String words(State state) {
        return WORDS.getOrDefault(state, "");
    }

    private Outbox outbox() {
        return rooms.post().outbox();
    }
}
