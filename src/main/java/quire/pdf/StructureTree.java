package quire.pdf;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

/**
 * Puts the tags of a finished document right where the page itself should not be touched: a heading keeps its looks,
 * but its level follows from the headings before it (ISO 14289-1, 7.4.2), and a table without rows is no table.
 */
final class StructureTree {

    private static final Set<String> LEVELS = Set.of("H1", "H2", "H3", "H4", "H5", "H6");
    private static final COSName TABLE = COSName.getPDFName("Table");
    private static final COSName ROW = COSName.getPDFName("TR");
    private static final COSName ROOT = COSName.getPDFName("StructTreeRoot");

    /** The levels, as the page has them, of the heading at hand and of those it stands under. */
    private final Deque<Integer> open = new ArrayDeque<>();

    private StructureTree() {}

    static void settle(COSDictionary catalog) {
        COSDictionary root = catalog.getCOSDictionary(ROOT);
        if (root != null) {
            new StructureTree().walk(root);
        }
    }

    private void walk(COSDictionary root) {
        Deque<COSDictionary> ahead = new ArrayDeque<>();
        ahead.push(root);
        while (!ahead.isEmpty()) {
            COSDictionary element = ahead.pop();
            settleLevel(element);
            dropEmptyTables(element);
            COSBase children = element.getDictionaryObject(COSName.K);
            if (children instanceof COSArray array) {
                for (int i = array.size() - 1; i >= 0; i--) {
                    push(array.getObject(i), ahead);
                }
            } else {
                push(children, ahead);
            }
        }
    }

    private static void push(@Nullable COSBase child, Deque<COSDictionary> ahead) {
        if (child instanceof COSDictionary element && element.containsKey(COSName.S)) {
            ahead.push(element);
        }
    }

    private void settleLevel(COSDictionary element) {
        String type = element.getNameAsString(COSName.S, "");
        if (!LEVELS.contains(type)) {
            return;
        }
        int level = type.charAt(1) - '0';
        while (!open.isEmpty() && open.peek() >= level) {
            open.pop();
        }
        open.push(level);
        element.setName(COSName.S, "H" + open.size());
    }

    private static void dropEmptyTables(COSDictionary parent) {
        if (parent.getDictionaryObject(COSName.K) instanceof COSArray children) {
            for (int i = children.size() - 1; i >= 0; i--) {
                if (children.getObject(i) instanceof COSDictionary child
                        && TABLE.equals(child.getCOSName(COSName.S))
                        && !hasRow(child, 2)) {
                    children.remove(i);
                }
            }
        } else if (parent.getDictionaryObject(COSName.K) instanceof COSDictionary child
                && TABLE.equals(child.getCOSName(COSName.S))
                && !hasRow(child, 2)) {
            parent.removeItem(COSName.K);
        }
    }

    /** Whether there is a row among the children, or in one of the groups below. */
    private static boolean hasRow(COSDictionary element, int depth) {
        COSBase children = element.getDictionaryObject(COSName.K);
        if (children instanceof COSDictionary child) {
            return isOrHasRow(child, depth);
        }
        if (children instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.getObject(i) instanceof COSDictionary child && isOrHasRow(child, depth)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isOrHasRow(COSDictionary child, int depth) {
        return ROW.equals(child.getCOSName(COSName.S)) || (depth > 1 && hasRow(child, depth - 1));
    }
}
