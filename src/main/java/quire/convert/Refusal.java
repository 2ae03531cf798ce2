package quire.convert;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;

/** Why a file is not taken, each with the one sentence that a person reads. */
public enum Refusal {
    EMPTY("The selected file is empty"),
    TOO_LARGE("The selected file must be smaller than " + Uploads.MAX_BYTES / 1_000_000 + "MB"),
    /** An honest file of a kind that we do not take. */
    KIND("The selected file must be a PDF, DOCX, JPG or PNG"),
    /** A file that passes itself off as something else: for the security log. */
    DISGUISED("The selected file must be a PDF, DOCX, JPG or PNG"),
    PASSWORD("The selected file is password protected"),
    DAMAGED("The selected file could not be uploaded – try again"),
    /** More comes out of it than anybody put in: for the security log. */
    BOMB("The selected file could not be uploaded – try again"),
    PROGRAMS("The selected file contains macros or embedded programs"),
    /** A declaration that makes readers of XML open other files; Word never writes one: for the security log. */
    DOCTYPE("The selected file must be a PDF, DOCX, JPG or PNG"),
    FETCHES("The selected file loads text or pictures from other places when it is opened"),
    PIXELS("The selected picture must have fewer than " + Uploads.MAX_PIXELS / 1_000_000 + " million pixels"),
    COLOURS("The selected picture is in colours for printing presses (CMYK)"),
    PAGES("The selected file must have no more than 2,000 pages"),
    /** Found by the operator's scanner: for the security log. */
    VIRUS("The selected file contains a virus"),
    /** A scanner is set up and does not answer, and there is no place where the file could wait for it. */
    UNSCANNED("The selected file cannot be checked for viruses at the moment – try again in a few minutes");

    private final String sentence;

    Refusal(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }

    /** The stable name for programs and logs, which is the code of the problem's first finding. */
    public String code() {
        return "upload-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether somebody may have meant harm, so that it belongs in the security log. */
    public boolean isSuspicious() {
        return switch (this) {
            case DISGUISED, BOMB, PROGRAMS, DOCTYPE, FETCHES, VIRUS -> true;
            case EMPTY, TOO_LARGE, KIND, PASSWORD, DAMAGED, PIXELS, COLOURS, PAGES, UNSCANNED -> false;
        };
    }

    /** Why this file was refused; empty if the problem is about something else. */
    public static Optional<Refusal> of(Problem problem) {
        for (Refusal refusal : values()) {
            if (!problem.findings().isEmpty()
                    && problem.findings().get(0).code().equals(refusal.code())) {
                return Optional.of(refusal);
            }
        }
        return Optional.empty();
    }

    /** The refusal of a file that was not even looked at. */
    public Problem asProblem() {
        return problem("");
    }

    /** @param advice what the person can do about it, in whole sentences; empty if the sentence says it */
    Problem problem(String advice) {
        Finding error = Finding.error(code(), sentence, Place.UNKNOWN);
        Problem problem = this == TOO_LARGE || this == PIXELS || this == PAGES
                ? Problem.tooLarge(error)
                : Problem.badInput(error);
        return advice.isEmpty()
                ? problem
                : problem.withFindings(List.of(error, Finding.note("advice", advice, Place.UNKNOWN)));
    }
}
