package quire.documents;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.MadeFile;
import quire.core.MediaType;
import quire.merge.Missing;
import quire.programme.Catalogue;

/** The printable catalogue: every paper of a programme, for the wall of an office. */
public final class CataloguePaper {

    private static final String LAYOUT = "_catalogue.html";

    private CataloguePaper() {}

    /**
     * Makes the catalogue of a programme as PDF.
     *
     * @param outside the papers that stand beside every programme
     * @param made the time that the file says it was made
     * @throws quire.core.Problem if the shelf has no layout for it
     */
    public static MadeFile make(DocumentMaker maker, Catalogue catalogue, Catalogue.Part outside, Instant made) {
        MadeFile paper = maker.make(LAYOUT, data(catalogue, outside), Missing.ERROR, made);
        String name = "catalogue-" + catalogue.programme().id() + "." + MediaType.PDF.extension();
        return new MadeFile(name, MediaType.PDF, paper.bytes(), paper.findings());
    }

    private static Map<String, @Nullable Object> data(Catalogue catalogue, Catalogue.Part outside) {
        List<Catalogue.Part> parts = new ArrayList<>(catalogue.parts());
        if (!outside.entries().isEmpty()) {
            parts.add(outside);
        }
        String about = catalogue.programme().about();
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("programme", catalogue.programme().title());
        data.put("about", about == null ? "" : about);
        data.put("version", BigDecimal.valueOf(catalogue.programme().version()));
        data.put("parts", parts.stream().map(CataloguePaper::data).toList());
        return data;
    }

    private static Map<String, @Nullable Object> data(Catalogue.Part part) {
        boolean due = part.entries().stream().anyMatch(entry -> !entry.due().isEmpty());
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("title", part.title());
        data.put("has_due", due);
        data.put("entries", part.entries().stream().map(CataloguePaper::data).toList());
        return data;
    }

    private static Map<String, @Nullable Object> data(Catalogue.Entry entry) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("title", entry.title());
        data.put("code", entry.code());
        data.put("form_code", entry.formCode());
        data.put("completes", entry.completes());
        data.put("signs", entry.signs());
        data.put("due", entry.due());
        data.put("notes", String.join(" ", entry.notes()));
        return data;
    }
}
