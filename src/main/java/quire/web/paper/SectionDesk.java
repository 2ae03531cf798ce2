package quire.web.paper;

import io.javalin.http.HttpStatus;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Problem;
import quire.forms.AnswerCheck;
import quire.forms.Answers;
import quire.forms.Section;
import quire.portfolio.Attachments;
import quire.portfolio.Document;
import quire.portfolio.Documents;
import quire.portfolio.SectionState;
import quire.portfolio.SeenPaper;
import quire.portfolio.Sent;
import quire.web.frame.Action;
import quire.web.frame.Body;
import quire.web.frame.Faults;
import quire.web.frame.Posted;
import quire.web.frame.Typed;
import quire.web.frame.Visit;

/**
 * Takes in what came back from a section's page: saves all that can be saved, and says where to go next or what could not
 * be saved.
 */
final class SectionDesk {

    private final Documents documents;
    private final Attachments attachments;
    private final Visit visit;

    SectionDesk(Documents documents, Attachments attachments, Visit visit) {
        this.documents = documents;
        this.attachments = attachments;
        this.visit = visit;
    }

    /**
     * How it ended.
     *
     * @param next where to go, if there are no faults
     * @param document as it is saved now
     * @param typed what was typed, to show it again
     * @param answers what was typed, as far as it counts for conditions
     * @param faults what could not be saved, or is missing
     * @param note a sentence above the faults
     * @param status of the page that shows the faults
     */
    record Outcome(
            String next,
            Document document,
            Typed typed,
            Answers answers,
            Faults faults,
            String note,
            HttpStatus status) {}

    Outcome take(Document document, Section section, Posted posted) {
        if (!posted.has("_end")) {
            throw Body.malformed("The page did not arrive whole. Nothing was saved. Go back and send it again.");
        }
        Action action = Action.of(posted.one("_do"));
        Map<String, @Nullable Object> inFront = inFront(document, posted);
        SentSection read = SentSection.read(document, section, posted, action, inFront, attachments, visit.today());
        Rearranging entries = new Rearranging(documents, document, section);
        String anchor = read.faults().isEmpty() ? entries.act(action, read.answers()) : "";
        entries.name(read.answers(), inFront);
        Draft draft = new Draft(read.typed(), read.all(), read.faults(), action, anchor);
        return store(document, section, posted, read.answers(), draft);
    }

    /**
     * What became of answers that a page sent by itself.
     *
     * @param answers those that were sent on, entries that the browser has added under names of ours
     * @param faults those that no draft can hold
     * @param saved how the save ended
     */
    record Kept(Map<String, @Nullable Object> answers, Faults faults, quire.portfolio.Outcome saved) {}

    /** Saves what somebody is still writing; the section stays as complete as it is, unless it no longer can. */
    Kept keep(Document document, Section section, Posted posted) {
        Map<String, @Nullable Object> inFront = inFront(document, posted);
        SentSection read =
                SentSection.read(document, section, posted, Action.of(""), inFront, attachments, visit.today());
        new Rearranging(documents, document, section).name(read.answers(), inFront);
        String key = posted.one("_key");
        Sent sent = Sent.of(section.id(), read.answers(), base(posted)).under(key.isEmpty() ? null : key);
        quire.portfolio.Outcome saved = documents.save(document.id(), sent, visit.actor(), visit.now(), visit.today());
        reopenIfIncomplete(document.id(), section);
        return new Kept(read.answers(), read.faults(), saved);
    }

    /** The answers that the page was made of: what it shows and does not hold is taken from there. */
    private Map<String, @Nullable Object> inFront(Document document, Posted posted) {
        int base = base(posted);
        return base < 1 || base >= document.revision() ? document.answers() : documents.answersAt(document.id(), base);
    }

    /** What was read and is about to be saved. */
    private record Draft(Typed typed, Answers answers, Faults faults, Action action, String anchor) {

        Outcome outcome(String next, Document document, String note, HttpStatus status) {
            return new Outcome(next, document, typed, answers, faults, note, status);
        }
    }

    private Outcome store(
            Document document, Section section, Posted posted, Map<String, @Nullable Object> answers, Draft draft) {
        int base = base(posted);
        try {
            documents.save(document.id(), section.id(), answers, base, visit.actor(), visit.now(), visit.today());
        } catch (Problem refused) {
            if (refused.kind() != Problem.Kind.CONFLICT) {
                throw refused;
            }
            draft.faults().add(refused.findings());
            return draft.outcome("", documents.get(document.id()), refused.getMessage(), HttpStatus.CONFLICT);
        }
        if (!draft.faults().isEmpty()) {
            reopenIfIncomplete(document.id(), section);
            String note = "Everything else on this page is saved.";
            return draft.outcome("", documents.get(document.id()), note, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return complete(section, posted, documents.get(document.id()), draft);
    }

    static int base(Posted posted) {
        return posted.one("_base").matches("\\d{1,9}") ? Integer.parseInt(posted.one("_base")) : 0;
    }

    private Outcome complete(Section section, Posted posted, Document saved, Draft draft) {
        boolean wanted = draft.action().goesOn() && posted.one("_completed").equals("yes");
        if (wanted) {
            refresh(saved);
            try {
                documents.sections().complete(saved.id(), section.id(), visit.actor(), visit.now(), visit.today());
            } catch (Problem refused) {
                documents.sections().reopen(saved.id(), section.id(), visit.actor(), visit.now());
                draft.faults().add(refused.findings());
                String note = "Your answers are saved. The section is not complete yet.";
                return draft.outcome("", documents.get(saved.id()), note, HttpStatus.UNPROCESSABLE_CONTENT);
            }
        } else if (posted.one("_completed").equals("no")) {
            documents.sections().reopen(saved.id(), section.id(), visit.actor(), visit.now());
        } else {
            reopenIfIncomplete(saved.id(), section);
        }
        Document now = documents.get(saved.id());
        return draft.outcome(next(now, section, posted, draft), now, "", HttpStatus.OK);
    }

    /** What is completed says how things stood then, with what was saved just now. */
    private void refresh(Document document) {
        if (visit.portfolio() != null) {
            documents.refreshed(document, visit.portfolio(), visit.now(), visit.today());
        }
    }

    private String next(Document document, Section section, Posted posted, Draft draft) {
        String home = visit.paper();
        String here = home + "/sections/" + section.id();
        if (draft.action().rearranges()) {
            return here + draft.anchor();
        } else if (draft.action().verb().equals("later")) {
            return home;
        }
        if (draft.action().verb().equals("insert")) {
            String name = draft.action().rest();
            return BoxName.in(section, name).isPresent() ? here + "/insert?question=" + name : here;
        }
        Set<String> fresh = new SectionRun(document).asked(section);
        fresh.removeAll(Arrays.asList(posted.one("_seen").split(" ", -1)));
        if (!fresh.isEmpty()) {
            return here + "#question-" + fresh.iterator().next();
        }
        return new SectionRun(document)
                .after(section, SeenPaper.of(document, visit.stands())::writes)
                .map(following -> home + "/sections/" + following.id())
                .orElse(home + "/check");
    }

    /** A section stays completed only as long as its answers are. */
    void reopenIfIncomplete(String id, Section section) {
        Document document = documents.get(id);
        Answers answers = Answers.of(document.form(), document.answers());
        AnswerCheck check = AnswerCheck.of(document.form(), answers, visit.today());
        Section now = document.form().section(section.id());
        if (document.state(section.id()) == SectionState.COMPLETED && Finding.anyError(check.complete(now))) {
            documents.sections().reopen(id, section.id(), visit.actor(), visit.now());
        }
    }
}
