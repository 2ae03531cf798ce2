package quire.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quire.bundle.Bundle;
import quire.core.Json;
import quire.pdf.PdfMaker;
import quire.pdf.PdfRequest;
import quire.portfolio.EvidenceFile;
import quire.testkit.Ask;
import quire.testkit.Browser;
import quire.testkit.Tools;
import quire.testkit.VeraPdf;

/** What may identify somebody in a coded bundle, and what an administrator decides about it. */
class BundleCheckIT {

    private static final String PHONE = "01632 960128";
    private static final String POSTCODE = "SW1A 1AA";
    private static final String RECIPE = "external";

    @TempDir
    static Path data;

    private static Panel panel;
    private static String name;

    @BeforeAll
    static void open() {
        panel = new Panel(data);
        panel.papers()
                .change(
                        panel.log(),
                        "the_work",
                        "situation",
                        "I rang " + PHONE + " and went to " + POSTCODE + ". Tomos Brynglas, the neighbour, was there.");
        panel.papers().signAll(panel.log());
        name = panel.cast().person("nqsw").name();
    }

    @AfterAll
    static void close() {
        panel.close();
    }

    private static String page() {
        return panel.bundles() + "/" + RECIPE + "/check";
    }

    private static byte[] letter(String word) {
        String html =
                "<!DOCTYPE html><html lang=\"en-GB\"><head><title>Letter</title></head><body><h1>A letter</h1><p>Dear "
                        + name + ", " + word + ". Ring me on " + PHONE + ".</p></body></html>";
        return new PdfMaker()
                .make(new PdfRequest(html, "letter", Map.of(), panel.clock().instant()))
                .bytes();
    }

    /** From the first look at the page to the bundle that a panel gets. */
    @Test
    void p04_p05_whatSomebodyTakesOutIsNowhereInTheBundle() throws IOException {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("description", "A letter to " + name);
        parts.put("file:letter.pdf", letter("thank you"));
        panel.cast()
                .ask("nqsw")
                .postParts("/portfolios/" + panel.cast().portfolio("nqsw").id() + "/evidence", parts)
                .expect(303);
        Ask administrator = panel.administrator();
        administrator
                .get(panel.bundles() + "/" + RECIPE)
                .says("Check for identifying text", "1 file is left out until somebody has looked at it");
        String shown = administrator
                .get(page())
                .expect(200)
                .says(
                        "“" + PHONE + "” looks like a telephone number",
                        "“" + POSTCODE + "” looks like a postcode",
                        "I have looked at it: put it in",
                        "Other words to take out")
                .text();
        administrator
                .post(page(), decisions(shown, Map.of("words", "Tomos Brynglas\n")))
                .expect(303);
        Bundle bundle = panel.built(RECIPE);
        byte[] file = panel.house()
                .rooms()
                .bundles()
                .open(bundle, panel.papers().as("administrator"), panel.clock().instant())
                .readAllBytes();
        assertThat(text(file))
                .contains("[telephone number]", "[removed], the neighbour", "I rang", "A letter to", "Ring me on")
                .doesNotContain(PHONE, "Tomos", "Brynglas", name)
                .contains(POSTCODE);
        assertThat(new String(file, StandardCharsets.ISO_8859_1)).doesNotContain("Brynglas");
        assertThat(Json.readObject(bundle.manifest(), "manifest").toString())
                .contains("removed=")
                .doesNotContain(name, "letter.pdf");
        VeraPdf.assertKeeps(file, VeraPdf.Flavour.PDFUA_1, VeraPdf.Flavour.PDFA_3_A);
        administrator.get(page()).says("What is decided already (3)", "Nothing that nobody has decided about.");
        changesItsMind(administrator);
    }

