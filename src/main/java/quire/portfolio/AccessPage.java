package quire.portfolio;

import java.util.List;

/**
 * Some of what was done, the newest first.
 *
 * @param next what to give for {@code before} to see what came before these; 0 if nothing did
 */
public record AccessPage(List<AccessLine> lines, long next) {

    public AccessPage {
        lines = List.copyOf(lines);
    }
}
