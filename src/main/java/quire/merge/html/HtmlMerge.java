package quire.merge.html;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import quire.core.Finding;
import quire.merge.Value;

/**
 * HTML made from a template and data.
 *
 * @param html the text
 * @param pictures the pictures that the text names, under the names it uses ({@code picture-0123456789ab}), in order
 * @param findings what a person should know: marked gaps and unknown keys, characters that were dropped
 */
public record HtmlMerge(String html, Map<String, Value.Picture> pictures, List<Finding> findings) {

    public HtmlMerge {
        pictures = Collections.unmodifiableMap(new LinkedHashMap<>(pictures));
        findings = List.copyOf(findings);
    }
}
