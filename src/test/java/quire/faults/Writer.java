package quire.faults;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import quire.core.Json;
import quire.testkit.Ask;

/**
 * One tab of somebody's browser: writes into the paper that is open on both their desks, saving as the script of the page
 * does, says something beside it, begins another paper; until the server is gone. What it was not told the end of, it sends
 * again once the server is back.
 */
final class Writer extends Worker {

    private final String name;
    private final String portfolio;
    private final boolean assesses;
    private final SignedIn session;
    /** The paper on the desk; shared by all who write in this portfolio. */
    private final AtomicReference<String> paper;

    private String inFront = "";
    private int base;
    private int count;
    private Ledger.@Nullable Words waiting;

    Writer(
            String name,
            SmallHouse.Pair pair,
            boolean assesses,
            AtomicReference<String> paper,
            Ledger ledger,
            long seed) {
        super(ledger, seed);
        this.name = name;
        this.session = new SignedIn(assesses ? pair.assessor() : pair.nqsw());
        this.portfolio = pair.portfolio();
        this.assesses = assesses;
        this.paper = paper;
    }

    @Override
    void workAt(Ask stranger) {
        write(session.at(stranger));
    }

    private void write(Ask server) {
        if (waiting != null) {
            send(server, waiting);
        }
        while (true) {
            int deed = chance.nextInt(100);
            if (paper.get().isEmpty() || deed < 4) {
                begin(server);
            } else if (deed < 14) {
                say(server);
            } else {
                send(server, next());
            }
        }
    }

    private void begin(Ask server) {
        Ask.Answer answer = server.post("/portfolios/" + portfolio + "/papers/note", Map.of());
        if (isBusy(answer)) {
            return;
        }
        String location = answer.location();
        String begun = location.substring(location.lastIndexOf('/') + 1);
        ledger.begun(begun);
        paper.set(begun);
    }

    private void say(Ask server) {
        String document = paper.get();
        String text = words();
        String section = assesses ? "words" : "look";
        try {
            String address = "/documents/" + document + "/sections/" + section + "/comments";
            Ask.Answer answer = server.post(address, Map.of("text", text));
            if (!isBusy(answer)) {
                answer.location();
                ledger.said(document, text);
            }
        } catch (Ask.NoAnswer gone) {
            ledger.perhapsSaid(document, text);
            throw gone;
        }
    }

    private Ledger.Words next() {
        String document = paper.get();
        if (!document.equals(inFront)) {
            inFront = document;
            base = 1;
        }
        ledger.touches(document);
        String field = assesses ? "third" : chance.nextInt(8) == 0 ? "first" : "second";
        String key = UUID.randomUUID().toString();
        return new Ledger.Words(document, assesses ? "look" : "words", field, words(), key, base);
    }

    private String words() {
        return name + " wrote this as number " + ++count;
    }

    /** As the script does: the one question that has changed, what it was shown at, and a key. */
    private void send(Ask server, Ledger.Words words) {
        waiting = words;
        Map<String, String> boxes = new LinkedHashMap<>();
        boxes.put(words.field(), words.text());
        boxes.put("_base", String.valueOf(words.base()));
        boxes.put("_fields", words.field());
        boxes.put("_key", words.key());
        String address = "/documents/" + words.document() + "/sections/" + words.section() + "/autosave";
        Ask.Answer answer;
        try {
            answer = server.post(address, boxes);
        } catch (Ask.NoAnswer gone) {
            ledger.unknown(words);
            throw gone;
        }
        if (isBusy(answer)) {
            ledger.unknown(words);
        } else if (answer.status() == 409) {
            conflict(server, words, answer);
        } else {
            Map<String, @Nullable Object> saved =
                    Json.readObject(answer.expect(200).text(), "The answer");
            saved(words, ((Number) Objects.requireNonNull(saved.get("revision"))).intValue(), saved);
        }
    }

    private void saved(Ledger.Words words, int revision, Map<String, @Nullable Object> answer) {
        if (!List.of().equals(answer.get("faults"))) {
            throw new AssertionError("Not saved whole: " + answer);
        }
        ledger.saved(words, revision);
        waiting = null;
        base = words.document().equals(inFront) ? Math.max(base, revision) : base;
    }

    /** Somebody looks at both texts and goes on from what is there. */
    private void conflict(Ask server, Ledger.Words words, Ask.Answer answer) {
        answer.says("conflict", words.field());
        ledger.setAside(words);
        waiting = null;
        String page = server.get("/documents/" + words.document() + "/sections/" + words.section())
                .expect(200)
                .text();
        base = Integer.parseInt(page.replaceAll("(?s).*name=\"_base\" value=\"(\\d+)\".*", "$1"));
    }
}
