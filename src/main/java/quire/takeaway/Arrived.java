package quire.takeaway;

import java.util.List;
import quire.core.Digest;

/**
 * A portfolio that was taken in.
 *
 * @param portfolio its id
 * @param organisation the name of the one that it belongs to now
 * @param papers how many there are
 * @param signatures how many, superseded ones among them
 * @param files how many
 * @param people how many it names
 * @param leftOut the titles of papers whose record stayed where it was
 * @param manifest the digest that stands for the whole file
 */
public record Arrived(
        String portfolio,
        String code,
        String organisation,
        int papers,
        int signatures,
        int files,
        int people,
        List<String> leftOut,
        Digest manifest) {

    public Arrived {
        leftOut = List.copyOf(leftOut);
    }
}
