package quire.convert.word;

import java.util.ArrayList;
import java.util.List;

/** The pieces of a paragraph while it is read. */
final class Pieces {

    private final List<Piece> pieces = new ArrayList<>();

    void add(Piece piece) {
        pieces.add(piece);
    }

    /** Adds words to those before them where both look the same: Word cuts text into runs for reasons of its own. */
    void words(String text, RunLook look) {
        int last = pieces.size() - 1;
        if (last >= 0
                && pieces.get(last) instanceof Piece.Words before
                && before.look().equals(look)) {
            pieces.set(last, new Piece.Words(before.text() + text, look));
        } else if (!text.isEmpty()) {
            pieces.add(new Piece.Words(text, look));
        }
    }

    List<Piece> list() {
        return pieces;
    }
}
