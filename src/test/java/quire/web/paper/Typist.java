package quire.web.paper;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.forms.Field;
import quire.forms.RepeatField;
import quire.forms.Section;
import quire.testkit.Browser;
import quire.web.frame.Typed;

/**
 * Somebody who types given answers into the page of a section, whatever its questions are, with and without scripts. What
 * stands there already is looked at and left alone.
 */
final class Typist {

    static final String CONTINUE = "button[value=continue]:not([aria-hidden])";

    /** Answers to questions that hang on others, which hang on others, are in after so many looks. */
    private static final int LOOKS = 5;

    private final Page page;
    private final boolean scripts;
    private final Section section;
    private final Typed typed;

    private Typist(Page page, Section section, Typed typed) {
        this.page = page;
        this.scripts = Browser.runsScripts(page);
        this.section = section;
        this.typed = typed;
    }

    /**
     * Types a section and says that it is complete.
     *
     * @param address of the paper
     * @param sample the answers, by field id
     */
    static void complete(Page page, String address, Section section, Map<String, @Nullable Object> sample) {
        String here = address + "/sections/" + section.id();
        if (!page.url().replaceAll("[?#].*", "").equals(here)) {
            page.navigate(here);
        }
        assertThat(page.locator("h1").innerText()).isEqualTo(section.title());
        Typist typist = new Typist(page, section, AnswersToBoxes.of(section.fields(), sample));
        typist.typeAll(here);
        if (typist.scripts) {
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

    /** Without scripts a question that hangs on another appears after a save; so answers are given until all are in. */
    private void typeAll(String here) {
        for (int look = 0; look < LOOKS; look++) {
            countEntries();
            boolean changed = spots(Sheet.of(page)).stream().map(this::fill).reduce(false, Boolean::logicalOr);
            if (!changed) {
                return;
            } else if (!scripts && spots(Sheet.of(page)).stream().anyMatch(Spot::isMissing)) {
                press(page, page.locator(CONTINUE));
                page.navigate(here);
            }
        }
    }

    private void countEntries() {
        Sheet sheet = Sheet.of(page);
        for (Field field : section.fields()) {
            Sheet.Question whole = sheet.question(field.id());
            if (field instanceof RepeatField repeat && whole.seen()) {
                countEntries(repeat, whole);
            }
        }
    }

    /** Adds what is missing, and removes what an earlier paper has handed on and nobody goes on with. */
    private void countEntries(RepeatField repeat, Sheet.Question whole) {
        Locator there = page.locator("[data-repeat='" + repeat.id() + "']");
        if (typed.has(repeat.id() + ".none") && whole.entries() == 0) {
            there.locator("input[name='" + repeat.id() + ".none']").check();
        }
        int missing = repeat.hasGivenEntries() ? 0 : typed.entries(repeat.id()).size() - whole.entries();
        for (int i = 0; i < missing; i++) {
            rearrange(there.locator("[data-add]"));
        }
        for (int i = missing; i < 0; i++) {
            rearrange(there.locator("[data-remove]").last());
        }
    }

    /** With scripts the page is as it should be at once; without, it comes back like that. */
    private void rearrange(Locator button) {
        if (scripts) {
            button.click();
        } else {
            press(page, button);
        }
    }

    /**
     * A question on the page, and what is to stand in it.
     *
     * @param name under which that is found among what is to be typed
     */
    private record Spot(Field field, String name, List<String> wanted, Locator there, Sheet.Question question) {

        boolean isMissing() {
            return field.showIf() != null && !wanted.isEmpty() && !question.seen();
        }
    }

    private List<Spot> spots(Sheet sheet) {
        List<Spot> spots = new ArrayList<>();
        for (Field field : section.fields()) {
            if (field instanceof RepeatField repeat) {
                spots.addAll(spots(repeat, sheet));
            } else {
                spots.add(spot(field, field.id(), page.locator("#question-" + field.id()), sheet.question(field.id())));
            }
        }
        return spots;
    }

    private List<Spot> spots(RepeatField repeat, Sheet sheet) {
        List<Spot> spots = new ArrayList<>();
        List<String> wanted = typed.entries(repeat.id());
        Locator entries = page.locator("[data-repeat='" + repeat.id() + "'] [data-entries] > [data-entry]");
        int there = Math.min(wanted.size(), sheet.question(repeat.id()).entries());
        for (int i = 0; i < there; i++) {
            for (Field field : repeat.items()) {
                spots.add(spot(
                        field,
                        Typed.inside(repeat.id(), wanted.get(i), field.id()),
                        entries.nth(i).locator("[data-question='" + field.id() + "']"),
                        sheet.question(Sheet.inside(repeat.id(), i, field.id()))));
            }
        }
        return spots;
    }

    private Spot spot(Field field, String name, Locator there, Sheet.Question question) {
        List<String> wanted = typed.values().entrySet().stream()
                .filter(entry -> entry.getKey().equals(name) || entry.getKey().startsWith(name + "."))
                .flatMap(entry -> entry.getValue().stream())
                .toList();
        return new Spot(field, name, wanted, there, question);
    }

    /** Whether anything had to be done. */
    private boolean fill(Spot spot) {
        Field field = spot.field();
        if (field.filledByRecord() || !spot.question().seen()) {
            return false;
        }
        return switch (field.type()) {
            case CHOICES -> tick(spot);
            case YESNO, CHOICE -> choose(spot);
            case DATE -> parts(spot, List.of("day", "month", "year"));
            case PERSON -> parts(spot, List.of("name", "role", "registration"));
            case PICTURE -> picture(spot);
            // Nothing is typed here.
            case STATEMENT, PREFILL, FILES -> false;
            default -> write(spot, spot.question().boxes().get(0), typed.one(spot.name()));
        };
    }

    /** First what is not to be ticked, since there may be a most. */
    private boolean tick(Spot spot) {
        List<Sheet.Box> wrong = spot.question().boxes().stream()
                .filter(box -> box.on() != spot.wanted().contains(box.value()))
                .sorted((one, other) -> Boolean.compare(other.on(), one.on()))
                .toList();
        wrong.forEach(box -> option(spot, box).setChecked(!box.on()));
        return !wrong.isEmpty();
    }

    private boolean choose(Spot spot) {
        List<Sheet.Box> wrong = spot.question().boxes().stream()
                .filter(box -> !box.on() && spot.wanted().contains(box.value()))
                .toList();
        wrong.forEach(box -> option(spot, box).check());
        return !wrong.isEmpty();
    }

    private static Locator option(Spot spot, Sheet.Box box) {
        return spot.there().locator("input[value='" + box.value() + "']");
    }

    private boolean parts(Spot spot, List<String> parts) {
        boolean changed = false;
        for (String part : parts) {
            changed |= write(spot, spot.question().box("." + part), typed.one(spot.name() + "." + part));
        }
        return changed;
    }

    private static boolean write(Spot spot, Sheet.Box box, String wanted) {
        if (box.value().equals(wanted.replace("\r\n", "\n"))) {
            return false;
        }
        // The name of an entry changes as it is saved, the end of the name of a box does not.
        String ending = box.name().substring(box.name().lastIndexOf('.') + 1);
        spot.there().locator("[name$='" + ending + "']").first().fill(wanted);
        return true;
    }

    private boolean picture(Spot spot) {
        boolean missing = !spot.wanted().isEmpty()
                && spot.question().boxes().get(0).value().isEmpty();
        if (missing) {
            spot.there().locator("input[type=file]").setInputFiles(Path.of("samples/pictures/" + picture()));
        }
        return missing;
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
