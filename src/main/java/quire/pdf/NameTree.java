package quire.pdf;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

/** Walks a tree of names or numbers (ISO 32000-1, 7.9.6 and 7.9.7), each node once however its branches lead back. */
final class NameTree {

    private NameTree() {}

    /**
     * Tells every pair of a tree.
     *
     * @param root null for no tree
     * @param pairs the key of the pairs in a leaf: {@code Names} or {@code Nums}
     */
    static void walk(@Nullable COSBase root, COSName pairs, BiConsumer<COSBase, @Nullable COSBase> listener) {
        Set<COSBase> met = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSBase> ahead = new ArrayDeque<>();
        push(root, ahead);
        while (!ahead.isEmpty()) {
            if (ahead.pop() instanceof COSDictionary node && met.add(node)) {
                COSArray leaf = SourceFile.list(node.getItem(pairs));
                for (int i = 0; i + 1 < leaf.size(); i += 2) {
                    if (leaf.getObject(i) != null) {
                        listener.accept(leaf.getObject(i), leaf.getObject(i + 1));
                    }
                }
                COSArray kids = SourceFile.list(node.getItem(COSName.KIDS));
                for (int i = 0; i < kids.size(); i++) {
                    push(kids.getObject(i), ahead);
                }
            }
        }
    }

    private static void push(@Nullable COSBase node, Deque<COSBase> ahead) {
        if (node != null) {
            ahead.push(node);
        }
    }
}
