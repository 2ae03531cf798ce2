package quire.merge.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.merge.PlacedTag;
import quire.merge.Shape;
import quire.merge.TemplateCheck;
import quire.merge.word.TagStream.Spotted;

/** Checks the keys of a Word template against what its data will be. */
final class KeyCheck {

    private static final Set<String> ABOUT_KEYS = Set.of("unknown-key", "wrong-kind");

    private KeyCheck() {}

    /**
     * The faults of a template's keys.
     *
     * @param stream the tags of one part
     */
    static List<WordFault> check(List<Spotted> stream, Shape shape) {
        List<WordFault> faults = new ArrayList<>();
        List<PlacedTag> tags = stream.stream().map(Spotted::tag).toList();
        for (Finding finding : TemplateCheck.check(tags, shape)) {
            Spotted spot = spot(finding, stream);
            if (spot != null && ABOUT_KEYS.contains(finding.code())) {
                faults.add(
                        new WordFault(spot.isControl() ? softened(finding) : finding, spot.part(), spot.paragraph()));
            }
        }
        stream.forEach(spotted -> offers(spotted, shape, faults));
        return faults;
    }

    private static @Nullable Spotted spot(Finding finding, List<Spotted> stream) {
        return stream.stream()
                .filter(spotted -> spotted.tag().place().equals(finding.place()))
                .findFirst()
                .orElse(null);
    }

    /** Many programs put tags of their own on controls, so a strange one is no error. */
    private static Finding softened(Finding finding) {
        return Finding.warning(
                        "control-unknown",
                        "The tag of this content control is not a key of the form, so the control stays as it is.",
                        finding.place())
                .suggest(finding.suggestion());
    }

    /** A list control must offer every choice of the form, or Word shows one that the list does not know. */
    private static void offers(Spotted spotted, Shape shape, List<WordFault> faults) {
        Shape choice = shape.members().get(spotted.tag().tag().name());
        if (choice == null || spotted.offered().isEmpty()) {
            return;
        }
        List<String> lacking = choice.choices().stream()
                .filter(label -> !spotted.offered().contains(label))
                .toList();
        if (!lacking.isEmpty()) {
            Finding finding = Finding.warning(
                    "choice-not-listed",
                    "The list of this content control does not offer " + String.join(", ", lacking) + ".",
                    spotted.tag().place());
            faults.add(new WordFault(finding, spotted.part(), spotted.paragraph()));
        }
    }
}
