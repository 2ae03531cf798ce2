package quire.portfolio;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;
import quire.forms.Form;
import quire.forms.FormReader;
import quire.people.Actor;
import quire.people.Person;
import quire.people.PortfolioRole;
import quire.store.Database;

/** A paper that four people sign in three steps, the last but one only where there are concerns. */
final class SigningHouse {

    static final Form FORM = FormReader.read("""
                    form: review
                    version: 1
                    title: Review
                    roles:
                      nqsw: {label: "Social worker", from: portfolio}
                      assessor: {label: "Assessor", from: portfolio}
                      manager: {label: "Line manager", from: portfolio}
                      coordinator: {label: "Co-ordinator", from: portfolio}
                    sections:
                      - id: own
                        title: "My year"
                        owner: nqsw
                        visible_to: [assessor, manager, coordinator]
                        fields:
                          - {id: story, type: longtext, label: "What happened?", required: true}
                          - {id: proud, type: yesno, label: "Are you proud of something?"}
                          - {id: pride, type: text, label: "Of what?", show_if: {field: proud, is: true}}
                      - id: view
                        title: "The assessor’s view"
                        owner: assessor
                        visible_to: [nqsw, manager, coordinator]
                        fields:
                          - {id: opinion, type: longtext, label: "What do you think?", required: true}
                          - {id: concerns, type: yesno, label: "Are there concerns?", required: true}
                      - id: note
                        title: "A note"
                        owner: manager
                        visible_to: [nqsw, assessor, coordinator]
                        fields:
                          - {id: remark, type: text, label: "Remark"}
                    sign_off:
                      - {step: 1, by: {all: [nqsw]}, covers: [own], statement: "I wrote this."}
                      - {step: 2, by: {all: [assessor, manager]}, covers: [own, view], statement: "We talked about it."}
                      - {step: 3, by: {any: [manager, coordinator]}, covers: [view], statement: "I know of the concerns.", show_if: {field: concerns, is: true}}
                      - {step: 4, by: {all: [coordinator]}, covers: [own, view, note], statement: "It is complete.", locks: document}
                    """, "review.yaml").orThrow();

    static final Instant NOW = BesideHouse.NOW;
    static final LocalDate TODAY = BesideHouse.TODAY;
    static final Map<String, Digest> TEMPLATES = Map.of("pdf", Digest.of("a layout"), "word", Digest.of("a template"));

    final BesideHouse house;
    final Documents documents;
    final Sections sections;
    final Signing signing;
    final Person mo;
    final Person cara;
    final String document;
    private int keys;

    SigningHouse(Database database) {
        house = new BesideHouse(database);
        documents = house.documents;
        sections = documents.sections();
        signing = documents.signing();
        mo = house.person("Mo Manager", "mo@example.org");
        cara = house.person("Cara Coordinator", "cara@example.org");
        house.assign(PortfolioRole.MANAGER, mo);
        house.assign(PortfolioRole.COORDINATOR, cara);
        document = documents
                .start(new Placement(house.portfolio, "review"), FORM, Map.of(), house.asAna, NOW, TODAY)
                .id();
    }

    Document paper() {
        return documents.get(document);
    }

    SignOff signOff() {
        return signing.signOff(paper(), TODAY);
    }

    Actor as(String role) {
        return switch (role) {
            case "nqsw" -> house.asAna;
            case "assessor" -> house.asRuth;
            case "manager" -> Actor.of(mo.id());
            default -> Actor.of(cara.id());
        };
    }

    void write(String section, Map<String, @Nullable Object> answers) {
        String owner = FORM.section(section).owner();
        documents.save(document, section, answers, paper().revision(), as(owner), NOW, TODAY);
    }

    void complete(String section) {
        sections.complete(document, section, as(FORM.section(section).owner()), NOW, TODAY);
    }

    /** Everything written and said to be complete, without concerns or with. */
    void finish(boolean concerns) {
        write("own", Map.of("story", "I went to see her."));
        write("view", Map.of("opinion", "She did well.", "concerns", concerns));
        write("note", Map.of("remark", "None."));
        FORM.sections().forEach(section -> complete(section.id()));
    }

    /** What somebody would send who looks at the page now. */
    Sign looked(String place, String role) {
        SignOff.Place where = signOff().place(place).orElseThrow();
        Digest seen = signing.preview(paper(), where, role, TEMPLATES, as(role)).digest();
        return new Sign(place, role, "key " + ++keys, seen, "password", TEMPLATES);
    }

    Signature sign(String place, String role) {
        return signing.sign(document, looked(place, role), as(role), NOW, TODAY);
    }
}
