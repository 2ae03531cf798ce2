package quire.faults;

import java.util.LinkedHashMap;
import java.util.Map;
import quire.core.Json;
import quire.testkit.Ask;
import quire.testkit.OwnProcess;

/** Somebody who has one note open, in a server that is about to be in trouble. */
final class Desk {

    private final Ask ask;
    private final String section;
    private int base = 1;

    private Desk(Ask ask, String section) {
        this.ask = ask;
        this.section = section;
    }

    static Desk at(OwnProcess server, SmallHouse.Pair pair) {
        Ask stranger = server.stranger();
        String token = stranger.signIn(pair.nqsw(), SmallHouse.PASSWORD).orElseThrow();
        Ask ask = stranger.signedIn(token);
        String note = ask.post("/portfolios/" + pair.portfolio() + "/papers/note", Map.of())
                .location();
        return new Desk(ask, note + "/sections/words");
    }

    /** What the script of the page sends by itself. */
    Ask.Answer autosave(String text, String key) {
        return ask.postAsScript(section + "/autosave", boxes(text, Map.of("_fields", "first", "_key", key)));
    }

    /** As {@link #autosave}, where it must go well. */
    void saved(String text, String key) {
        String answer = autosave(text, key).expect(200).says("Saved at").text();
        base = ((Number) Json.readObject(answer, "The answer").get("revision")).intValue();
    }

    /** What the button of the page sends, without scripts. */
    Ask.Answer press(String text) {
        return ask.post(section, boxes(text, Map.of("_do", "later", "_completed", "no", "_end", "1")));
    }

    Ask.Answer look() {
        return ask.get(section);
    }

    Ask.Answer get(String path) {
        return ask.get(path);
    }

    private Map<String, String> boxes(String text, Map<String, String> more) {
        Map<String, String> boxes = new LinkedHashMap<>(more);
        boxes.put("first", text);
        boxes.put("_base", String.valueOf(base));
        return boxes;
    }
}
