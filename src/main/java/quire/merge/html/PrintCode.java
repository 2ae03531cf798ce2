package quire.merge.html;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.TemplateContext;
import com.github.mustachejava.codes.DefaultCode;
import java.io.Writer;
import java.util.List;
import quire.merge.PlacedTag;
import quire.merge.Value;

/** Prints the value of a key. */
final class PrintCode extends DefaultCode {

    private final PlacedTag placed;

    PrintCode(TemplateContext context, DefaultMustacheFactory factory, PlacedTag placed) {
        super(context, factory, null, placed.tag().name(), "");
        this.placed = placed;
    }

    @Override
    public Writer execute(Writer writer, List<Object> scopes) {
        Merging merging = Merging.of(scopes);
        Value value = merging.find(placed, scopes);
        if (value == null) {
            merging.mark(placed.tag().name(), writer);
        } else {
            merging.print(value, placed, writer);
        }
        return writer;
    }
}
