package quire.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quire.people.Actor;
import quire.people.Person;
import quire.testkit.Ask;
import quire.testkit.WebHouse;

/** Nothing that somebody wrote is lost when their session ends before they save it, whatever the questions are called. */
class EndedSessionIT {

    private static final String FORM = """
            form: names
            version: 1
            title: Names
            roles: {writer: {label: Writer}}
            sections:
              - id: names
                title: Names
                owner: writer
                fields:
                  - {id: code, type: text, label: Code}
                  - {id: before, type: text, label: Before}
                  - {id: password, type: text, label: Password}
                  - {id: to, type: text, label: To}
            """;

    @TempDir
    Path folder;

    private WebHouse house;
    private Person person;
    private Ask browser;

    @BeforeEach
    void open() throws IOException {
        Path forms = Files.createDirectories(folder.resolve("forms"));
        Files.writeString(forms.resolve("names.yaml"), FORM);
        house = WebHouse.open(Files.createDirectories(folder.resolve("data")), forms);
        Passwords passwords = new Passwords(house);
        person = passwords.open(house.administrator());
        browser = passwords.browser(person);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void s05_carriesWhatWasWrittenIntoTheRecord() {
        String document = browser.post("/forms/names/documents", Map.of()).location();
        String page = document + "/sections/names";
        Map<String, String> written = new LinkedHashMap<>(Map.of(
                "code",
                "The code of conduct",
                "before",
                "What came before",
                "password",
                "Not one",
                "to",
                "//x.example"));
        written.putAll(Map.of("_base", base(document), "_end", "1", "_do", "later"));
        house.rooms().people().sessions().endAll(person.id(), Actor.SYSTEM, WebHouse.CLOCK.instant());
        Ask.Answer again = browser.post(page, written).expect(401);
        Map<String, String> signIn = new LinkedHashMap<>();
        written.forEach((box, text) -> {
            again.says("name=\"kept." + box + "\" value=\"" + text + "\"");
            signIn.put("kept." + box, text);
        });
        signIn.putAll(Map.of("to", page, "email", person.email(), "password", Passwords.PASSWORD));
        Ask.Answer in = house.stranger().post("/sign-in", signIn).expect(200).says("action=\"" + page + "\"");
        written.forEach((box, text) -> in.says("name=\"" + box + "\" value=\"" + text + "\""));
        house.stranger().signedIn(Passwords.token(in)).post(page, written).expect(303);
        assertThat(house.rooms()
                        .documents()
                        .get(document.replace("/documents/", ""))
                        .answers())
                .containsEntry("code", "The code of conduct")
                .containsEntry("before", "What came before")
                .containsEntry("password", "Not one")
                .containsEntry("to", "//x.example");
    }

    /** S-01: a page that is older than the session, as when its reader has signed in again in another tab. */
    @Test
    void s01_keepsWhatWasTypedOnAPageThatIsOutOfDate() {
        String document = browser.post("/forms/names/documents", Map.of()).location();
        String page = document + "/sections/names";
        Map<String, String> written =
                Map.of("code", "The code of conduct", "_base", base(document), "_end", "1", "_do", "later");
        Ask.Answer kept = browser.withoutStamp()
                .post(page, written)
                .expect(403)
                .says("This page is out of date", "still here", "action=\"" + page + "\"", "The code of conduct");
        browser.fromAnotherSite().post(page, written).expect(403).doesNotSay("The code of conduct", "name=\"_base\"");
        String stamp = kept.text().replaceFirst("(?s).*<main.*?name=\"_stamp\" value=\"([0-9a-f]{64})\".*", "$1");
        Map<String, String> again = new LinkedHashMap<>(written);
        again.put("_stamp", stamp);
        browser.withoutStamp().post(page, again).expect(303);
    }

    @Test
    void s05_leadsAPressedButtonHomeAndNotToAnAddressWithoutAPage() {
        house.rooms().people().sessions().endAll(person.id(), Actor.SYSTEM, WebHouse.CLOCK.instant());
        browser.post("/account/sessions/end-others", Map.of())
                .expect(401)
                .says("name=\"to\" value=\"/\"")
                .doesNotSay("What you typed is still here");
        browser.post("/account/display", "text/plain", "no form").expect(401).says("name=\"to\" value=\"/\"");
        browser.post("/account/display", "application/json", "{}")
                .expect(401)
                .has("Content-Type", "application/problem+json");
    }

    private String base(String document) {
        return String.valueOf(house.rooms()
                .documents()
                .get(document.replace("/documents/", ""))
                .revision());
    }
}
