package quire.merge.html;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import com.github.mustachejava.TemplateContext;
import com.github.mustachejava.codes.IterableCode;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quire.merge.PlacedTag;

/** A section: shown once for each item of a list, or once for anything else that is truthy. */
final class SectionCode extends IterableCode {

    private final PlacedTag placed;

    SectionCode(TemplateContext context, DefaultMustacheFactory factory, Mustache inside, PlacedTag placed) {
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
        if (resolved == null) {
            merging.mark(placed.tag().name(), writer);
            return writer;
        }
        merging.enter(placed);
        Writer last = super.handle(writer, resolved, scopes);
        merging.leave();
        return last;
    }

    @Override
    public Writer next(Writer writer, Object next, List<Object> scopes) {
        Merging.of(scopes).step(placed);
        return super.next(writer, next, scopes);
    }
}
