package quire.portfolio;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import quire.core.Json;

/** A form that somebody edits again and again, at random but never so that it would have to become another form. */
final class FormEdits {

    private final Random random;
    private final Map<String, Object> form = new LinkedHashMap<>();
    private final List<Map<String, Object>> sections = new ArrayList<>();
    private final List<Map<String, Object>> items = new ArrayList<>();
    private final List<Map<String, Object>> steps = new ArrayList<>();
    private int version = 1;
    private int ids;

    FormEdits(Random random, String id) {
        this.random = random;
        form.put("form", id);
        form.put("title", "Diary");
        form.put("roles", Map.of("nqsw", role("Social worker"), "assessor", role("Assessor")));
        for (int i = 0; i < 3; i++) {
            addItem();
        }
        addSection();
        addSection();
        steps.add(step("nqsw"));
    }

    String id() {
        return String.valueOf(form.get("form"));
    }

    /** The form as a file. */
    String json() {
        Map<String, @Nullable Object> whole = new LinkedHashMap<>(form);
        whole.put("version", version);
        whole.put("lists", Map.of("moods", items));
        whole.put("sections", sections);
        List<Object> all = new ArrayList<>();
        sections.forEach(section -> all.add(section.get("id")));
        steps.forEach(step -> step.put("covers", all));
        whole.put("sign_off", steps);
        return Json.write(whole);
    }

    /** One more edit; what it was. */
    String next() {
        version++;
        return switch (version % 12) {
            case 0 -> relabel();
            case 1 -> addQuestion(false);
            case 2 -> removeQuestion();
            case 3 -> addQuestion(true);
            case 4 -> reorder();
            case 5 -> addItem();
            case 6 -> removeEntryQuestion();
            case 7 -> limit();
            case 8 -> require();
            case 9 -> removeQuestion();
            case 10 -> version < 15 ? addSection() : addStep();
            default -> relabel();
        };
    }

    private String relabel() {
        Map<String, Object> question = one(questions());
        question.put("label", "Question " + ++ids);
        return "reworded " + question.get("id");
    }

    private String addQuestion(boolean required) {
        Map<String, Object> question = question(required);
        fields(one(sections)).add(question);
        return "added " + question.get("id");
    }

    private String removeQuestion() {
        Map<String, Object> section = one(sections);
        List<Map<String, Object>> fields = fields(section);
        if (fields.size() < 2) {
            return addQuestion(false);
        }
        return "removed " + fields.remove(random.nextInt(fields.size())).get("id");
    }

    private String removeEntryQuestion() {
        for (Map<String, Object> question : questions()) {
            if (question.get("item") instanceof List<?> inside && inside.size() > 1) {
                return "removed " + inside.remove(random.nextInt(inside.size()));
            }
        }
        return removeQuestion();
    }

    private String reorder() {
        Collections.shuffle(fields(one(sections)), random);
        return "reordered";
    }

    private String addItem() {
        items.add(new LinkedHashMap<>(Map.of("id", "i" + ++ids, "text", "Item " + ids)));
        return "added an item";
    }

    private String addSection() {
        Map<String, Object> section = new LinkedHashMap<>();
        section.put("id", "s" + ++ids);
        section.put("title", "Section " + ids);
        section.put("owner", "nqsw");
        List<Map<String, Object>> fields = new ArrayList<>();
        section.put("fields", fields);
        for (int i = 0; i < 5; i++) {
            fields.add(question(i == 0));
        }
        sections.add(section);
        return "added a section";
    }

    private String addStep() {
        steps.add(step("assessor"));
        return "added a step";
    }

    private Map<String, Object> step(String by) {
        Map<String, Object> step = new LinkedHashMap<>();
        step.put("step", steps.size() + 1);
        step.put("by", Map.of("all", List.of(by)));
        step.put("statement", "I wrote this.");
        return step;
    }

    /** Looser or tighter, whichever it comes to; nobody here writes more than three words. */
    private String limit() {
        for (Map<String, Object> question : questions()) {
            if ("longtext".equals(question.get("type"))) {
                question.put("words", Map.of("max", 10 + random.nextInt(90)));
                return "limited " + question.get("id");
            }
        }
        return relabel();
    }

    private String require() {
        Map<String, Object> question = one(questions());
        question.put("required", !Boolean.TRUE.equals(question.get("required")));
        return "required or not: " + question.get("id");
    }

    private Map<String, Object> question(boolean required) {
        Map<String, Object> question = new LinkedHashMap<>();
        question.put("id", "q" + ++ids);
        question.put("label", "Question " + ids);
        question.put("required", required);
        switch (random.nextInt(6)) {
            case 0 -> question.put("type", "text");
            case 1 -> question.put("type", "yesno");
            case 2 -> list(question, "choice");
            case 3 -> list(question, "choices");
            case 4 -> entries(question);
            default -> question.put("type", "longtext");
        }
        return question;
    }

    private static void list(Map<String, Object> question, String type) {
        question.put("type", type);
        question.put("list", "moods");
    }

    private void entries(Map<String, Object> question) {
        question.put("type", "repeat");
        List<Map<String, Object>> inside = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            inside.add(new LinkedHashMap<>(Map.of("id", "q" + ++ids, "type", "text", "label", "Part " + ids)));
        }
        question.put("item", inside);
    }

    private List<Map<String, Object>> questions() {
        return sections.stream().flatMap(section -> fields(section).stream()).toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> fields(Map<String, Object> section) {
        return (List<Map<String, Object>>) Objects.requireNonNull(section.get("fields"));
    }

    private <T> T one(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private static Map<String, Object> role(String label) {
        return Map.of("label", label, "from", "portfolio");
    }
}
