package quire.pdf.masking;

/**
 * A stretch of the text of a page that must not be there.
 *
 * @param start where it begins, counted as {@link String#charAt} does
 * @param end the place after its end
 * @param instead what stands there afterwards
 */
public record Mask(int start, int end, String instead) {}
