package quire.programme;

import java.util.List;

/**
 * What must be signed before a stage opens.
 *
 * @param opens the id of the stage
 * @param signed papers of the programme
 * @param wholePack whether every paper that travels to a panel must be signed too
 * @param source where the rule comes from
 */
public record Gate(String opens, List<String> signed, boolean wholePack, String source) {

    public Gate {
        signed = List.copyOf(signed);
    }
}
