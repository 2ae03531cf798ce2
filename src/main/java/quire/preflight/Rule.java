package quire.preflight;

import java.util.List;

/**
 * One rule of a set.
 *
 * @param id unique in the set
 * @param text what it asks for, in a sentence
 * @param check how that is found out
 * @param terms what exactly it asks for
 * @param source where it comes from
 */
public record Rule(String id, String text, Check check, Terms terms, String source) {

    /**
     * What exactly a rule asks for; a check looks at those that it needs.
     *
     * @param dpi the most dots an inch
     * @param pages the most pages
     * @param megabytes the most millions of bytes
     * @param letters the most letters
     * @param numbered whether the number of a page belongs to it
     * @param size a size of paper
     * @param page a page that is made for a bundle
     * @param forms ids of forms
     */
    public record Terms(
            int dpi,
            int pages,
            int megabytes,
            int letters,
            boolean numbered,
            String size,
            String page,
            List<String> forms) {

        public Terms {
            forms = List.copyOf(forms);
        }
    }
}
