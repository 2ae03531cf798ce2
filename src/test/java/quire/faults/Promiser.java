package quire.faults;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import quire.testkit.Ask;

/**
 * Two people at one table: one writes a promise and signs it, the other gives it back or signs it too, in no particular
 * order. They press more than once, and what they were not told the end of they send again once the server is back.
 */
final class Promiser extends Worker {

    private static final Pattern SEEN = Pattern.compile("name=\"_seen\" value=\"([0-9a-f]{64})\"");
    private static final Pattern KEY = Pattern.compile("name=\"_key\" value=\"([^\"]+)\"");
    private static final Pattern BASE = Pattern.compile("name=\"_base\" value=\"(\\d+)\"");

    private final String portfolio;
    private final SignedIn nqsw;
    private final SignedIn assessor;
    private String document = "";
    private @Nullable Press waiting;
    private int count;

    /** The button of the page on which one signs. */
    private record Press(String document, String place, Map<String, String> boxes) {

        String address() {
            return "/documents/" + document + "/sign/" + place;
        }
    }

    Promiser(SmallHouse.Pair pair, Ledger ledger, long seed) {
        super(ledger, seed);
        this.portfolio = pair.portfolio();
        this.nqsw = new SignedIn(pair.nqsw());
        this.assessor = new SignedIn(pair.assessor());
    }

    @Override
    void workAt(Ask stranger) {
        Ask writes = nqsw.at(stranger);
        Ask hears = assessor.at(stranger);
        Press unanswered = waiting;
        if (unanswered != null) {
            press(unanswered.place().endsWith("nqsw") ? writes : hears, unanswered);
        }
        while (true) {
            int deed = chance.nextInt(20);
            if (document.isEmpty() || deed == 0) {
                begin(writes);
            } else if (deed < 6) {
                write(writes);
            } else if (deed < 12) {
                sign(writes, "0.nqsw");
            } else if (deed < 18) {
                sign(hears, "1.assessor");
            } else {
                giveBack(hears);
            }
        }
    }

    private void begin(Ask writes) {
        Ask.Answer answer = writes.post("/portfolios/" + portfolio + "/papers/promise", Map.of());
        if (!isBusy(answer)) {
            String location = answer.location();
            document = location.substring(location.lastIndexOf('/') + 1);
            ledger.begun(document);
        }
    }

    /** Writes and says that it is complete, unless it is signed. */
    private void write(Ask writes) {
        String page = "/documents/" + document + "/sections/words";
        Matcher base = BASE.matcher(writes.get(page).text());
        if (base.find()) {
            ledger.touches(document);
            Map<String, String> boxes = new HashMap<>();
            boxes.put("told", "Promise number " + ++count);
            boxes.put("_base", base.group(1));
            boxes.put("_completed", "yes");
            boxes.put("_do", "continue");
            boxes.put("_end", "1");
            int status = writes.post(page, boxes).status();
            mustBe(Set.of(303, 409, 503).contains(status), "Writing was answered with " + status);
        }
    }

    private void giveBack(Ask hears) {
        ledger.touches(document);
        int status = hears.post(
                        "/documents/" + document + "/return", Map.of("sections", "words", "reason", "Say it again."))
                .status();
        // 422: there is nothing to give back as long as nothing is complete.
        mustBe(Set.of(303, 409, 422, 503).contains(status), "Giving back was answered with " + status);
    }

    private void sign(Ask signs, String place) {
        String page = signs.get("/documents/" + document + "/sign/" + place).text();
        Matcher seen = SEEN.matcher(page);
        Matcher key = KEY.matcher(page);
        if (seen.find() && key.find()) {
            press(signs, new Press(document, place, Map.of("_seen", seen.group(1), "_key", key.group(1))));
        }
    }

    private void press(Ask signs, Press press) {
        waiting = press;
        ledger.touches(press.document());
        for (int times = 1 + chance.nextInt(3); times > 0; times--) {
            int status = signs.post(press.address(), press.boxes()).status();
            if (status == 303) {
                ledger.signed(
                        press.document(),
                        press.place(),
                        String.valueOf(press.boxes().get("_seen")));
            } else {
                mustBe(Set.of(409, 503).contains(status), "Signing was answered with " + status);
            }
        }
        waiting = null;
    }

    private static void mustBe(boolean so, String otherwise) {
        if (!so) {
            throw new AssertionError(otherwise);
        }
    }
}
