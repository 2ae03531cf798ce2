package quire.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import quire.core.Finding;
import quire.core.Place;

/** What a picture that was taken is like as a page. */
final class PictureVerdict {

    /** As wide as the text of an A4 page, in inches. */
    private static final double PAGE_WIDTH = 170 / 25.4;

    private static final double PAGE_HEIGHT = 230 / 25.4;
    private static final int COARSE = 150;
    private static final int FINE = 600;

    private PictureVerdict() {}

    static Verdict of(FileKind kind, byte[] file) {
        PictureHead head = PictureHead.of(kind, file);
        double dots = Math.max(head.seenWidth() / PAGE_WIDTH, head.seenHeight() / PAGE_HEIGHT);
        List<Finding> findings = new ArrayList<>();
        if (dots < COARSE) {
            note(
                    "picture-small",
                    "It has few dots, so as a page it is smaller than the paper: enlarged it would be blurred. Upload the"
                            + " picture as the camera took it, if there is a larger one.",
                    findings);
        } else if (dots > FINE) {
            note("picture-fine", "It has more dots than paper shows. A smaller picture would do as well.", findings);
        }
        if (head.orientation() > 1) {
            note("picture-turned", "The camera was held on its side. As a page the picture is upright.", findings);
        }
        note(
                "picture-text",
                "Words in a picture cannot be searched or read out. Say in the description what it shows, and what it"
                        + " says.",
                findings);
        String size = String.format(Locale.UK, "%,d by %,d dots", head.seenWidth(), head.seenHeight());
        return new Verdict("1 picture, " + size + ", text cannot be searched", 1, findings);
    }

    private static void note(String code, String sentence, List<Finding> findings) {
        findings.add(Finding.note(code, sentence, Place.UNKNOWN));
    }
}
