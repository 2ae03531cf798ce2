package quire.programme;

import java.util.List;

/**
 * Who gives one of a paper's signatures.
 *
 * @param roles the role that signs, or several of which one does
 */
public record Signatory(List<String> roles) {

    public Signatory {
        roles = List.copyOf(roles);
    }

    @Override
    public String toString() {
        return String.join(" or ", roles);
    }
}
