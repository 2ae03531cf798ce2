package quire.web.paper;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quire.forms.Section;
import quire.portfolio.Document;
import quire.portfolio.Portfolio;
import quire.portfolio.SignOff;
import quire.programme.Row;
import quire.testkit.Browser;

/** One paper on its way through the browsers of those who write and sign it. */
final class Journey {

    /** No paper has so many sections and signatures. */
    private static final int LONGEST = 60;

    private final Company company;
    private final Portfolio portfolio;
    private final Row row;
    private final Map<String, @Nullable Object> answers;
    private final Map<String, Page> guests = new HashMap<>();
    private String address = "";
    private String document = "";

    /** @param answers what is written in it, by field id */
    Journey(Company company, Portfolio portfolio, String paper, Map<String, @Nullable Object> answers) {
        this.company = company;
        this.answers = answers;
        this.portfolio = portfolio;
        this.row = portfolio.plan().get(paper);
    }

    String document() {
        return document;
    }

    void begin() {
        Page page = company.at(row.responsible().stream()
                .filter(company::hasAccount)
                .findFirst()
                .orElse("nqsw"));
        page.navigate(company.house.address() + "/portfolios/" + portfolio.id() + "/papers/" + row.id());
        Company.press(page, "Begin");
        address = page.url().replaceAll("[?#].*", "");
        document = Company.lastPart(page);
    }

    /** Until the first signature stands under it. */
    void toTheFirstSignature() {
        for (int step = 0; step < LONGEST && signOff().places().stream().noneMatch(SignOff.Place::isSigned); step++) {
            step();
        }
    }

    void toTheEnd() {
        for (int step = 0; step < LONGEST && step(); step++) {
            assertThat(step).as("steps of " + row.id()).isLessThan(LONGEST - 1);
        }
        assertThat(new SectionRun(paper()).shown())
                .as(row.id())
                .allMatch(section -> paper().state(section.id()).isDone());
        assertThat(signOff().isDone())
                .as(row.id())
                .isEqualTo(!signOff().places().isEmpty());
    }

    /** A reader gives a section back; its owner says more, and all sign anew. */
    void giveBack(String reader, String more) {
        Section section = paper().form().sections().get(0);
        Page page = company.at(reader);
        page.navigate(address + "/return");
        page.getByLabel(section.title()).first().check();
        page.locator("#reason").fill("Say what she said to that.");
        Company.press(page, "Give back");
        assertThat(paper().state(section.id()).isDone()).isFalse();
        Page owner = company.at(section.owner());
        owner.navigate(address + "/sections/" + section.id());
        owner.locator("textarea").first().fill(more);
        owner.locator("#_completed").check();
        Typist.press(owner, owner.locator(Typist.CONTINUE));
        assertThat(company.house.rooms().documents().signing().of(document)).anyMatch(signature -> !signature.stands());
    }

    /** One step further: a section is written, or somebody signs; false at the end. */
    private boolean step() {
        Document paper = paper();
        SectionRun run = new SectionRun(paper);
        Optional<Section> open = run.shown().stream()
                .filter(section -> !paper.state(section.id()).isDone() && run.mayStart(section))
                .findFirst();
        Optional<SignOff.Place> due = signOff().due().stream().findFirst();
        if (open.isPresent()) {
            write(open.get());
        } else {
            due.ifPresent(this::sign);
        }
        return open.isPresent() || due.isPresent();
    }

    private void write(Section section) {
        Page page = at(section.owner());
        Typist.complete(page, home(section.owner()), section, answers);
        if (!company.hasAccount(section.owner())) {
            send(page, home(section.owner()));
        }
    }

    /** Whoever was asked and signs nothing says with a button that they have done their part. */
    private static void send(Page page, String home) {
        page.navigate(home);
        if (page.locator("form[action$='/send']").count() > 0) {
            Company.press(page, "Send");
        }
    }

    private void sign(SignOff.Place place) {
        String role = place.roles().iterator().next();
        Page page = at(role);
        if (company.hasAccount(role)) {
            page.navigate(address + "/sign/" + place.key());
            if (page.locator("input[name=password]").count() > 0) {
                page.locator("input[name=password]").fill(Company.PASSWORD);
            }
        } else {
            page.navigate(home(role));
            readToSign(page);
            if (page.locator("#name").count() > 0) {
                sayWho(page);
                readToSign(page);
            }
        }
        Company.press(page, "Sign");
    }

    private static void readToSign(Page page) {
        Browser.load(page, () -> page.getByText("Read, sign and send").click());
    }

    private static void sayWho(Page page) {
        for (String box : new String[] {"post", "registration"}) {
            if (page.locator("#" + box).count() > 0) {
                page.locator("#" + box).fill(box.equals("post") ? "Ward sister" : "SW123456");
            }
        }
        Company.press(page, "Save and continue");
    }

    private Page at(String role) {
        return company.hasAccount(role)
                ? company.at(role)
                : guests.computeIfAbsent(role, asked -> company.asked(address, asked));
    }

    private String home(String role) {
        return company.hasAccount(role) ? address : company.house.address() + "/guest/" + document;
    }

    private Document paper() {
        return company.house.rooms().documents().get(document);
    }

    private SignOff signOff() {
        return company.house
                .rooms()
                .documents()
                .signing()
                .signOff(paper(), company.house.rooms().today());
    }
}