    /** The phone out, the postcode left, the file in. */
    private static Map<String, String> decisions(String shown, Map<String, String> more) {
        Map<String, String> sent = new LinkedHashMap<>(more);
        Matcher hidden = Pattern.compile("name=\"((?:text|kind|digest)\\.[^\"]+)\" value=\"([^\"]*)\"")
                .matcher(shown);
        while (hidden.find()) {
            sent.put(hidden.group(1), hidden.group(2));
            String number = hidden.group(1).substring(hidden.group(1).indexOf('.') + 1);
            if (hidden.group(1).startsWith("text.")) {
                sent.put("words." + number, hidden.group(2).equals(POSTCODE) ? "stays" : "out");
            } else if (hidden.group(1).startsWith("digest.")) {
                sent.put("file." + number, "stays");
            }
        }
        return sent;
    }

    private static void changesItsMind(Ask administrator) {
        administrator
                .post(page(), Map.of("text.0", PHONE, "kind.0", "phone", "words.0", "stays"))
                .expect(303);
        assertThat(panel.house()
                        .rooms()
                        .bundles()
                        .redactions()
                        .decisions(panel.cast().portfolio("nqsw")))
                .filteredOn(decision -> decision.text().equals(PHONE))
                .singleElement()
                .matches(decision -> !decision.removes());
    }

    private static String text(byte[] file) throws IOException {
        Path kept = data.resolve("checked.pdf");
        Files.write(kept, file);
        return Tools.run("pdftotext", kept.toString(), "-").output().replaceAll("\\s+", " ");
    }

    @Test
    void decidesAboutNothingThatItHasNotShown() {
        Ask administrator = panel.administrator();
        EvidenceFile other = confidential();
        administrator
                .post(
                        page(),
                        Map.of(
                                "file." + other.id(),
                                "stays",
                                "digest." + other.id(),
                                other.digest().hex()))
                .expect(303);
        assertThat(panel.house()
                        .rooms()
                        .bundles()
                        .doubts(
                                panel.cast().portfolio("nqsw"),
                                panel.cast()
                                        .portfolio("nqsw")
                                        .programme()
                                        .moderation()
                                        .recipe(RECIPE)
                                        .orElseThrow(),
                                panel.cast().person("administrator").id(),
                                panel.clock().instant())
                        .files())
                .noneMatch(file -> file.file().id().equals(other.id()));
    }

    private static EvidenceFile confidential() {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("description", "For few eyes");
        parts.put("confidential", "yes");
        parts.put("file:secret.pdf", letter("sorry"));
        panel.cast()
                .ask("nqsw")
                .postParts("/portfolios/" + panel.cast().portfolio("nqsw").id() + "/evidence", parts)
                .expect(303);
        return panel
                .house()
                .rooms()
                .evidence()
                .ofPortfolio(panel.cast().portfolio("nqsw").id())
                .stream()
                .filter(EvidenceFile::confidential)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void saysWhichLineIsTooLong() {
        panel.administrator()
                .post(page(), Map.of("words", "x".repeat(201) + "\nshort"))
                .expect(422)
                .says("Each line must be 200 characters or fewer", "href=\"#words\"");
        panel.administrator()
                .post(page(), Map.of("words", "…"))
                .expect(422)
                .says("Each line needs a letter or a number");
    }

    @Test
    void isThereForCodedBundlesAlone() {
        panel.administrator().get(panel.bundles() + "/internal/check").expect(404);
        panel.cast().ask("nqsw").get(page()).expect(404);
        panel.administrator().get(panel.bundles() + "/internal").doesNotSay("Check for identifying text");
    }

    @Test
    void canBeDecidedByKeyboardOnANarrowScreenWithoutScripts() {
        try (Browser browser = Browser.open()) {
            for (boolean scripts : Set.of(true, false)) {
                Page seen =
                        browser.page(scripts, 320, panel.house(), panel.cast().person("administrator"));
                seen.navigate(panel.house().address() + page());
                assertThat(seen.locator("h1")).hasText("Check for identifying text");
                Browser.look(seen, "bundles-check", scripts, 320);
            }
        }
    }
}
