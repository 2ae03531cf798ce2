package quire.takeaway;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;
import quire.core.Json;
import quire.core.Ordered;

/**
 * The last file of a portfolio that was taken away: what all the others are.
 *
 * @param version of the format
 * @param parts in their order
 */
record Manifest(int version, List<Part> parts) {

    static final String NAME = "manifest.json";
    /** The record, and what describes its form. */
    static final String RECORD = "portfolio.json";

    static final String SCHEMA = "portfolio.schema.json";
    static final String FORMAT = "quire-portfolio";
    /** Counted up when an older program could not read what a newer one writes. */
    static final int VERSION = 1;

    /**
     * One file.
     *
     * @param name with its folder
     * @param size in bytes
     */
    record Part(String name, long size, Digest digest) {

        private Map<String, Object> asJson() {
            return Ordered.of("name", name, "size", size, "sha256", digest.hex());
        }

        private static Part of(Object json) {
            if (json instanceof Map<?, ?> part
                    && part.get("name") instanceof String name
                    && part.get("size") instanceof BigDecimal size
                    && part.get("sha256") instanceof String hex) {
                return new Part(name, size.longValueExact(), new Digest(hex));
            }
            throw new IllegalArgumentException("Not a part of a manifest");
        }
    }

    Manifest {
        parts = List.copyOf(parts);
    }

    String text() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("format", FORMAT);
        json.put("version", version);
        json.put("files", parts.stream().map(Part::asJson).toList());
        return Json.write(json);
    }

    /**
     * Reads one.
     *
     * @throws RuntimeException if it is none
     */
    static Manifest read(String text) {
        Map<String, @Nullable Object> json = Json.readObject(text, NAME);
        if (FORMAT.equals(json.get("format"))
                && json.get("version") instanceof BigDecimal version
                && json.get("files") instanceof List<?> files) {
            List<Part> parts = new ArrayList<>();
            files.forEach(part -> parts.add(Part.of(part)));
            return new Manifest(version.intValueExact(), parts);
        }
        throw new IllegalArgumentException("Not a manifest");
    }
}
