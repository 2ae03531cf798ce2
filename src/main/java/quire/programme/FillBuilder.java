package quire.programme;

import static quire.programme.ProgrammeBuilder.list;
import static quire.programme.ProgrammeBuilder.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quire.yaml.Part;

/** Makes what a paper is filled in with from the file of a programme; tolerant as {@link ProgrammeBuilder} is. */
final class FillBuilder {

    private FillBuilder() {}

    /** @param part {@code fills} of a paper */
    static Map<String, Fill> fills(Part part) {
        Map<String, Fill> fills = new LinkedHashMap<>();
        part.members().forEach((field, value) -> fills.put(field, fill(value)));
        return fills;
    }

    /** Whether a part says where an answer comes from, and is not the answer itself. */
    static boolean isDrawn(Part part) {
        return part.data() instanceof Map<?, ?> || part.data() instanceof List<?>;
    }

    /** Where an answer comes from: one source, or each of a list. */
    static List<Part> sources(Part part) {
        return part.data() instanceof List<?> ? part.entries() : List.of(part);
    }

    static FillSource source(Part part) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        part.member("rows").members().forEach((row, things) -> rows.put(row, texts(things)));
        Map<String, FillSource.Take> as = new LinkedHashMap<>();
        part.member("as").members().forEach((field, fact) -> as.put(field, take(fact, fact.member("say"))));
        return new FillSource(
                ProgrammeBuilder.word(FillSource.From.class, part.member("from"), FillSource.From.PAPERS),
                texts(part.member("of")),
                rows,
                part.member("stages").texts(),
                only(part.member("only")),
                part.member("by").text(),
                where(part.member("where")),
                part.member("without").text(),
                part.member("with_this").truth(),
                single(part),
                as);
    }

    private static Fill fill(Part part) {
        return isDrawn(part)
                ? new Fill.Drawn(sources(part).stream().map(FillBuilder::source).toList())
                : new Fill.Given(Objects.requireNonNullElse(part.data(), ""));
    }

    /** The only fact of a day needs no name. */
    private static FillSource.@Nullable Take single(Part part) {
        Part take = part.member("take");
        if (text(part, "from").equals("day")) {
            return new FillSource.Take("day", Map.of());
        }
        return take.isPresent() ? take(take, part.member("say")) : null;
    }

    private static FillSource.Take take(Part fact, Part say) {
        Map<String, String> words = new LinkedHashMap<>();
        say.members().forEach((word, said) -> words.put(word, said.text("")));
        return new FillSource.Take(fact.text(text(fact, "take")), words);
    }

    private static FillSource.@Nullable Only only(Part part) {
        return part.isPresent() ? ProgrammeBuilder.word(FillSource.Only.class, part, FillSource.Only.BEGUN) : null;
    }

    private static Minimum.@Nullable Among where(Part part) {
        return part.members().entrySet().stream()
                .findFirst()
                .map(asked -> new Minimum.Among(
                        1,
                        asked.getKey(),
                        Objects.requireNonNullElse(asked.getValue().data(), ""),
                        ""))
                .orElse(null);
    }

    /** A list, or the only thing that stands in its place. */
    static List<String> texts(Part part) {
        return part.text() == null ? part.texts() : List.of(part.text(""));
    }

    /** The places of a list, or of the only thing that stands in its place. */
    static List<Part> each(Part part) {
        return part.text() == null ? list(part, one -> one) : List.of(part);
    }
}
