package quire.preflight;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quire.bundle.Contents;
import quire.pdf.PdfSurvey;
import quire.pdf.SurveyedPage;
import quire.seal.SealVerdict;

/**
 * A file that is held against rules.
 *
 * @param name of the file
 * @param size in bytes
 * @param survey what it is like; null where it cannot be read
 * @param unreadable why it cannot be read, in a sentence; empty where it can
 * @param contents what is in it by its manifest; null for a file that has none
 * @param seal what its seal says
 */
record Subject(
        String name,
        long size,
        @Nullable PdfSurvey survey,
        String unreadable,
        @Nullable Contents contents,
        SealVerdict.Kind seal) {

    /** What the file is like, where a check needs that. */
    PdfSurvey file() {
        return Objects.requireNonNull(survey);
    }

    /** What the manifest says, where a check needs that. */
    Contents held() {
        return Objects.requireNonNull(contents);
    }

    List<SurveyedPage> pages() {
        return file().pages();
    }
}
