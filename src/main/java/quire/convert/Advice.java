package quire.convert;

/** What a person can do about a file that is refused, where several refusals have the same answer. */
final class Advice {

    static final String SAVE_AGAIN = "Open it in the program that made it and save it again.";
    static final String SAVE_FROM_WORD = "Open it in Word and save it again as a Word document (.docx), or as a PDF.";
    static final String PRINT = "Open it in the program that made it and save or print it as a PDF.";
    static final String PRINT_AGAIN = "Print the file to a new PDF, or scan it, and upload that one.";
    static final String INCOMPLETE = "It is not complete: its end is missing. Copy or download it once more.";

    private Advice() {}
}
