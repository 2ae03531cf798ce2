package quire.bundle;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;
import quire.core.Ordered;
import quire.pdf.ByteSpan;
import quire.pdf.Volume;
import quire.seal.Sealer;

/**
 * What is in a bundle, as it travels inside and stays in the record: every item with its digest, its pages and the bytes of the
 * file that are its own, so that a file that was changed can be told where.
 */
final class Manifest {

    static final String NAME = "manifest.json";

    private static final String FORMAT = "quire-bundle-1";

    private static final String BETWEEN = "The end of the file: its attachments, bookmarks or seal";

    private Manifest() {}

    /**
     * As plain JSON data.
     *
     * @param reading what of it is read in a browser
     * @param sealer who will seal the file; null for nobody
     */
    static Map<String, @Nullable Object> of(
            Plan plan,
            String id,
            Making making,
            List<Volume.Span> spans,
            ReadingCopies.Copy reading,
            @Nullable Sealer sealer) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("format", FORMAT);
        json.put("bundle", id);
        Continued continued = plan.continued();
        json.put("version", continued == null ? making.number() : continued.version());
        json.putAll(plan.asJson());
        json.put("input", plan.input().hex());
        json.put("built_by", plan.coded() ? null : making.builder());
        json.put("built_at", making.made().toString());
        json.put("program", making.program());
        json.put(
                "trail",
                Ordered.of(
                        "number",
                        making.head().seq(),
                        "sha256",
                        making.head().hash().hex()));
        if (sealer != null) {
            json.put("sealed_by", sealer.certificate().fingerprint().hex());
        }
        // While these stand here, the files that they name are not swept away.
        json.put("reading", Ordered.of("sha256", reading.digest().hex(), "pictures", List.copyOf(reading.pictures())));
        json.put("bytes", spans.stream().map(Manifest::span).toList());
        return json;
    }

    private static Map<String, Object> span(Volume.Span span) {
        return Ordered.of(
                "key", span.key(),
                "start", span.bytes().start(),
                "end", span.bytes().end(),
                "sha256", span.bytes().digest().hex());
    }

    /** Whether some data says that it is a manifest. */
    static boolean isOne(Map<String, @Nullable Object> json) {
        return FORMAT.equals(json.get("format"));
    }

    /** The stretches of the file that belong to its items, by key. */
    static Map<String, ByteSpan> spans(Map<String, @Nullable Object> manifest) {
        Map<String, ByteSpan> spans = new LinkedHashMap<>();
        for (Map<?, ?> span : maps(manifest.get("bytes"))) {
            spans.put(
                    String.valueOf(span.get("key")),
                    new ByteSpan(
                            number(span.get("start")),
                            number(span.get("end")),
                            new Digest(String.valueOf(span.get("sha256")))));
        }
        return spans;
    }

    /** What it says of its items, by key. */
    static Map<String, Map<?, ?>> entries(Map<String, @Nullable Object> manifest) {
        Map<String, Map<?, ?>> entries = new LinkedHashMap<>();
        maps(manifest.get("entries")).forEach(entry -> entries.put(String.valueOf(entry.get("key")), entry));
        return entries;
    }

    static OfflineVerdict.Facts facts(Map<String, @Nullable Object> manifest) {
        Instant made;
        try {
            made = Instant.parse(String.valueOf(manifest.get("built_at")));
        } catch (DateTimeParseException noMoment) {
            made = null;
        }
        return new OfflineVerdict.Facts(
                String.valueOf(manifest.get("title")),
                (int) number(manifest.get("version")),
                Edition.find(String.valueOf(manifest.get("edition"))).orElse(Edition.DRAFT),
                made);
    }

    /** The titles of what is not in a file as it says; empty if all items are. */
    static List<String> changed(Map<String, @Nullable Object> manifest, byte[] file) {
        Map<String, String> titles = titles(manifest);
        List<String> changed = new ArrayList<>();
        spans(manifest).forEach((key, span) -> {
            if (!isIntact(span, file)) {
                changed.add(titles.getOrDefault(key, key));
            }
        });
        return changed;
    }

    /** The same for a file that is known to be another: where it is none of the items, it is what stands around them. */
    static List<String> changedSomewhere(Map<String, @Nullable Object> manifest, byte[] file) {
        List<String> changed = changed(manifest, file);
        return changed.isEmpty() ? List.of(BETWEEN) : changed;
    }

    private static boolean isIntact(ByteSpan span, byte[] file) {
        return 0 <= span.start()
                && span.start() <= span.end()
                && span.end() <= file.length
                && Digest.of(Arrays.copyOfRange(file, (int) span.start(), (int) span.end()))
                        .equals(span.digest());
    }

    /** The titles of its items, by key. */
    static Map<String, String> titles(Map<String, @Nullable Object> manifest) {
        Map<String, String> titles = new LinkedHashMap<>();
        maps(manifest.get("entries"))
                .forEach(entry -> titles.put(String.valueOf(entry.get("key")), String.valueOf(entry.get("title"))));
        return titles;
    }

    /** The maps of a list; what is none is left out. */
    static List<Map<?, ?>> maps(@Nullable Object list) {
        List<Map<?, ?>> maps = new ArrayList<>();
        if (list instanceof List<?> all) {
            for (Object one : all) {
                if (one instanceof Map<?, ?> map) {
                    maps.add(map);
                }
            }
        }
        return maps;
    }

    /** A whole number; 0 for anything else. */
    static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }
}
