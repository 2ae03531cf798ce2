package quire.documents;

import org.jspecify.annotations.Nullable;
import quire.core.MadeFile;
import quire.core.MediaType;
import quire.merge.word.WordLook;
import quire.people.Display;

/** A Word file as the person who takes it away wants to read it. What is official looks the same for everybody. */
public final class PersonalWord {

    private PersonalWord() {}

    /** The same words in the letters, size, lines and background that somebody has chosen; a PDF stays as it is. */
    public static MadeFile of(MadeFile made, Display display) {
        if (made.type() != MediaType.DOCX || display.equals(Display.PLAIN)) {
            return made;
        }
        return new MadeFile(made.name(), made.type(), look(display).on(made.bytes()), made.findings());
    }

    private static WordLook look(Display display) {
        return new WordLook(
                font(display.font()),
                switch (display.size()) {
                    case NORMAL -> 100;
                    case LARGE -> 120;
                    case LARGER -> 145;
                },
                switch (display.spacing()) {
                    case NORMAL -> 100;
                    case WIDE -> 125;
                    case WIDER -> 150;
                },
                background(display.background()),
                display.background() == Display.Background.DARK ? "F3F2EE" : null);
    }

    /** Nobody chooses Arial; they leave what the template has. */
    private static @Nullable String font(Display.Font font) {
        return switch (font) {
            case ARIAL -> null;
            case VERDANA -> "Verdana";
            case OPEN_DYSLEXIC -> "OpenDyslexic";
        };
    }

    private static @Nullable String background(Display.Background background) {
        return switch (background) {
            case WHITE -> null;
            case CREAM -> "FDF6E3";
            case PALE_BLUE -> "E8F1FA";
            case DARK -> "1B2529";
        };
    }
}
