package quire.convert.word;

import java.util.ArrayDeque;
import java.util.Deque;

/** Opens and closes lists and their items, so that every list holds items only and deeper lists stand inside an item. */
final class ListNesting {

    private final Html html;
    private final Deque<Integer> levels = new ArrayDeque<>();

    ListNesting(Html html) {
        this.html = html;
    }

    /** Begins an item of this level. */
    void item(int level) {
        while (!levels.isEmpty() && levels.getFirst() > level) {
            closeList();
        }
        if (!levels.isEmpty() && levels.getFirst() == level) {
            html.close("li");
        } else {
            html.open("ul");
            levels.push(level);
        }
        html.open("li");
    }

    /** Ends all lists. */
    void close() {
        while (!levels.isEmpty()) {
            closeList();
        }
    }

    private void closeList() {
        html.close("li").close("ul");
        levels.pop();
    }
}
