package quire.merge.word;

import java.util.List;
import org.jspecify.annotations.Nullable;
import quire.merge.ProseBlock;
import quire.merge.Value;

/**
 * A value that has a paragraph to itself: long text becomes as many paragraphs and lists as it has, each looking like
 * the one in the template.
 */
final class ProseParagraph implements Operation {

    private final Section.Lookup source;
    private final AttributeSlot.Reading reading;
    private final RunFrame frame;
    private final Look look;
    private final boolean mayVanish;
    private final byte[] plainStart;
    private final byte[] end;

    /**
     * How the paragraphs look.
     *
     * @param plain the properties of an ordinary paragraph, as XML
     * @param point the properties of a list item, cut in two where the number of the list goes; a single text where
     *     the template has no such list and the item is typed
     * @param bullets a list of the template that has bullets
     * @param numbered a list of the template that counts as people type: 1. 2. 3.
     * @param hanging the properties of a list item whose bullet or number is typed
     */
    record Look(
            String plain,
            List<String> point,
            @Nullable String bullets,
            @Nullable String numbered,
            String hanging) {}

    ProseParagraph(Section.Lookup source, AttributeSlot.Reading reading, RunFrame frame, Look look, boolean mayVanish) {
        this.source = source;
        this.reading = reading;
        this.frame = frame;
        this.look = look;
        this.mayVanish = mayVanish;
        this.plainStart = start(look.plain());
        this.end = RunFrame.bytes("</" + frame.prefix() + "p>");
    }

    private byte[] start(String properties) {
        return RunFrame.bytes("<" + frame.prefix() + "p>" + properties);
    }

    @Override
    public void run(Execution run) {
        Value value = run.value(source);
        if (value == null) {
            paragraph(plainStart, () -> run.mark(source, frame), run);
        } else if (value instanceof Value.Picture picture) {
            paragraph(plainStart, () -> run.picture(picture, frame), run);
        } else {
            words(value, reading.read(value), run);
        }
    }

    private void words(Value value, String text, Execution run) {
        boolean isProse = value instanceof Value.Prose || text.indexOf('\n') >= 0;
        List<ProseBlock> blocks = isProse ? ProseBlock.of(text) : List.of();
        if (!isProse && !text.isEmpty()) {
            paragraph(plainStart, () -> frame.write(text, run), run);
        } else if (blocks.isEmpty() && !mayVanish) {
            paragraph(plainStart, () -> {}, run);
        }
        blocks.forEach(block -> block(block, run));
    }

    private void block(ProseBlock block, Execution run) {
        if (block instanceof ProseBlock.Paragraph paragraph) {
            paragraph(plainStart, () -> frame.write(String.join("\n", paragraph.lines()), run), run);
        } else if (block instanceof ProseBlock.Bullets bullets) {
            bullets(bullets.items(), run);
        } else if (block instanceof ProseBlock.Numbers numbers) {
            numbers(numbers, run);
        }
    }

    private void bullets(List<String> items, Execution run) {
        if (look.bullets() == null) {
            items.forEach(item -> typed("•", item, run));
        } else {
            listed(look.bullets(), items, run);
        }
    }

    private void numbers(ProseBlock.Numbers numbers, Execution run) {
        if (look.numbered() == null) {
            int number = numbers.first();
            for (String item : numbers.items()) {
                typed(number++ + ".", item, run);
            }
        } else {
            listed(run.merging().lists().begin(look.numbered(), numbers.first()), numbers.items(), run);
        }
    }

    private void listed(String list, List<String> items, Execution run) {
        byte[] start = start(String.join(list, look.point()));
        items.forEach(item -> paragraph(start, () -> frame.write(item, run), run));
    }

    /** The template has no list of this kind: the bullet or number is typed, with a hanging indent. */
    private void typed(String mark, String item, Execution run) {
        paragraph(start(look.hanging()), () -> frame.write(mark + "\t" + item, run), run);
    }

    private void paragraph(byte[] start, Runnable content, Execution run) {
        run.sink().write(start);
        content.run();
        run.sink().write(end);
        run.ink();
        run.blockDone(true);
    }
}
