package quire.pdf;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

/**
 * What a paper says of itself, in both places where PDF/A wants to read it: the information dictionary and the XMP
 * packet, which names the parts of PDF/A (ISO 19005-2, 6.6) and PDF/UA-1 (ISO 14289-1, 5) that it keeps.
 */
record Paper(String title, String language, Instant made, String identifier, Claims claims) {

    private static final String PRODUCER = "Quire";

    private static final DateTimeFormatter PDF_DATE =
            DateTimeFormatter.ofPattern("'D:'yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private static final String ARCHIVAL = """
            <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
            <pdfaid:part>%s</pdfaid:part><pdfaid:conformance>%s</pdfaid:conformance></rdf:Description>
            """;

    private static final String ACCESSIBLE = """
            <rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
            <pdfuaid:part>1</pdfuaid:part></rdf:Description>
            """;

    /** Filled in order: the claims, identifier, title, producer, made, made. */
    private static final String PACKET = """
            <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            %s<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:format>application/pdf</dc:format>%s
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title></rdf:Description>
            <rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
            <pdf:Producer>%s</pdf:Producer></rdf:Description>
            <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
            <xmp:CreateDate>%s</xmp:CreateDate><xmp:ModifyDate>%s</xmp:ModifyDate></rdf:Description>
            <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
             xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
             xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag>
            <rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
            <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
            <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>
            <rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>
            <pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>
            <pdfaProperty:description>Part of ISO 14289 that the file keeps</pdfaProperty:description></rdf:li>
            </rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
            </rdf:RDF></x:xmpmeta>
            <?xpacket end="w"?>""";

    Paper {
        made = made.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Says it in the document, in place of whatever it said so far. */
    void into(PDDocument document) {
        document.getDocumentCatalog().setMetadata(new PDMetadata(packet()));
        document.getDocumentCatalog().setLanguage(language);
    }

    /** A moment as PDF writes it (ISO 32000-1, 7.9.4). */
    static String date(Instant moment) {
        return PDF_DATE.format(moment);
    }

    COSDictionary information() {
        COSDictionary information = new COSDictionary();
        information.setString(COSName.TITLE, title);
        information.setString(COSName.PRODUCER, PRODUCER);
        information.setString(COSName.CREATION_DATE, date(made));
        information.setString(COSName.MOD_DATE, date(made));
        return information;
    }

    COSStream packet() {
        String date = DateTimeFormatter.ISO_INSTANT.format(made);
        String packet = PACKET.formatted(claimed(), identified(), escaped(title), PRODUCER, date, date);
        COSStream stream = StreamBytes.stream(packet.getBytes(StandardCharsets.UTF_8));
        stream.setItem(COSName.TYPE, COSName.METADATA);
        stream.setName(COSName.SUBTYPE, "XML");
        return stream;
    }

    private String claimed() {
        String archival = claims.isArchival() ? ARCHIVAL.formatted(claims.archivalPart(), claims.archivalLevel()) : "";
        return archival + (claims.accessible() ? ACCESSIBLE : "");
    }

    private String identified() {
        return identifier.isEmpty() ? "" : "\n<dc:identifier>" + escaped(identifier) + "</dc:identifier>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
