package quire.pdf;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.jspecify.annotations.Nullable;

/** Takes the marks out of the forms that a page draws, because tags do not reach into a page that is one figure. */
final class FormContent {

    private static final int DEEPEST = 12;

    private final Set<COSBase> met = Collections.newSetFromMap(new IdentityHashMap<>());

    /**
     * Takes them out of all forms that these resources name, and of the forms in them.
     *
     * @param page its number, counted from 1
     */
    void removeMarks(@Nullable COSBase resources, int page) {
        removeMarks(resources, page, 0);
    }

    private void removeMarks(@Nullable COSBase resources, int page, int depth) {
        if (depth > DEEPEST
                || !(resources instanceof COSDictionary dictionary)
                || !(dictionary.getDictionaryObject(COSName.XOBJECT) instanceof COSDictionary objects)) {
            return;
        }
        for (COSName name : objects.keySet()) {
            if (objects.getDictionaryObject(name) instanceof COSStream form
                    && COSName.FORM.equals(form.getCOSName(COSName.SUBTYPE))
                    && met.add(form)) {
                rewrite(form, page);
                removeMarks(form.getDictionaryObject(COSName.RESOURCES), page, depth + 1);
            }
        }
    }

    private static void rewrite(COSStream form, int page) {
        byte[] content = PageContent.ofForm(new PDFormXObject(form), true, page);
        form.removeItem(COSName.FILTER);
        form.removeItem(COSName.DECODE_PARMS);
        StreamBytes.replace(form, content);
    }
}
