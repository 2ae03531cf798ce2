package quire.web.paper;

import com.microsoft.playwright.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What stands on the page of a section at one moment, read in one go: which questions can be seen, and what their boxes hold.
 * A question has the id of its field as its key, and inside a repeat the place of its entry before that, as {@code plan#0#aim}.
 */
final class Sheet {

    private static final String READ = """
            () => [...document.querySelectorAll("form[data-answers] [data-question]")].map((question) => {
              const entry = question.closest("[data-entry]");
              const repeat = entry && entry.closest("[data-repeat]");
              const place = entry && [...entry.parentElement.children].indexOf(entry);
              const own = (box) => box.closest("[data-question]") === question && box.name && box.type !== "hidden";
              return {
                key: entry ? `${repeat.dataset.repeat}#${place}#${question.dataset.question}` : question.dataset.question,
                seen: question.getClientRects().length > 0,
                entries: question.querySelectorAll("[data-entries] > [data-entry]").length,
                boxes: [...question.querySelectorAll("input, textarea")].filter(own).map((box) => ({
                  name: box.name, type: box.type, value: box.value, on: box.checked === true,
                })),
              };
            })""";

    private final Map<String, Question> questions = new LinkedHashMap<>();

    private Sheet() {}

    /**
     * One question.
     *
     * @param seen whether it can be seen
     * @param entries how many entries it has, if it is a repeat
     * @param boxes what can be typed into or chosen from
     */
    record Question(boolean seen, int entries, List<Box> boxes) {

        static final Question NOWHERE = new Question(false, 0, List.of());

        /** The first box whose name ends like that. */
        Box box(String ending) {
            return boxes.stream()
                    .filter(box -> box.name().endsWith(ending))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No box “" + ending + "” among " + boxes));
        }
    }

    /** @param on whether it is ticked, if that can be */
    record Box(String name, String type, String value, boolean on) {

        static Box of(Map<?, ?> read) {
            return new Box(
                    text(read, "name"), text(read, "type"), text(read, "value"), Boolean.TRUE.equals(read.get("on")));
        }
    }

    static Sheet of(Page page) {
        Sheet sheet = new Sheet();
        for (Object read : (List<?>) page.evaluate(READ)) {
            Map<?, ?> question = (Map<?, ?>) read;
            List<Box> boxes = ((List<?>) Objects.requireNonNull(question.get("boxes")))
                    .stream().map(box -> Box.of((Map<?, ?>) box)).toList();
            int entries = ((Number) Objects.requireNonNull(question.get("entries"))).intValue();
            sheet.questions.put(
                    text(question, "key"), new Question(Boolean.TRUE.equals(question.get("seen")), entries, boxes));
        }
        return sheet;
    }

    Question question(String key) {
        return questions.getOrDefault(key, Question.NOWHERE);
    }

    static String inside(String repeat, int entry, String field) {
        return repeat + "#" + entry + "#" + field;
    }

    private static String text(Map<?, ?> read, String name) {
        return String.valueOf(read.get(name));
    }
}
