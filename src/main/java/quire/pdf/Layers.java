package quire.pdf;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

/**
 * The layers of all items (ISO 32000-1, 8.11). Without them a volume would show what its author has hidden.
 */
final class Layers {

    private static final COSName PROPERTIES = COSName.getPDFName("OCProperties");
    private static final COSName GROUPS = COSName.getPDFName("OCGs");
    private static final COSName GROUP = COSName.getPDFName("OCG");
    private static final COSName OFF = COSName.getPDFName("OFF");
    private static final COSName ON = COSName.getPDFName("ON");

    private final COSArray all = new COSArray();
    private final COSArray off = new COSArray();

    /** Takes over the layers of a file, shown or hidden as it opens. */
    void take(SourceFile source, Graft graft) {
        COSDictionary properties = source.part(PROPERTIES.getName());
        if (properties == null) {
            return;
        }
        COSDictionary opens = properties.getCOSDictionary(COSName.D);
        COSArray groups = SourceFile.list(properties.getItem(GROUPS));
        for (int i = 0; i < groups.size(); i++) {
            if (groups.getObject(i) instanceof COSDictionary group && GROUP.equals(group.getCOSName(COSName.TYPE))) {
                settle(group);
                ObjectText.Reference layer = graft.reference(group);
                all.add(layer);
                if (isOff(group, opens)) {
                    off.add(layer);
                }
            }
        }
    }

    /** What the catalog says of them; null where there are none. */
    @Nullable
    COSDictionary properties() {
        if (all.size() == 0) {
            return null;
        }
        COSDictionary opens = new COSDictionary();
        opens.setString(COSName.NAME, "Layers");
        opens.setItem(COSName.getPDFName("Order"), all);
        opens.setItem(OFF, off);
        COSDictionary properties = new COSDictionary();
        properties.setItem(GROUPS, all);
        properties.setItem(COSName.D, opens);
        return properties;
    }

    private static void settle(COSDictionary group) {
        String name = group.getString(COSName.NAME, "");
        group.clear();
        group.setItem(COSName.TYPE, GROUP);
        group.setString(COSName.NAME, name.isBlank() ? "Layer" : name);
    }

    private static boolean isOff(COSDictionary group, @Nullable COSDictionary opens) {
        if (opens == null) {
            return false;
        }
        boolean base = OFF.equals(opens.getCOSName(COSName.getPDFName("BaseState")));
        return base ? !names(opens, ON, group) : names(opens, OFF, group);
    }

    private static boolean names(COSDictionary opens, COSName state, COSDictionary group) {
        COSArray groups = SourceFile.list(opens.getItem(state));
        for (int i = 0; i < groups.size(); i++) {
            COSBase one = groups.getObject(i);
            if (one == group) {
                return true;
            }
        }
        return false;
    }
}
