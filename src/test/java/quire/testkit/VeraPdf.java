package quire.testkit;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Asks veraPDF, the industry's validator, whether a PDF keeps the rules of accessibility and archiving. */
public final class VeraPdf {

    /** The rules that Quire's papers are held to. */
    public enum Flavour {
        PDFUA_1(PDFAFlavour.PDFUA_1),
        PDFA_2_A(PDFAFlavour.PDFA_2_A),
        PDFA_3_A(PDFAFlavour.PDFA_3_A);

        private final PDFAFlavour flavour;

        Flavour(PDFAFlavour flavour) {
            this.flavour = flavour;
        }
    }

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private VeraPdf() {}

    /**
     * Fails unless the PDF is both PDF/UA-1 and PDF/A-2a.
     *
     * @throws AssertionError naming each broken rule once, with how often it is broken
     */
    public static void assertAccessibleAndArchival(byte[] pdf) {
        assertKeeps(pdf, Flavour.PDFUA_1, Flavour.PDFA_2_A);
    }

    /** Fails unless the PDF keeps all the rules of these flavours. */
    public static void assertKeeps(byte[] pdf, Flavour... flavours) {
        List<String> broken = new ArrayList<>();
        for (Flavour flavour : flavours) {
            failures(pdf, flavour).forEach(failure -> broken.add(flavour + " " + failure));
        }
        if (!broken.isEmpty()) {
            throw new AssertionError("veraPDF does not accept this PDF:\n" + String.join("\n", broken));
        }
    }

    /** The rules that the PDF breaks, one line each: {@code 3× 7.1-3 Content is neither artifact nor tagged}. */
    public static List<String> failures(byte[] pdf, Flavour flavour) {
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour.flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour.flavour, false)) {
            ValidationResult result = validator.validate(parser);
            List<String> failures = readable(result);
            if (!result.isCompliant() && failures.isEmpty()) {
                failures.add("not compliant, and no rule was named");
            }
            return failures;
        } catch (Exception e) {
            throw new AssertionError("veraPDF could not read this PDF", e);
        }
    }

    private static List<String> readable(ValidationResult result) {
        Map<String, Integer> counts = new TreeMap<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                String rule = assertion.getRuleId().getClause() + "-"
                        + assertion.getRuleId().getTestNumber();
                counts.merge(rule + " " + assertion.getMessage(), 1, Integer::sum);
            }
        }
        List<String> lines = new ArrayList<>();
        counts.forEach((rule, count) -> lines.add(count + "× " + rule));
        return lines;
    }
}
