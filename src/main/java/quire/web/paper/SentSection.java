package quire.web.paper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;
import quire.forms.AnswerCheck;
import quire.forms.Answers;
import quire.forms.Field;
import quire.forms.Section;
import quire.portfolio.Attachments;
import quire.portfolio.Document;
import quire.web.frame.Action;
import quire.web.frame.Faults;
import quire.web.frame.Posted;
import quire.web.frame.Typed;

/**
 * What came back from a section's page, read.
 *
 * @param typed what was typed, to show it again
 * @param answers what can be saved; may be changed
 * @param all the answers of the paper with all that was typed
 * @param faults what cannot be saved
 */
record SentSection(Typed typed, Map<String, @Nullable Object> answers, Answers all, Faults faults) {

    /**
     * Reads it.
     *
     * @param inFront the answers that the page was made of
     * @throws Problem if something was sent that the page does not ask for
     */
    static SentSection read(
            Document document,
            Section section,
            Posted posted,
            Action action,
            Map<String, @Nullable Object> inFront,
            Attachments attachments,
            LocalDate today) {
        Typed typed = typed(posted);
        Uploads uploads = new Uploads(posted, attachments);
        BoxesToAnswers.Read read = BoxesToAnswers.of(section.fields(), typed, inFront, uploads);
        refuseStrangers(typed, read.known());
        Map<String, @Nullable Object> answers = new LinkedHashMap<>(read.answers());
        answers.keySet().retainAll(meant(section, posted, action));
        Answers all = together(document, answers);
        Faults faults = new Faults(section.fields(), typed);
        uploads.errors().forEach(faults::add);
        for (Finding finding : notSavable(document, section, all, today)) {
            answers.remove(field(finding));
            faults.add(List.of(finding));
        }
        return new SentSection(typed, answers, all, faults);
    }

    /** The boxes of the questions; what begins with an underscore belongs to the page. */
    private static Typed typed(Posted posted) {
        Map<String, List<String>> boxes = new LinkedHashMap<>(posted.fields());
        boxes.keySet().removeIf(name -> name.startsWith("_"));
        return new Typed(boxes);
    }

    private static void refuseStrangers(Typed typed, Set<String> known) {
        List<Finding> strangers = new ArrayList<>();
        for (String name : new TreeSet<>(typed.values().keySet())) {
            if (!known.contains(name)) {
                strangers.add(Finding.error(
                        "answer-elsewhere",
                        "“" + name + "” is not a question of this section. Nothing was saved.",
                        Place.atPath(name)));
            }
        }
        if (!strangers.isEmpty()) {
            throw Problem.badInput("This page does not ask for everything that was sent.", strangers);
        }
    }

    /**
     * The questions whose boxes count: all of them, or those that the page says were changed on it. What a page shows and
     * nobody has touched may be older than what is saved.
     */
    private static Set<String> meant(Section section, Posted posted, Action action) {
        Set<String> meant = new TreeSet<>();
        if (posted.has("_fields")) {
            meant.addAll(Arrays.asList(posted.one("_fields").split(" ", -1)));
            meant.add(action.field());
        } else {
            section.fields().forEach(field -> meant.add(field.id()));
        }
        return meant;
    }

    private static Answers together(Document document, Map<String, @Nullable Object> answers) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(document.answers());
        all.putAll(answers);
        return Answers.of(document.form(), all);
    }

    /** What no draft can hold, in this section only: an older section may have troubles of its own. */
    private static List<Finding> notSavable(Document document, Section section, Answers all, LocalDate today) {
        List<String> own = section.fields().stream().map(Field::id).toList();
        return AnswerCheck.of(document.form(), all, today).draft().stream()
                .filter(finding -> finding.isError() && own.contains(field(finding)))
                .toList();
    }

    /** The id of the question that a finding is about; empty for none. */
    private static String field(Finding finding) {
        String path = finding.place().path();
        return path == null ? "" : path.split("[.\\[]", 2)[0];
    }
}
