package quire.merge.html;

import com.github.mustachejava.Code;
import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import com.github.mustachejava.TemplateContext;
import com.github.mustachejava.codes.DefaultMustache;
import com.github.mustachejava.codes.WriteCode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;
import quire.merge.Delimiters;
import quire.merge.PlacedTag;
import quire.merge.Tag;
import quire.merge.TemplateCheck;
import quire.merge.TextTemplate;

/**
 * Turns the text of one template, and of every partial that it uses, into Mustache.java's codes. The tags are read by our
 * own scanner, the same as for Word: Mustache.java's reader knows delimiters of at most two characters, drops white
 * space by rules of its own, and takes time that grows with the square of a long text.
 */
final class Compiler {

    private static final int MOST_CHARACTERS = 16_000_000;

    private final Function<String, Optional<String>> sources;
    private final DefaultMustacheFactory factory = new DefaultMustacheFactory(name -> null);
    private final Map<String, Mustache> partials = new HashMap<>();
    private final Deque<PlacedTag> wanted = new ArrayDeque<>();
    private final List<Finding> findings = new ArrayList<>();

    /** A section that is being read. */
    private record Open(PlacedTag placed, List<Code> inside) {}

    Compiler(Function<String, Optional<String>> sources) {
        this.sources = sources;
        factory.setObjectHandler(new ValueHandler());
    }

    HtmlTemplate compile(String source, String file, Delimiters delimiters) {
        Mustache main = read(source, file, delimiters);
        while (!wanted.isEmpty()) {
            partial(wanted.remove());
        }
        if (!findings.isEmpty()) {
            throw Problem.badInput("The template “" + file + "” has faults.", findings);
        }
        return new HtmlTemplate(main);
    }

    private void partial(PlacedTag placed) {
        String name = placed.tag().name();
        if (!partials.containsKey(name)) {
            Optional<String> source = sources.apply(name);
            if (source.isEmpty()) {
                findings.add(
                        Finding.error("unknown-partial", "There is no partial named “" + name + "”.", placed.place()));
            }
            partials.put(name, read(source.orElse(""), name, Delimiters.MUSTACHE));
        }
    }

    private Mustache read(String source, String file, Delimiters delimiters) {
        checkSize(source, file);
        TextTemplate.Tags tags = TextTemplate.tags(source, file, delimiters);
        List<Finding> faults = faults(tags);
        findings.addAll(faults);
        return faults.isEmpty() ? build(source, file, tags.tags()) : mustache(file, List.of());
    }

    /** @throws Problem if the template is larger than any that people write */
    static void checkSize(String source, String file) {
        if (source.length() > MOST_CHARACTERS) {
            throw Problem.tooLarge(Finding.error(
                    "template-size",
                    "The template has more than " + MOST_CHARACTERS / 1_000_000 + " million characters.",
                    Place.inFile(file)));
        }
    }

    /** A “}}” without its beginning is ordinary in a style sheet, and Mustache takes it for text. */
    private static List<Finding> faults(TextTemplate.Tags tags) {
        List<Finding> faults = new ArrayList<>(tags.findings());
        faults.removeIf(finding -> finding.code().equals("unopened-tag"));
        faults.addAll(TemplateCheck.checkNesting(tags.tags()));
        return faults;
    }

    private Mustache build(String source, String file, List<PlacedTag> tags) {
        Deque<Open> open = new ArrayDeque<>();
        List<Code> codes = new ArrayList<>();
        int done = source.startsWith("\uFEFF") ? 1 : 0;
        for (PlacedTag placed : tags) {
            Extent extent = Extent.of(placed.tag(), source);
            write(source.substring(done, Math.max(done, extent.start())), codes);
            done = extent.end();
            Tag.Kind kind = placed.tag().kind();
            if (kind.opens()) {
                open.push(new Open(placed, codes));
                codes = new ArrayList<>();
            } else if (kind == Tag.Kind.CLOSE) {
                Open section = open.pop();
                section.inside().add(section(section.placed(), mustache(file, codes)));
                codes = section.inside();
            } else {
                single(placed, extent, codes);
            }
        }
        write(source.substring(done), codes);
        return mustache(file, codes);
    }

    private Code section(PlacedTag placed, Mustache inside) {
        return placed.tag().kind() == Tag.Kind.SECTION
                ? new SectionCode(context(placed), factory, inside, placed)
                : new InvertedCode(context(placed), factory, inside, placed);
    }

    private void single(PlacedTag placed, Extent extent, List<Code> codes) {
        if (placed.tag().kind().prints()) {
            codes.add(new PrintCode(context(placed), factory, placed));
        } else if (placed.tag().kind() == Tag.Kind.PARTIAL) {
            wanted.add(placed);
            codes.add(new PartialCode(context(placed), factory, placed, extent.indent(), partials));
        }
    }

    private void write(String text, List<Code> codes) {
        if (!text.isEmpty()) {
            codes.add(new WriteCode(new TemplateContext("", "", "", 0, false), factory, text));
        }
    }

    private Mustache mustache(String file, List<Code> codes) {
        TemplateContext context = new TemplateContext("", "", file, 0, false);
        return new DefaultMustache(context, factory, codes.toArray(new Code[0]), file);
    }

    private static TemplateContext context(PlacedTag placed) {
        String file = placed.place().file();
        return new TemplateContext(
                "{{", "}}", file == null ? "" : file, placed.place().line(), false);
    }
}
