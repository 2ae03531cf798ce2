package quire.pdf;

import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/** The things that a page draws with, by name (ISO 32000-1, 7.8.3). */
final class PageResources {

    private PageResources() {}

    /**
     * Adds something that the page will draw with.
     *
     * @param kind such as {@code Font}
     * @param name what it would like to be called
     * @return what it is called, because the page may use that name already
     */
    static String add(COSDictionary page, COSName kind, String name, COSBase resource) {
        COSDictionary things = dictionary(dictionary(page, COSName.RESOURCES), kind);
        COSName free = COSName.getPDFName(name);
        for (int i = 1; things.containsKey(free) && things.getItem(free) != resource; i++) {
            free = COSName.getPDFName(name + i);
        }
        things.setItem(free, resource);
        return free.getName();
    }

    private static COSDictionary dictionary(COSDictionary holder, COSName name) {
        if (holder.getDictionaryObject(name) instanceof COSDictionary known) {
            return known;
        }
        COSDictionary made = new COSDictionary();
        holder.setItem(name, made);
        return made;
    }
}
