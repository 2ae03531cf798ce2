package quire.pdf;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;

/** Files that travel in a volume, as PDF/A-3 wants them (ISO 19005-3, 6.8, and ISO 32000-1, 7.11.4). */
final class AttachedFiles {

    private static final COSName FILE = COSName.getPDFName("Filespec");
    private static final COSName RELATION = COSName.getPDFName("AFRelationship");

    private AttachedFiles() {}

    /** Writes the files and names them in the catalog. */
    static void attach(List<Volume.Attachment> attachments, Instant made, COSDictionary catalog, Graft graft) {
        if (attachments.isEmpty()) {
            return;
        }
        TreeMap<String, ObjectText.Reference> named = new TreeMap<>();
        COSArray associated = new COSArray();
        for (Volume.Attachment attachment : attachments) {
            ObjectText.Reference file = graft.write(file(attachment, made, graft));
            named.put(attachment.name(), file);
            associated.add(file);
        }
        COSArray pairs = new COSArray();
        named.forEach((name, file) -> {
            pairs.add(new COSString(name));
            pairs.add(file);
        });
        COSDictionary tree = new COSDictionary();
        tree.setItem(COSName.NAMES, pairs);
        COSDictionary names = new COSDictionary();
        names.setItem(COSName.EMBEDDED_FILES, tree);
        catalog.setItem(COSName.NAMES, names);
        catalog.setItem(COSName.getPDFName("AF"), associated);
    }

    private static COSDictionary file(Volume.Attachment attachment, Instant made, Graft graft) {
        COSStream content = StreamBytes.stream(attachment.content());
        content.setItem(COSName.TYPE, COSName.getPDFName("EmbeddedFile"));
        content.setName(COSName.SUBTYPE, attachment.type());
        COSDictionary facts = new COSDictionary();
        facts.setInt(COSName.SIZE, attachment.content().length);
        facts.setString(COSName.getPDFName("ModDate"), Paper.date(made));
        content.setItem(COSName.PARAMS, facts);
        ObjectText.Reference stream = graft.write(content);
        COSDictionary places = new COSDictionary();
        places.setItem(COSName.F, stream);
        places.setItem(COSName.UF, stream);
        COSDictionary file = new COSDictionary();
        file.setItem(COSName.TYPE, FILE);
        file.setString(COSName.F, attachment.name());
        file.setString(COSName.UF, attachment.name());
        file.setString(COSName.DESC, attachment.description());
        file.setName(RELATION, attachment.relation());
        file.setItem(COSName.EF, places);
        return file;
    }
}
