package quire.bundle;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quire.core.Problem;
import quire.pdf.Volume;

/**
 * What a bundle holds, or would hold, in its order: read from its manifest or its plan, whose JSON is the same.
 *
 * @param code what people call the portfolio
 * @param coded whether people stand under a code in it
 * @param isFinal whether it is made to decide by
 * @param builder who had it made; empty where nothing is said of it
 * @param lines what is in it
 * @param gaps what is missing
 * @param reason why it was made although something is missing; empty where nothing is
 * @param sealedBy the SHA-256 of the certificate that it is sealed with; empty for none
 * @param trailNumber how many entries the trail had; 0 where nothing is said of it
 * @param trailHash the hash of the last one; empty where nothing is said of it
 */
public record Contents(
        String code,
        boolean coded,
        boolean isFinal,
        String builder,
        List<Line> lines,
        List<Gap> gaps,
        String reason,
        String sealedBy,
        long trailNumber,
        String trailHash) {

    /**
     * Something in a bundle.
     *
     * @param key what it is called in the manifest, the same from version to version
     * @param title what it is called in the contents
     * @param level how deep it stands there: 1, or 2 below the last one at 1; 0 where nothing is said of it
     * @param firstPage the number of its first page
     * @param pages how many it has
     * @param source the SHA-256 of the file that was bound; empty for a page that was made for the bundle
     * @param document the id of the paper; empty for anything else
     * @param form the id of the form that it is written on; empty for anything else
     * @param reason why it is not there; empty for what is
     * @param signed who has signed it
     * @param type the media type of a file that somebody put into the portfolio; empty for anything else
     */
    public record Line(
            String key,
            Plan.Kind kind,
            String title,
            int level,
            int firstPage,
            int pages,
            String source,
            String document,
            String form,
            String reason,
            List<Signed> signed,
            String type) {

        public Line {
            signed = List.copyOf(signed);
        }

        public int lastPage() {
            return firstPage + pages - 1;
        }
    }

    /**
     * Somebody's signature of a paper.
     *
     * @param role as what they signed, in the words of the form
     * @param name who they are; empty where people stand under a code
     * @param at when
     */
    public record Signed(String role, String name, Instant at) {}

    public Contents {
        lines = List.copyOf(lines);
        gaps = List.copyOf(gaps);
    }

    public static Contents of(Bundle bundle) {
        return of(Assembly.read(bundle.manifest()));
    }

    public static Contents of(Plan plan) {
        return of(plan.asJson());
    }

    /** The same with what a supplement adds, and what is missing since then. */
    Contents with(Contents supplement) {
        List<Line> all = new ArrayList<>(lines);
        all.addAll(supplement.lines());
        return new Contents(
                code, coded, isFinal, builder, all, supplement.gaps(), reason, sealedBy, trailNumber, trailHash);
    }

    /**
     * What a file says of itself that is in front of us: the manifest of a bundle, if it carries one that can be read. It is a
     * claim, which anybody can write into any file.
     */
    public static Optional<Contents> in(List<Volume.Attachment> attachments) {
        return attachments.stream()
                .filter(file -> file.name().equals(Manifest.NAME))
                .findFirst()
                .flatMap(file -> claimed(new String(file.content(), StandardCharsets.UTF_8)));
    }

    private static Optional<Contents> claimed(String manifest) {
        try {
            Map<String, @Nullable Object> json = Assembly.read(manifest);
            return Manifest.isOne(json) ? Optional.of(of(json)) : Optional.empty();
        } catch (Problem | IllegalArgumentException | DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Contents of(Map<String, @Nullable Object> json) {
        Map<?, ?> trail = json.get("trail") instanceof Map<?, ?> map ? map : Map.of();
        return new Contents(
                text(json, "portfolio"),
                Boolean.TRUE.equals(json.get("coded")),
                text(json, "edition").equals(Edition.FINAL.word()),
                text(json, "built_by"),
                Manifest.maps(json.get("entries")).stream().map(Contents::line).toList(),
                Manifest.maps(json.get("gaps")).stream().map(Contents::gap).toList(),
                text(json, "reason"),
                text(json, "sealed_by"),
                Manifest.number(trail.get("number")),
                text(trail, "sha256"));
    }

    private static Line line(Map<?, ?> entry) {
        Map<?, ?> form = entry.get("form") instanceof Map<?, ?> map ? map : Map.of();
        return new Line(
                text(entry, "key"),
                Plan.Kind.valueOf(text(entry, "kind").toUpperCase(Locale.ROOT)),
                text(entry, "title"),
                (int) Manifest.number(entry.get("level")),
                (int) Manifest.number(entry.get("first_page")),
                (int) Manifest.number(entry.get("pages")),
                text(entry, "sha256"),
                text(entry, "document"),
                text(form, "id"),
                text(entry, "reason"),
                signatures(entry),
                text(entry, "type"));
    }

    /** Who has signed what stands in a plan. */
    static List<Signed> signed(Plan.Entry entry) {
        return signatures(entry.facts());
    }

    private static List<Signed> signatures(Map<?, ?> entry) {
        return Manifest.maps(entry.get("signatures")).stream()
                .map(Contents::signed)
                .toList();
    }

    private static Signed signed(Map<?, ?> signature) {
        return new Signed(text(signature, "role"), text(signature, "name"), Instant.parse(text(signature, "at")));
    }

    private static Gap gap(Map<?, ?> gap) {
        Gap.Kind kind = Gap.Kind.valueOf(text(gap, "kind").toUpperCase(Locale.ROOT));
        return new Gap(kind, text(gap, "title"), text(gap, "sentence"), text(gap, "who"));
    }

    private static String text(Map<?, ?> map, String key) {
        return map.get(key) instanceof String text ? text : "";
    }
}
