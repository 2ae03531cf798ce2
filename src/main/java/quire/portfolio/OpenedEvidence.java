package quire.portfolio;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import quire.convert.FileNames;

/**
 * A file on its way out.
 *
 * @param file what it is
 * @param content its bytes, a stream that fails at its end if they are not the ones that were kept; to be closed
 */
public record OpenedEvidence(EvidenceFile file, InputStream content) implements AutoCloseable {

    /**
     * The headers that belong to the answer, whoever asked and whatever the file holds: the type that was judged and no
     * other, a name in both spellings (RFC 6266, RFC 8187), and a sandbox without scripts, forms and origin. Some browsers
     * (Safari) show an empty page for a PDF in a sandbox, so offer beside each that is shown to take it away, too.
     *
     * @param show whether the browser is to show it in its place; pictures and PDF files only, others are taken away
     */
    public Map<String, String> headers(boolean show) {
        String saved = FileNames.disposition(file.name());
        boolean shown = show && file.canBeShown();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", file.kind().mediaType());
        headers.put("Content-Length", Long.toString(file.size()));
        headers.put("Content-Disposition", shown ? "inline" + saved.substring("attachment".length()) : saved);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("Cache-Control", "private, no-store");
        return headers;
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
