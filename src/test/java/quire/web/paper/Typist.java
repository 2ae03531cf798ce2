package quire.web.paper;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import quire.forms.Field;
import quire.forms.RepeatField;
import quire.forms.Section;
import quire.testkit.Browser;
import quire.web.frame.Typed;

/** Somebody who types given answers into the page of a section, whatever its questions are, with and without scripts. */
final class Typist {

    static final String CONTINUE = "button[value=continue]:not([aria-hidden])";

    private Typist() {}

    /**
     * Types a section and says that it is complete.
     *
     * @param address of the paper
     * @param sample the answers, by field id
     */
    static void complete(Page page, String address, Section section, Map<String, @Nullable Object> sample) {
        page.navigate(address + "/sections/" + section.id());
        assertThat(page.locator("h1").innerText()).isEqualTo(section.title());
        Typed typed = AnswersToBoxes.of(section.fields(), sample);
        // Without scripts a question that hangs on another appears after a save; so answers are given until all are in.
        for (int round = 0; round < 4; round++) {
            section.fields().forEach(field -> fill(page, field, field.id(), typed));
            if (allIn(page, section, typed)) {
                break;
            }
            press(page, page.locator(CONTINUE));
            page.navigate(address + "/sections/" + section.id());
        }
        // What came up while entries were added is empty still.
        section.fields().forEach(field -> fill(page, field, field.id(), typed));
        if (runsScripts(page)) {
            Browser.assertAccessible(page);
        }
        page.locator("#_completed").check();
        assertThat(page.locator(".quire-note").allInnerTexts()).isEmpty();
        press(page, page.locator(CONTINUE));
        assertThat(page.locator(".govuk-error-summary").allInnerTexts()).isEmpty();
    }

    /** Presses a button that sends the page, and waits for what comes back. */
    static void press(Page page, Locator button) {
        Browser.load(page, button::click);
    }

    private static boolean allIn(Page page, Section section, Typed typed) {
        return section.fields().stream()
                .allMatch(field -> field instanceof RepeatField repeat
                        ? entriesAreIn(page, repeat, typed)
                        : isIn(page.locator("#question-" + field.id()), field, typedNames(typed, field)));
    }

    private static boolean entriesAreIn(Page page, RepeatField repeat, Typed typed) {
        Locator entries = page.locator("[data-repeat='" + repeat.id() + "'] [data-entries] > [data-entry]");
        List<String> wanted = typed.entries(repeat.id());
        return IntStream.range(0, Math.min(entries.count(), wanted.size()))
                .allMatch(i -> repeat.items().stream()
                        .allMatch(field -> isIn(
                                entries.nth(i).locator("[data-question='" + field.id() + "']"),
                                field,
                                typed.all(Typed.inside(repeat.id(), wanted.get(i), field.id())))));
    }

    private static boolean isIn(Locator question, Field field, List<String> typed) {
        return field.showIf() == null || typed.isEmpty() || question.isVisible();
    }

    private static List<String> typedNames(Typed typed, Field field) {
        return typed.values().keySet().stream()
                .filter(name -> name.equals(field.id()) || name.startsWith(field.id() + "."))
                .toList();
    }

    private static void fill(Page page, Field field, String name, Typed typed) {
        if (field instanceof RepeatField repeat) {
            fillEntries(page, repeat, typed);
        } else {
            fillBox(page.locator("#question-" + Typed.id(name)), field, name, typed);
        }
    }

    private static void fillEntries(Page page, RepeatField repeat, Typed typed) {
        Locator whole = page.locator("[data-repeat='" + repeat.id() + "']");
        if (!whole.isVisible()) {
            return;
        }
        List<String> wanted = typed.entries(repeat.id());
        Locator entries = whole.locator("[data-entries] > [data-entry]");
        while (!repeat.hasGivenEntries() && entries.count() < wanted.size()) {
            add(page, whole.locator("[data-add]"));
        }
        if (typed.has(repeat.id() + ".none") && entries.count() == 0) {
            whole.locator("input[name='" + repeat.id() + ".none']").check();
        }
        for (int i = 0; i < wanted.size(); i++) {
            for (int round = 0; round < 2; round++) {
                for (Field field : repeat.items()) {
                    Locator question = entries.nth(i).locator("[data-question='" + field.id() + "']");
                    fillBox(question, field, Typed.inside(repeat.id(), wanted.get(i), field.id()), typed);
                }
            }
        }
    }

    /** With scripts the entry is there at once; without, the page comes back with it. */
    private static void add(Page page, Locator button) {
        if (runsScripts(page)) {
            button.click();
        } else {
            press(page, button);
        }
    }

    private static boolean runsScripts(Page page) {
        return page.locator("body.js-enabled").count() > 0;
    }

    private static void fillBox(Locator question, Field field, String name, Typed typed) {
        if (field.filledByRecord() || !question.isVisible()) {
            return;
        }
        switch (field.type()) {
            case CHOICES -> {
                List<String> wanted = typed.all(name);
                for (Locator box : question.locator("input[type=checkbox]").all()) {
                    box.setChecked(wanted.contains(box.inputValue()));
                }
            }
            case YESNO, CHOICE ->
                typed.all(name)
                        .forEach(value ->
                                question.locator("input[value='" + value + "']").check());
            case DATE -> parts(question, name, typed, List.of("day", "month", "year"));
            case PERSON -> parts(question, name, typed, List.of("name", "role", "registration"));
            case PICTURE -> {
                if (typed.has(name)) {
                    question.locator("input[type=file]").setInputFiles(Path.of("samples/pictures/" + picture()));
                }
            }
            case STATEMENT, PREFILL, FILES -> {
                // Nothing is typed here.
            }
            default -> question.locator("input[type=text], textarea").first().fill(typed.one(name));
        }
    }

    private static void parts(Locator question, String name, Typed typed, List<String> parts) {
        parts.forEach(part -> question.locator("input[name$='." + part + "']").fill(typed.one(name + "." + part)));
    }

    private static String picture() {
        try (var pictures = Files.list(Path.of("samples/pictures"))) {
            return pictures.filter(file -> file.toString().endsWith(".png"))
                    .findFirst()
                    .orElseThrow()
                    .getFileName()
                    .toString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
