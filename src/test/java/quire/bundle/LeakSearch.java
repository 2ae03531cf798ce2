package quire.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import quire.testkit.Docx;

/**
 * Looks for names in a file, wherever one could stand: what the pages say, every text of every object (bookmarks, tags, metadata, names
 * of files), the content of every stream, and the attached files.
 */
final class LeakSearch {

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0]+");

    private final List<String> names;
    private final int shortest;
    private final Set<String> seen = new HashSet<>();
    private final Set<String> found = new LinkedHashSet<>();

    private LeakSearch(Collection<String> names) {
        this.names = names.stream().map(LeakSearch::folded).toList();
        this.shortest = this.names.stream().mapToInt(String::length).min().orElse(0);
    }

    /** Where names were found, one line each; empty for a clean file. */
    static Set<String> in(byte[] file, Collection<String> names) {
        LeakSearch search = new LeakSearch(names);
        try (PDDocument document = Loader.loadPDF(file)) {
            search.pages(document);
            for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
                COSObject object = document.getDocument().getObjectFromPool(key);
                search.object(object.getObject(), key.toString(), 0);
            }
            COSDictionary trailer = document.getDocument().getTrailer();
            search.object(trailer, "trailer", 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        search.look(new String(file, StandardCharsets.ISO_8859_1), "the bytes of the file");
        return search.found;
    }

    /**
     * The same for a zip file: the names of its files, its PDF files as above, and every part of its Word files, with and
     * without their tags, since a name may be spread over several runs.
     */
    static Set<String> inZip(byte[] zip, Collection<String> names) {
        LeakSearch search = new LeakSearch(names);
        search.look(new String(zip, StandardCharsets.ISO_8859_1), "the bytes of the zip file");
        Docx.parts(zip).forEach((name, file) -> {
            search.look(name, "the names of files");
            if (name.endsWith(".pdf")) {
                in(file, names).forEach(found -> search.found.add(found + " of " + name));
            } else if (name.endsWith(".docx")) {
                Docx.parts(file).forEach((part, content) -> search.text(part, content, name));
            } else {
                search.text("", file, name);
            }
        });
        return search.found;
    }

    private void text(String part, byte[] content, String file) {
        String text = new String(content, StandardCharsets.UTF_8);
        look(part + "\n" + text, part + " of " + file);
        look(text.replaceAll("</w:p>", "\n").replaceAll("<[^>]*>", ""), "the words of " + part + " of " + file);
    }

    /** The same for a page of the web, with and without its tags. */
    static Set<String> inHtml(String html, Collection<String> names) {
        LeakSearch search = new LeakSearch(names);
        search.look(html, "the page");
        search.look(html.replaceAll("<[^>]*>", ""), "the words of the page");
        return search.found;
    }

    /** Each page on its own, as it would be copied out of it. */
    private void pages(PDDocument document) throws IOException {
        for (int page = 1; page <= document.getNumberOfPages(); page++) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            look(stripper.getText(document), "page " + page);
        }
    }

    private void object(@Nullable COSBase value, String place, int depth) throws IOException {
        if (value == null || depth > 20) {
            return;
        }
        if (value instanceof COSString string) {
            look(string.getString(), place);
            look(new String(string.getBytes(), StandardCharsets.UTF_16BE), place);
        } else if (value instanceof COSName name) {
            look(name.getName(), place);
        } else if (value instanceof COSArray array) {
            for (COSBase item : array) {
                if (!(item instanceof COSObject)) {
                    object(item, place, depth + 1);
                }
            }
        } else if (value instanceof COSDictionary dictionary) {
            for (COSName key : dictionary.keySet()) {
                COSBase item = dictionary.getItem(key);
                if (!(item instanceof COSObject)) {
                    object(item, place + " " + key.getName(), depth + 1);
                }
            }
        }
        if (value instanceof COSStream stream && !COSName.XREF.equals(stream.getCOSName(COSName.TYPE))) {
            stream(stream, place);
        }
    }

    private void stream(COSStream stream, String place) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try (var input = stream.createInputStream()) {
            input.transferTo(content);
        } catch (IOException undecodable) {
            // A picture in a format of its own holds no text.
            return;
        }
        byte[] bytes = content.toByteArray();
        look(new String(bytes, StandardCharsets.ISO_8859_1), place + " (stream)");
        look(new String(bytes, StandardCharsets.UTF_8), place + " (stream)");
    }

    private void look(String text, String place) {
        // The same few words stand in a file many thousand times; where they stand first is enough.
        if (text.length() < shortest || !seen.add(text)) {
            return;
        }
        String folded = folded(text);
        List<String> hits = new ArrayList<>();
        for (String name : names) {
            int at = folded.indexOf(name);
            while (at >= 0) {
                boolean begins = at == 0 || !Character.isLetterOrDigit(folded.charAt(at - 1));
                int end = at + name.length();
                boolean ends = end == folded.length() || !Character.isLetterOrDigit(folded.charAt(end));
                if (begins && ends) {
                    hits.add(name);
                    break;
                }
                at = folded.indexOf(name, at + 1);
            }
        }
        hits.forEach(hit -> found.add(hit + " in " + place));
    }

    private static String folded(String text) {
        return SPACES.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").replace('’', '\'');
    }
}
