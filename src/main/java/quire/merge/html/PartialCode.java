package quire.merge.html;

import static java.util.Objects.requireNonNull;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import com.github.mustachejava.TemplateContext;
import com.github.mustachejava.codes.DefaultCode;
import com.github.mustachejava.util.IndentWriter;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import quire.merge.PlacedTag;

/** Another template in this place, indented as far as its tag if the tag stands alone on its line. */
final class PartialCode extends DefaultCode {

    private final PlacedTag placed;
    private final String indent;
    private final Map<String, Mustache> partials;

    /** @param partials every partial by name; a partial may use itself, so the map is filled while this is made */
    PartialCode(
            TemplateContext context,
            DefaultMustacheFactory factory,
            PlacedTag placed,
            String indent,
            Map<String, Mustache> partials) {
        super(context, factory, null, placed.tag().name(), ">");
        this.placed = placed;
        this.indent = indent;
        this.partials = partials;
    }

    @Override
    public Writer execute(Writer writer, List<Object> scopes) {
        Merging merging = Merging.of(scopes);
        Mustache partial = requireNonNull(partials.get(placed.tag().name()));
        merging.step(placed);
        merging.enterPartial(placed);
        partial.execute(indent.isEmpty() ? writer : new IndentWriter(writer, indent), scopes);
        merging.leavePartial();
        return writer;
    }
}
