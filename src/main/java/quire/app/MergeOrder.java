package quire.app;

import org.jspecify.annotations.Nullable;
import quire.core.MediaType;
import quire.merge.Delimiters;
import quire.merge.Missing;

/**
 * What a merge is to make.
 *
 * @param template a form's id, or the path of a template
 * @param type the kind of file wanted
 * @param missing what becomes of a key that the data lacks; null for what is usual with this kind of template
 * @param delimiters what tags begin and end with; null for the usual
 */
record MergeOrder(
        String template,
        MediaType type,
        @Nullable Missing missing,
        @Nullable Delimiters delimiters) {}
