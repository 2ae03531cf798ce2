package quire.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import quire.core.Json;
import quire.merge.Missing;
import quire.merge.Shape;
import quire.merge.Value;
import quire.merge.word.WordTemplate;
import quire.testkit.Docx;

/** How long a Word merge takes, beside docxtemplater on the same template and data in the same run. */
final class WordBench {

    private static final int[] ROWS = {1, 10, 100, 1_000, 10_000, 100_000};
    private static final int TAGS = 40;
    /** As large as the body of a real form: 56 KB. */
    private static final int BODY = 56_000;

    private WordBench() {}

    static void run(Path folder) throws IOException {
        byte[] template = template();
        Path file = folder.resolve("bench.docx");
        Files.write(file, template);
        Stopwatch.Figures compile = Stopwatch.measure(60, () -> WordTemplate.compile(template));
        System.out.printf(Locale.ROOT, "Word: compile a template of %d tags: %s%n", TAGS + 4, compile);
        System.out.printf(Locale.ROOT, "Word: lint it against its form: %s%n", lint(template));
        System.out.printf("%8s %30s %16s %8s%n", "rows", "Quire", "docxtemplater", "ratio");
        WordTemplate compiled = WordTemplate.compile(template);
        for (int rows : ROWS) {
            row(folder, file, compiled, rows);
        }
    }

    private static Stopwatch.Figures lint(byte[] template) {
        Map<String, Shape> members = new LinkedHashMap<>();
        for (int i = 0; i < TAGS; i++) {
            members.put("field" + i, Shape.plain(Shape.Kind.TEXT));
        }
        members.put("rows", Shape.list(Shape.group(Map.of("a", Shape.plain(Shape.Kind.TEXT)))));
        Shape shape = Shape.group(members);
        return Stopwatch.measure(60, () -> WordTemplate.compile(template).check(shape));
    }

    private static void row(Path folder, Path template, WordTemplate compiled, int rows) throws IOException {
        Map<String, Object> plain = data(rows);
        Value data = Value.of(plain);
        int runs = Math.max(6, Math.min(400, 200_000 / (rows + 100)));
        Stopwatch.Figures ours =
                Stopwatch.measure(runs, () -> compiled.merge(data, Missing.ERROR, OutputStream.nullOutputStream()));
        Path json = folder.resolve("bench.json");
        Files.writeString(json, Json.write(plain));
        double theirs =
                rows > 10_000 ? Double.NaN : Peers.docxtemplater(folder, template, json, rows >= 10_000 ? 4 : 20);
        System.out.printf(
                Locale.ROOT,
                "%8d %30s %13.1f ms %8s%n",
                rows,
                ours,
                theirs,
                Double.isNaN(theirs) ? "" : "1/" + Math.round(theirs / ours.median()));
    }

    private static byte[] template() {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < TAGS; i++) {
            body.append("<w:p><w:pPr><w:spacing w:after=\"120\"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>Question ")
                    .append(i)
                    .append(": </w:t></w:r>")
                    .append(Docx.run("{{field" + i + "}}"))
                    .append("</w:p>");
        }
        body.append(Docx.table(
                Docx.row("Number", "Need", "Support", "Done"),
                Docx.row("{{#rows}}{{a}}", "{{b}}", "{{c}}", "{{d}}{{/rows}}")));
        while (body.length() < BODY) {
            body.append(Docx.paragraph("The guidance of the form goes on for a while, as guidance does."));
        }
        return Docx.body(body.toString()).bytes();
    }

    private static Map<String, Object> data(int rows) {
        Map<String, Object> data = new LinkedHashMap<>();
        for (int i = 0; i < TAGS; i++) {
            data.put("field" + i, "An answer of some words & signs, number " + i);
        }
        List<Map<String, Object>> list = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            list.add(Map.of("a", "row " + i, "b", "a need", "c", "some support", "d", "yes"));
        }
        data.put("rows", list);
        return data;
    }
}
