package quire.pdf;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a {@link Volume}.
 *
 * @param pages how many pages the file has
 * @param spans which bytes belong to which item, in their order
 * @param seal where its seal belongs; null if none was asked for
 */
public record Bound(
        int pages, List<Volume.Span> spans, @Nullable SealSpace seal) {

    public Bound {
        spans = List.copyOf(spans);
    }
}
