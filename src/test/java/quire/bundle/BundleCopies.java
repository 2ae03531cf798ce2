package quire.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import quire.core.Digest;
import quire.core.Problem;
import quire.testkit.Docx;
import quire.testkit.Office;

/**
 * A bundle in other shapes than its PDF: as Word files, and as what is read in a browser. Run within {@link BundlesTest}, which
 * has built the same bundles.
 */
abstract class BundleCopies {

    private static final String REASON = "The panel meets before the final review can be signed.";

    private final BundleHouse house = BundlesTest.house();

    private Bundle internal() {
        return house.built(BundleHouse.WHOLE, "internal", Edition.FINAL, REASON);
    }

    private Bundle external() {
        return house.built(BundleHouse.WHOLE, "external", Edition.FINAL, REASON);
    }

    private Bundle core() {
        return house.built(BundleHouse.WHOLE, "external-core", Edition.FINAL, REASON);
    }

    private byte[] pack(Bundle bundle) {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        house.bundles()
                .wordPack(bundle, house.portfolio(BundleHouse.WHOLE), house.somebody(), BundleHouse.NOW)
                .send(zip);
        return zip.toByteArray();
    }

    @Test
    void packHasEveryPaperInTheOrderOfTheBundle() {
        Bundle bundle = internal();
        Map<String, byte[]> files = Docx.parts(pack(bundle));
        List<Contents.Line> lines = Contents.of(bundle).lines().stream()
                .filter(line -> line.kind() == Plan.Kind.PAPER || line.kind() == Plan.Kind.EVIDENCE)
                .toList();
        List<String> names = new ArrayList<>(files.keySet());
        names.remove("00 Contents.txt");
        assertThat(names).hasSameSizeAs(lines).isSorted();
        String list = new String(files.get("00 Contents.txt"), StandardCharsets.UTF_8);
        for (int i = 0; i < names.size(); i++) {
            Contents.Line line = lines.get(i);
            boolean paper = line.kind() == Plan.Kind.PAPER;
            assertThat(names.get(i))
                    .matches("(?:.*/)?%02d .*".formatted(i + 1))
                    .endsWith(" (" + PackNames.pages(line) + (paper ? ").docx" : ").pdf"));
            assertThat(list)
                    .contains(
                            line.title(),
                            names.get(i),
                            Digest.of(files.get(names.get(i))).hex());
        }
        assertThat(list).contains(bundle.digest().hex());
        assertThat(names).anyMatch(name -> name.matches("02 Part 1 – Beginning/02 [^/]+"));
    }

    @Test
    void p05_codedPackNamesNobodyAndSaysNothingOfItsAuthors() {
        byte[] pack = pack(external());
        assertThat(LeakSearch.inZip(pack, house.names(BundleHouse.WHOLE))).isEmpty();
        assertThat(LeakSearch.inZip(pack(internal()), house.names(BundleHouse.WHOLE)))
                .isNotEmpty();
        Docx.parts(pack).forEach((name, file) -> {
            if (name.endsWith(".docx")) {
                assertThat(Docx.parts(file).keySet())
                        .as(name)
                        .noneMatch(part -> part.matches("(?i).*(?:app|custom|comments.*|people)\\.xml|customXml/.*"));
            }
        });
    }

    @Test
    void packIsTheSameEveryTimeAndOpensInAnotherProgram() {
        Bundle bundle = core();
        byte[] pack = pack(bundle);
        assertThat(pack(bundle)).isEqualTo(pack);
        Map<String, byte[]> files = Docx.parts(pack);
        String name = files.keySet().stream()
                .filter(one -> one.contains("Critical reflection log"))
                .findFirst()
                .orElseThrow();
        String text = Office.text(Map.of("log", files.get(name))).get("log");
        assertThat(text).contains("Critical reflection log", "Name withheld");
        assertThat(Docx.xml(files.get(name), "word/footer.xml")).contains("Coded copy of a signed record");
    }

    @Test
    void thereIsNoPackOfADraft() {
        Bundle draft = house.built(BundleHouse.WHOLE, "external-core", Edition.DRAFT, "");
        assertThatThrownBy(() -> pack(draft)).isInstanceOf(Problem.class).hasMessageContaining("of a draft");
    }

    /** What somebody is called decides what must not stand there; so a name that changed changes what would be made. */
    @Test
    void packIsRefusedWhenItWouldBeAnother() {
        Bundle bundle = core();
        byte[] pack = pack(bundle);
        String colleague = house.colleague("Lining Paper");
        assertThatThrownBy(() -> pack(bundle))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("The Word files can no longer be made as they were for this version.");
        assertThat(sheet(bundle, "cover")).isPresent();
        house.rename(colleague, "Zora Quillfeather");
        assertThat(pack(bundle)).isEqualTo(pack);
    }

    @Test
    void isReadInABrowserPageByPage() {
        Bundle bundle = internal();
        for (Contents.Line line : Contents.of(bundle).lines()) {
            Optional<String> sheet = sheet(bundle, line.key());
            assertThat(sheet.isPresent()).as(line.title()).isEqualTo(ReadingCopies.isRead(line.kind()));
        }
        assertThat(sheet(bundle, "nothing")).isEmpty();
        assertThat(sheet(bundle, "cover").orElseThrow()).contains("Kwame Osei-Tutu", REASON);
    }

    @Test
    void p05_whatIsReadOfTheCodedOneNamesNobody() {
        Bundle coded = external();
        Set<String> names = house.names(BundleHouse.WHOLE);
        for (Contents.Line line : Contents.of(coded).lines()) {
            assertThat(LeakSearch.inHtml(sheet(coded, line.key()).orElse(""), names))
                    .as(line.title())
                    .isEmpty();
        }
        assertThat(LeakSearch.inHtml(sheet(internal(), "cover").orElse(""), names))
                .isNotEmpty();
    }

    private Optional<String> sheet(Bundle bundle, String key) {
        return house.bundles().sheet(bundle, key, house.somebody(), BundleHouse.NOW);
    }
}
