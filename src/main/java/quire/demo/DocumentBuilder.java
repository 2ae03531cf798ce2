package quire.demo;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;
import quire.core.Json;
import quire.core.Nearest;
import quire.forms.Answers;
import quire.forms.Form;
import quire.forms.Forms;
import quire.programme.DocumentPlan;
import quire.programme.FormPin;
import quire.programme.Row;
import quire.yaml.Part;

/** Makes a document of its file. */
final class DocumentBuilder {

    /** What an answer says of a file of the evidence. */
    private static final Set<String> FILE = Set.of("evidence", "description");

    private final Part root;
    private final SamplePortfolio portfolio;
    private final Forms forms;
    private final Path samples;

    DocumentBuilder(Part root, SamplePortfolio portfolio, Forms forms, Path samples) {
        this.root = root;
        this.portfolio = portfolio;
        this.forms = forms;
        this.samples = samples;
    }

    /** Null where the row or its form is not known; that is complained of. */
    @Nullable
    SampleDocument document() {
        Row row = row();
        Form form = row == null ? null : form(row);
        if (row == null || form == null) {
            return null;
        }
        Map<String, LocalDate> completed = new LinkedHashMap<>();
        root.member("completed").members().forEach((section, day) -> completed.put(section, CohortBuilder.day(day)));
        return new SampleDocument(
                name(),
                row,
                form,
                CohortBuilder.day(root.member("started")),
                SampleDocument.State.valueOf(root.member("state").text("draft").toUpperCase(Locale.ROOT)),
                root.member("asked").entries().stream()
                        .map(DocumentBuilder::request)
                        .toList(),
                recorded(),
                answers(),
                completed,
                root.member("returned").entries().stream()
                        .map(DocumentBuilder::returned)
                        .toList(),
                root.member("signed").entries().stream()
                        .map(DocumentBuilder::signature)
                        .toList(),
                root.member("comments").entries().stream()
                        .map(DocumentBuilder::comment)
                        .toList());
    }

    private String name() {
        String file = String.valueOf(root.place().file());
        return file.substring(file.lastIndexOf('/') + 1).replace(".yaml", "");
    }

    private @Nullable Row row() {
        DocumentPlan plan = portfolio.programme().plan(portfolio.choices());
        String wanted = CohortBuilder.text(root, "row");
        Optional<Row> row = plan.all().filter(one -> one.id().equals(wanted)).findFirst();
        if (row.isEmpty()) {
            List<String> known = plan.all().map(Row::id).toList();
            root.member("row")
                    .fault(
                            "unknown-row",
                            "The programme has no paper “" + wanted + "” as this portfolio is set.",
                            Nearest.to(wanted, known));
        }
        return row.orElse(null);
    }

    private @Nullable Form form(Row row) {
        String wanted = CohortBuilder.text(root, "form");
        Optional<FormPin> pin = row.forms().stream()
                .filter(one -> one.form().equals(wanted))
                .filter(one -> root.member("form_version").whole(one.version()) == one.version())
                .findFirst();
        if (pin.isEmpty()) {
            root.member("form").fault("unknown-form", "The programme does not write this paper on “" + wanted + "”.");
        }
        return pin.flatMap(one -> forms.find(one.toString())).orElse(null);
    }

    private Map<String, @Nullable Object> answers() {
        String sample = root.member("sample").text();
        if (sample != null) {
            Map<String, @Nullable Object> answers = new LinkedHashMap<>(sample(sample));
            answers.remove(Answers.RECORD);
            answers.remove(Answers.SIGNATURES);
            return answers;
        }
        Object given = withFiles(root.member("answers").data());
        return given instanceof Map<?, ?> map ? Json.asObject(map) : Map.of();
    }

    private Map<String, @Nullable Object> sample(String name) {
        Path file = samples.resolve(name + ".json");
        if (!Files.isRegularFile(file)) {
            root.member("sample").fault("missing", "There is no sample “" + name + "”.");
            return Map.of();
        }
        return Json.readObject(new String(World.bytes(file), StandardCharsets.UTF_8), file.toString());
    }

    /** The same data, each file of the evidence that it names described as an answer describes a file. */
    private @Nullable Object withFiles(@Nullable Object data) {
        if (data instanceof List<?> list) {
            List<@Nullable Object> entries = new ArrayList<>();
            list.forEach(entry -> entries.add(withFiles(entry)));
            return entries;
        }
        return data instanceof Map<?, ?> map ? withFiles(map) : data;
    }

    private Map<String, @Nullable Object> withFiles(Map<?, ?> map) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        map.forEach((key, value) -> members.put((String) key, withFiles(value)));
        if (FILE.containsAll(members.keySet()) && members.remove("evidence") instanceof String name) {
            members.putAll(file(name));
        }
        return members;
    }

    private Map<String, @Nullable Object> file(String name) {
        Path file = samples.resolve("evidence").resolve(name);
        if (!Files.isRegularFile(file)) {
            root.member("answers").fault("missing", "There is no file “" + name + "” in the folder “evidence”.");
            return Map.of();
        }
        byte[] content = World.bytes(file);
        Map<String, @Nullable Object> described = new LinkedHashMap<>();
        described.put("name", name);
        described.put("sha256", Digest.of(content).hex());
        described.put("size", BigDecimal.valueOf(content.length));
        return described;
    }

    private static SampleDocument.Return returned(Part part) {
        return new SampleDocument.Return(
                part.member("sections").texts(),
                CohortBuilder.text(part, "by"),
                CohortBuilder.day(part.member("on")),
                CohortBuilder.text(part, "because"));
    }

    private static SampleDocument.Request request(Part part) {
        return new SampleDocument.Request(
                CohortBuilder.text(part, "role"),
                signer(part.member("who")),
                CohortBuilder.day(part.member("on")),
                CohortBuilder.optionalDay(part.member("until")));
    }

    private SampleDocument.@Nullable Recorded recorded() {
        Part part = root.member("recorded");
        return part.isPresent()
                ? new SampleDocument.Recorded(
                        CohortBuilder.text(part, "role"),
                        CohortBuilder.text(part, "for"),
                        CohortBuilder.day(part.member("on")))
                : null;
    }

    private static SampleDocument.Signature signature(Part part) {
        return new SampleDocument.Signature(
                part.member("step").whole(0),
                CohortBuilder.text(part, "role"),
                signer(part.member("by")),
                CohortBuilder.day(part.member("on")));
    }

    private static SampleDocument.Signer signer(Part by) {
        return new SampleDocument.Signer(
                by.text(),
                by.member("name").text(),
                by.member("email").text(),
                by.member("knows").text(),
                by.member("post").text(),
                by.member("organisation").text(),
                by.member("registration").text());
    }

    private static SampleDocument.Comment comment(Part part) {
        return new SampleDocument.Comment(
                CohortBuilder.text(part, "section"),
                CohortBuilder.text(part, "by"),
                CohortBuilder.day(part.member("on")),
                CohortBuilder.text(part, "text"));
    }
}
