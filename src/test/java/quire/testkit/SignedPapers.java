package quire.testkit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;
import quire.forms.Form;
import quire.forms.Section;
import quire.people.Actor;
import quire.portfolio.Document;
import quire.portfolio.Documents;
import quire.portfolio.Reopenings;
import quire.portfolio.Sent;
import quire.portfolio.Sign;
import quire.portfolio.SignOff;
import quire.portfolio.Signature;
import quire.portfolio.SignedRecord;

/** Papers of the cast that are filled with their samples, and signed by everybody who signs them. */
public final class SignedPapers {

    private final WebHouse house;
    private final Cast cast;
    private final Documents documents;

    public SignedPapers(WebHouse house, Cast cast) {
        this.house = house;
        this.cast = cast;
        this.documents = house.rooms().documents();
    }

    /** A reflection log that all have signed: the social worker first, then the assessor. */
    public String log() {
        String document = written("critical-reflection");
        signAll(document);
        return document;
    }

    /** A paper of the plan with the answers of its sample, each section complete, and signed by nobody. */
    public String written(String paper) {
        int seen = (int) documents.ofPortfolio(cast.portfolio("nqsw").id()).stream()
                .filter(one -> paper.equals(one.paper()))
                .count();
        Document document = cast.start("nqsw", paper, seen);
        WebHouse.fillIn(house, document.id(), house.rooms().today());
        Form form = document.form();
        form.sections().forEach(section -> finish(document.id(), section, WebHouse.sampleAnswers(form)));
        return document.id();
    }

    private void finish(String document, Section section, Map<String, @Nullable Object> sample) {
        Map<String, @Nullable Object> answers = new LinkedHashMap<>();
        section.fields().stream()
                .filter(field -> field.asksPeople() && sample.containsKey(field.id()))
                .forEach(field -> answers.put(field.id(), sample.get(field.id())));
        save(document, section.id(), answers);
        complete(document, section.id());
    }

    /** Writes into a section as whoever writes it. */
    public void save(String document, String section, Map<String, @Nullable Object> answers) {
        Document current = documents.get(document);
        documents
                .save(
                        document,
                        Sent.of(section, answers, current.revision()),
                        as(current.form().section(section).owner()),
                        now(),
                        house.rooms().today())
                .orThrow();
    }

    public void complete(String document, String section) {
        documents
                .sections()
                .complete(
                        document,
                        section,
                        as(documents.get(document).form().section(section).owner()),
                        now(),
                        house.rooms().today());
    }

    /** Opens a signed paper again, with a second person where that takes two, changes an answer of a section, and completes it. */
    public void change(String document, String section, String field, Object answer) {
        Reopenings reopenings = documents.reopenings();
        reopenings
                .reopen(
                        document,
                        Set.of(section),
                        "It was not so.",
                        as("coordinator"),
                        now(),
                        house.rooms().today())
                .ifPresent(asked -> reopenings.agree(
                        document,
                        asked.number(),
                        "",
                        as("administrator"),
                        now(),
                        house.rooms().today()));
        Map<String, @Nullable Object> answers = new LinkedHashMap<>();
        answers.put(field, answer);
        save(document, section, answers);
        complete(document, section);
    }

    /** Lets everybody sign, one after the other, until nobody is due. */
    public void signAll(String document) {
        for (List<SignOff.Place> due = due(document); !due.isEmpty(); due = due(document)) {
            sign(document, due.get(0));
        }
    }

    private List<SignOff.Place> due(String document) {
        return documents
                .signing()
                .signOff(documents.get(document), house.rooms().today())
                .due();
    }

    /** Lets whoever is due at a place sign there. */
    public Signature sign(String document, SignOff.Place place) {
        Document current = documents.get(document);
        String role = place.roles().stream().sorted().findFirst().orElseThrow();
        Map<String, Digest> layouts = house.rooms().finalPapers().keepLayouts(current.form(), now());
        Digest seen = documents
                .signing()
                .preview(current, place, role, layouts, as(role))
                .digest();
        return documents
                .signing()
                .sign(
                        document,
                        new Sign(place.key(), role, UUID.randomUUID().toString(), seen, "session", layouts),
                        as(role),
                        now(),
                        house.rooms().today());
    }

    /** What all have signed. */
    public SignedRecord record(String document) {
        return house.rooms()
                .finalPapers()
                .of(documents.get(document))
                .orElseThrow(() -> new AssertionError("Not all have signed"));
    }

    public Instant now() {
        return house.rooms().clock().instant();
    }

    public Actor as(String role) {
        return Actor.of(cast.person(role).id());
    }
}
