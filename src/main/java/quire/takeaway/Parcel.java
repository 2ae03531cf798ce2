package quire.takeaway;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A zip file that is ready to be sent: all that it is made of was read at one moment, and every paper in it is made as it is
 * sent, so that no more than one of them is ever in memory. To be sent once.
 */
public final class Parcel {

    private final String name;
    private final boolean sealed;
    private final List<Item> items = new ArrayList<>();

    /** What becomes of one file as it is sent. */
    interface Content {
        void into(OutgoingZip zip, String name);
    }

    private record Item(String name, Content content) {}

    /** @param sealed whether its last file tells what all the others are */
    Parcel(String name, boolean sealed) {
        this.name = name;
        this.sealed = sealed;
    }

    /** What to call the file. */
    public String name() {
        return name;
    }

    Parcel put(String file, Content content) {
        items.add(new Item(file, content));
        return this;
    }

    Parcel put(String file, String text) {
        return put(file, (zip, called) -> zip.add(called, text));
    }

    /**
     * Sends it.
     *
     * @param to is not closed
     * @return the text of the last file of a sealed one; its digest tells whether two of them are the same
     */
    public String send(OutputStream to) {
        OutgoingZip zip = new OutgoingZip(to);
        items.forEach(item -> item.content().into(zip, item.name()));
        String manifest = new Manifest(Manifest.VERSION, zip.parts()).text();
        if (sealed) {
            zip.add(Manifest.NAME, manifest);
        }
        zip.finish();
        return manifest;
    }
}
