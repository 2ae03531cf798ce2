package quire.forms;

import org.jspecify.annotations.Nullable;

/**
 * The layouts that a form names for itself, as file names in the templates' folders.
 *
 * @param docx the Word template; null for the one of the form's name, if there is one
 * @param pdf the HTML layout; null for the shared one
 */
public record PrintFiles(@Nullable String docx, @Nullable String pdf) {

    public static final PrintFiles SHARED = new PrintFiles(null, null);
}
