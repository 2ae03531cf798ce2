package quire.pdf;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that the renderer may ask for: the pictures that came with the request. It is asked before and after an address
 * is completed, and the streams of all other addresses do not exist. Belongs to one thread.
 */
final class ClosedDoors {

    /** No file or network address begins with this. */
    static final String PICTURE = "picture:";

    private static final Set<String> KNOWN_SCHEMES =
            Set.of("http", "https", "file", "ftp", "jar", "data", "classpath", "picture");

    private final Map<String, byte[]> pictures;
    private final Set<String> refused = new LinkedHashSet<>();

    /**
     * Doors that open for these only.
     *
     * @param pictures by their complete address, which begins with {@link #PICTURE}
     */
    ClosedDoors(Map<String, byte[]> pictures) {
        this.pictures = pictures;
    }

    void close(PdfRendererBuilder builder) {
        builder.useExternalResourceAccessControl(
                (address, kind) -> allows(address), ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useExternalResourceAccessControl(
                (address, kind) -> allows(address), ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        builder.useUriResolver((base, address) -> completed(address));
        builder.useProtocolsStreamImplementation(this::open, KNOWN_SCHEMES);
    }

    /** The addresses that were asked for in vain, in that order. */
    Set<String> refused() {
        return refused;
    }

    private boolean allows(@Nullable String address) {
        if (address != null && pictures.containsKey(address)) {
            return true;
        }
        refused.add(String.valueOf(address));
        return false;
    }

    @SuppressWarnings("NullAway") // The library's way of refusing, and it carries no annotations.
    private String completed(String address) {
        return pictures.containsKey(address) ? address : null;
    }

    private FSStream open(String address) {
        byte[] picture = pictures.get(address);
        if (picture == null) {
            throw new IllegalStateException("The renderer asked for an address that it was denied");
        }
        return new Stream(picture);
    }

    private record Stream(
            @SuppressWarnings("ArrayRecordComponent") byte[] bytes) implements FSStream {

        @Override
        public InputStream getStream() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public Reader getReader() {
            return new InputStreamReader(getStream(), StandardCharsets.UTF_8);
        }
    }
}
