package quire.pdf;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.jspecify.annotations.Nullable;

/**
 * Looks through what a page needs to be read or drawn: fonts, drawings, pictures, colours. Whatever of it is larger unpacked than in any
 * honest file is found before the library unpacks it. Belongs to one thread.
 */
final class Supplies {

    /** A shading or a colour asks its function for every dot. */
    private static final long LONGEST_FUNCTION = 2_000;

    private static final long MOST_SAMPLES = 4_000_000;
    private static final int CALCULATED = 4;

    private final ReadingBudget budget;
    private final Set<COSBase> good = Collections.newSetFromMap(new IdentityHashMap<>());
    private int calculation;

    Supplies(ReadingBudget budget) {
        this.budget = budget;
    }

    /**
     * Looks through what a page needs.
     *
     * @param drawn whether that is more than letters
     * @throws ReadingBudget.Spent if it cannot be had
     */
    void check(PDPage page, boolean drawn) {
        PDResources resources = page.getResources();
        if (resources != null) {
            new Look(drawn).all(resources.getCOSObject());
        }
    }

    /** How long the longest calculation is that was found so far, in bytes. */
    int calculation() {
        return calculation;
    }

    /** One look through all of it, each part once however often it is named. */
    private final class Look {

        private final boolean drawn;
        private final Set<COSBase> met = Collections.newSetFromMap(new IdentityHashMap<>());
        private final Set<COSBase> pictures = Collections.newSetFromMap(new IdentityHashMap<>());
        private final Deque<COSBase> next = new ArrayDeque<>();

        Look(boolean drawn) {
            this.drawn = drawn;
        }

        void all(COSDictionary first) {
            add(first);
            for (COSBase value = next.poll(); value != null; value = next.poll()) {
                budget.step(1);
                if (value instanceof COSArray array) {
                    for (int i = 0; i < array.size(); i++) {
                        add(array.getObject(i));
                    }
                } else if (value instanceof COSDictionary dictionary && !isPage(dictionary)) {
                    look(dictionary);
                }
            }
        }

        private void add(@Nullable COSBase value) {
            if ((value instanceof COSDictionary || value instanceof COSArray) && met.add(value)) {
                next.add(value);
            }
        }

        private void look(COSDictionary dictionary) {
            if (!good.contains(dictionary)) {
                refuseUnless(FontTables.areBearable(dictionary));
                refuseUnless(!(dictionary instanceof COSStream stream) || budget.size(stream) <= Inflation.LARGEST);
                good.add(dictionary);
            }
            if (drawn && dictionary instanceof COSStream stream) {
                refuseUnless(isBearableFunction(stream));
            }
            COSBase drawings = dictionary.getDictionaryObject(COSName.XOBJECT);
            for (COSName key : dictionary.keySet()) {
                COSBase value = dictionary.getDictionaryObject(key);
                if (value == drawings && value instanceof COSDictionary named) {
                    addDrawings(named);
                } else {
                    add(value);
                }
            }
        }

        private void addDrawings(COSDictionary named) {
            for (COSName name : named.keySet()) {
                COSBase value = named.getDictionaryObject(name);
                if (value instanceof COSStream stream && COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))) {
                    addPicture(stream);
                } else {
                    add(value);
                }
            }
        }

        /** Who reads letters alone opens no pictures. */
        private void addPicture(COSStream picture) {
            if (!drawn || !pictures.add(picture)) {
                return;
            }
            budget.step(1);
            refuseUnless(PictureDots.areBearable(picture));
            for (COSName key : picture.keySet()) {
                COSBase value = picture.getDictionaryObject(key);
                if (value instanceof COSStream mask && (COSName.SMASK.equals(key) || COSName.MASK.equals(key))) {
                    addPicture(mask);
                } else {
                    add(value);
                }
            }
        }
    }

    private static boolean isPage(COSDictionary dictionary) {
        COSName type = dictionary.getCOSName(COSName.TYPE);
        return COSName.PAGE.equals(type) || COSName.PAGES.equals(type);
    }

    /** Whatever is no function can be borne. */
    private boolean isBearableFunction(COSStream stream) {
        if (!(stream.getDictionaryObject(COSName.FUNCTION_TYPE) instanceof COSNumber type)) {
            return true;
        } else if (type.intValue() != CALCULATED) {
            return samples(stream) <= MOST_SAMPLES;
        }
        long size = budget.size(stream);
        calculation = (int) Math.max(calculation, Math.min(size, LONGEST_FUNCTION));
        return size <= LONGEST_FUNCTION;
    }

    private static double samples(COSDictionary function) {
        double samples = 1;
        COSArray sizes = SourceFile.list(function.getItem(COSName.SIZE));
        for (COSBase size : sizes) {
            samples *= size instanceof COSNumber number ? Math.max(1, number.longValue()) : 1;
        }
        return samples;
    }

    private static void refuseUnless(boolean bearable) {
        if (!bearable) {
            throw new ReadingBudget.Spent();
        }
    }
}
