package quire.pdf.masking;

import java.util.List;

/** Finds in the text of a page what must not be there. */
@FunctionalInterface
public interface Masks {

    /** In the order of the text; no two overlap. */
    List<Mask> in(String text);
}
