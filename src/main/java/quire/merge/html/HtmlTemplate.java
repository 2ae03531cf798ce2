package quire.merge.html;

import com.github.mustachejava.Mustache;
import java.util.List;
import quire.merge.Missing;
import quire.merge.Scope;
import quire.merge.Value;

/** A template that is ready to merge. Immutable once made, shared between threads. */
public final class HtmlTemplate {

    private final Mustache mustache;

    HtmlTemplate(Mustache mustache) {
        this.mustache = mustache;
    }

    /**
     * Merges data into the template.
     *
     * @throws quire.core.Problem if {@code missing} is {@link Missing#ERROR} and keys are unknown or required answers are
     *     not given, with each of them; or if the work grows beyond all measure
     */
    public HtmlMerge merge(Value data, Missing missing) {
        Merging merging = new Merging(missing);
        Output output = new Output();
        mustache.execute(output, List.of(merging, Scope.root(data)));
        return merging.done(output.toString());
    }
}
