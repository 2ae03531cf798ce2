package quire.convert;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;

/**
 * Judges files that people hand in, by their content and before anything else touches them. Nothing is written, opened or
 * started, and a hostile file costs no more memory and time than a large honest one. May be shared between threads.
 */
public final class Uploads {

    /** The most bytes that one file may have. */
    public static final int MAX_BYTES = 25_000_000;

    /** The most dots that a picture may have: what the large cameras of telephones take, and some. */
    public static final int MAX_PIXELS = 60_000_000;

    private static final Set<String> CLAIMS_TO_BE_A_DOCUMENT = Set.of(".pdf", ".docx");

    /**
     * Judges a file while it arrives; no more is read than the limit and one byte.
     *
     * @param name as the sender calls it, whatever that is
     * @param content read to its end or to the limit, not closed
     * @throws Problem with the sentence of a {@link Refusal} if the file cannot be taken
     */
    public Judged judge(String name, InputStream content) {
        return judge(name, read(content));
    }

    /**
     * Reads a file while it arrives; no more than the limit and one byte, by which its judge sees that it is too large.
     *
     * @param content read to its end or to the limit, not closed
     * @throws Problem if it does not arrive whole
     */
    public byte[] read(InputStream content) {
        try {
            return content.readNBytes(MAX_BYTES + 1);
        } catch (IOException e) {
            throw Refusal.DAMAGED.problem("It did not arrive whole.").because(e);
        }
    }

    /**
     * Judges a file that is in memory.
     *
     * @param name as the sender calls it, whatever that is
     * @param file not copied, so it must not change as long as the verdict is used
     * @throws Problem with the sentence of a {@link Refusal} if the file cannot be taken
     */
    public Judged judge(String name, byte[] file) {
        if (file.length == 0) {
            throw Refusal.EMPTY.problem("");
        } else if (file.length > MAX_BYTES) {
            throw Refusal.TOO_LARGE.problem("");
        }
        try {
            FileKind kind = kind(file);
            return verdict(kind, name, cleaned(kind, file));
        } catch (Problem refused) {
            boolean passesItselfOff = CLAIMS_TO_BE_A_DOCUMENT.contains(FileNames.ending(name.strip()));
            throw passesItselfOff && Refusal.of(refused).equals(Optional.of(Refusal.KIND))
                    ? Refusal.DISGUISED.problem(refused.findings().get(1).message())
                    : refused;
        }
    }

    /**
     * Says what a file is like that was taken: its pages, its text, what keeps it from being read by all or kept for long.
     * It costs no more than judging it did.
     *
     * @param kind as it was judged
     * @param kept what was kept of it
     */
    public Verdict verdict(FileKind kind, byte[] kept) {
        return switch (kind) {
            case PDF -> PdfVerdict.of(kept);
            case JPEG, PNG -> PictureVerdict.of(kind, kept);
            case DOCX -> new Verdict("A Word document, which can be searched and read out", 0, List.of());
        };
    }

    /** What it says it is at its very beginning; a file that says two things is taken for neither. */
    private static FileKind kind(byte[] file) {
        boolean isPdf = PdfFile.beginning(file) >= 0;
        FileKind other = null;
        if (Bytes.at(file, 0, "\u00FF\u00D8\u00FF")) {
            other = FileKind.JPEG;
        } else if (Bytes.at(file, 0, "\u0089PNG\r\n\u001A\n")) {
            other = FileKind.PNG;
        } else if (Bytes.at(file, 0, "PK\3\4")) {
            other = FileKind.DOCX;
        }
        if (isPdf && other != null) {
            throw Refusal.DISGUISED.problem("It is two kinds of file at the same time. " + Advice.PRINT);
        } else if (!isPdf && other == null) {
            throw OtherFiles.refusal(file);
        }
        return other == null ? FileKind.PDF : other;
    }

    private static Cleaned cleaned(FileKind kind, byte[] file) {
        return switch (kind) {
            case PDF -> PdfFile.clean(file);
            case DOCX -> WordFile.clean(file);
            case JPEG -> JpegFile.clean(file);
            case PNG -> PngFile.clean(file);
        };
    }

    private static Judged verdict(FileKind kind, String asSent, Cleaned cleaned) {
        String name = FileNames.clean(asSent, kind);
        List<Finding> findings = new ArrayList<>(Removal.findings(cleaned.removed()));
        String ending = FileNames.ending(asSent.strip());
        if (!ending.isEmpty() && !name.toLowerCase(Locale.ROOT).endsWith(ending)) {
            findings.add(Finding.note(
                    "name-differs",
                    "The name ended in " + ending + ", but the file is a "
                            + kind.extension().toUpperCase(Locale.ROOT) + ". It is kept as “" + name + "”.",
                    Place.UNKNOWN));
        }
        return new Judged(kind, name, cleaned.content(), Removal.words(cleaned.removed()), findings);
    }
}
