package quire.merge.html;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import com.github.mustachejava.TemplateContext;
import com.github.mustachejava.codes.NotIterableCode;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quire.merge.PlacedTag;

/** An inverted section: shown when there is nothing to show. */
final class InvertedCode extends NotIterableCode {

    private final PlacedTag placed;

    InvertedCode(TemplateContext context, DefaultMustacheFactory factory, Mustache inside, PlacedTag placed) {
        super(context, factory, inside, placed.tag().name());
        this.placed = placed;
    }

    @Override
    public @Nullable Object get(List<Object> scopes) {
        return Merging.of(scopes).find(placed, scopes);
    }

    @Override
    protected Writer handle(Writer writer, @Nullable Object resolved, List<Object> scopes) {
        Merging merging = Merging.of(scopes);
        if (resolved == null && merging.marks()) {
            merging.mark(placed.tag().name(), writer);
            return writer;
        }
        merging.enter(placed);
        Writer last = super.handle(writer, resolved, scopes);
        merging.leave();
        return last;
    }
}
