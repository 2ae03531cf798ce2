package quire.merge.html;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import quire.core.Digest;
import quire.merge.Delimiters;

/**
 * The front door: compiles HTML templates, each content once. Shared between threads.
 *
 * <p>Partials come from the given function and from nowhere else: no template can reach a file or the class path. The
 * function's sources are taken to stay as they are; when they change, make a new {@code HtmlTemplates}.
 */
public final class HtmlTemplates {

    private static final int KEPT = 256;

    private final Function<String, Optional<String>> partials;
    private final Map<Digest, HtmlTemplate> compiled =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Digest, HtmlTemplate> eldest) {
                    return size() > KEPT;
                }
            });

    /** @param partials the source of a partial by its name; empty if there is none of that name */
    public HtmlTemplates(Function<String, Optional<String>> partials) {
        this.partials = partials;
    }

    public static HtmlTemplates withoutPartials() {
        return new HtmlTemplates(name -> Optional.empty());
    }

    /**
     * The template ready to merge.
     *
     * @param source the template's text
     * @param file what a person calls it, for messages
     * @throws quire.core.Problem if the template, or a partial that it uses, has a fault, with every fault's line
     */
    public HtmlTemplate compile(String source, String file) {
        return compile(source, file, Delimiters.MUSTACHE);
    }

    /** As {@link #compile(String, String)}, for a template that begins with other delimiters; its partials do not. */
    public HtmlTemplate compile(String source, String file, Delimiters delimiters) {
        Compiler.checkSize(source, file);
        Digest content = Digest.of(file + '\0' + delimiters + '\0' + source);
        HtmlTemplate known = compiled.get(content);
        if (known == null) {
            known = new Compiler(partials).compile(source, file, delimiters);
            compiled.put(content, known);
        }
        return known;
    }
}
