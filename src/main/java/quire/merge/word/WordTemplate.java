package quire.merge.word;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Problem;
import quire.merge.Delimiters;
import quire.merge.Missing;
import quire.merge.PlacedTag;
import quire.merge.Shape;
import quire.merge.Value;

/**
 * A Word template, compiled once and merged many times. May be shared between threads.
 *
 * <p>What repeats where, what vanishes and what is copied afresh is written down in {@code writing-templates.md}.
 */
public final class WordTemplate {

    private final CompiledDocx compiled;
    private final List<WordFault> faults;
    private final List<List<TagStream.Spotted>> streams;

    /** @param streams the tags of each part */
    WordTemplate(CompiledDocx compiled, List<WordFault> faults, List<List<TagStream.Spotted>> streams) {
        this.compiled = compiled;
        this.faults = List.copyOf(faults);
        this.streams = List.copyOf(streams);
    }

    /**
     * Reads and compiles a template.
     *
     * @param docx the file
     * @param delimiters what tags begin and end with
     * @throws Problem if the file cannot be a template at all; what is wrong with its tags is in {@link #findings}
     */
    public static WordTemplate compile(byte[] docx, Delimiters delimiters) {
        return new Compiler(docx, delimiters).compile();
    }

    /** As {@link #compile(byte[], Delimiters)}, with the usual delimiters. */
    public static WordTemplate compile(byte[] docx) {
        return compile(docx, Delimiters.MUSTACHE);
    }

    /** What is wrong with the template by itself; with an error among these it cannot be merged. */
    public List<Finding> findings() {
        return faults.stream().map(WordFault::finding).toList();
    }

    /** Every tag of the template, part by part, in reading order. */
    public List<PlacedTag> tags() {
        return streams.stream()
                .flatMap(List::stream)
                .map(TagStream.Spotted::tag)
                .toList();
    }

    /**
     * What is wrong with the template, by itself and against what its data will be.
     *
     * @param shape what the data will be; null if that is not known
     */
    public List<Finding> check(@Nullable Shape shape) {
        return faults(shape).stream().map(WordFault::finding).toList();
    }

    /** As {@link #check}, each fault with its spot. */
    List<WordFault> faults(@Nullable Shape shape) {
        List<WordFault> all = new ArrayList<>(faults);
        if (shape != null) {
            streams.forEach(stream -> all.addAll(KeyCheck.check(stream, shape)));
        }
        return all;
    }

    /**
     * A finished Word file.
     *
     * @param bytes the file
     * @param findings what the data lacked
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    public record Merged(byte[] bytes, List<Finding> findings) {}

    /**
     * Merges the template with data.
     *
     * @throws Problem if the template has errors, or if the data lacks something and that is to be an error
     */
    public Merged merge(Value data, Missing missing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
        List<Finding> findings = merge(data, missing, out);
        return new Merged(out.toByteArray(), findings);
    }

    /**
     * Merges straight into a stream, so that a long document needs no memory of its length. Where it throws, what the
     * stream has received is no Word file.
     *
     * @return what the data lacked
     */
    public List<Finding> merge(Value data, Missing missing, OutputStream out) {
        List<Finding> errors = findings().stream().filter(Finding::isError).toList();
        if (!errors.isEmpty()) {
            throw Problem.badInput("The template has errors and cannot be merged.", errors);
        }
        List<Finding> lacking = compiled.write(data, missing, out);
        if (Finding.anyError(lacking)) {
            throw Problem.badInput("The data lacks something that the template needs.", lacking);
        }
        return lacking;
    }
}
