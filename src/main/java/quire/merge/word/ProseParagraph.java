package quire.merge.word;

import java.util.List;
import java.util.function.IntFunction;
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
    private final Looks looks;
    private final boolean mayVanish;
    private final byte[] only;
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

    /**
     * How all of them look.
     *
     * @param others every paragraph but the last
     * @param last the last one: only that stays with what comes next where the template's paragraph does
     */
    record Looks(Look others, Look last) {

        Look of(boolean isLast) {
            return isLast ? last : others;
        }
    }

    ProseParagraph(
            Section.Lookup source, AttributeSlot.Reading reading, RunFrame frame, Looks looks, boolean mayVanish) {
        this.source = source;
        this.reading = reading;
        this.frame = frame;
        this.looks = looks;
        this.mayVanish = mayVanish;
        this.only = start(looks.last().plain());
        this.end = RunFrame.bytes("</" + frame.prefix() + "p>");
    }

    @Override
    public void run(Execution run) {
        Value value = run.value(source);
        if (value == null) {
            paragraph(only, () -> run.mark(source, frame), run);
        } else if (value instanceof Value.Picture picture) {
            paragraph(only, () -> run.picture(picture, frame), run);
        } else {
            words(value, reading.read(value), run);
        }
    }

    private void words(Value value, String text, Execution run) {
        boolean isProse = value instanceof Value.Prose || text.indexOf('\n') >= 0;
        List<ProseBlock> blocks = isProse ? ProseBlock.of(text) : List.of();
        if (!isProse && !text.isEmpty()) {
            paragraph(only, () -> frame.write(text, run), run);
        } else if (blocks.isEmpty() && !mayVanish) {
            paragraph(only, () -> {}, run);
        }
        for (int i = 0; i < blocks.size(); i++) {
            block(blocks.get(i), i == blocks.size() - 1, run);
        }
    }

    private void block(ProseBlock block, boolean isLast, Execution run) {
        if (block instanceof ProseBlock.Paragraph paragraph) {
            String text = String.join("\n", paragraph.lines());
            paragraph(start(looks.of(isLast).plain()), () -> frame.write(text, run), run);
        } else if (block instanceof ProseBlock.Bullets bullets) {
            points(bullets.items(), isLast, looks.last().bullets(), i -> "•", run);
        } else if (block instanceof ProseBlock.Numbers numbers) {
            String numbered = looks.last().numbered();
            String list = numbered == null ? null : run.merging().lists().begin(numbered, numbers.first());
            points(numbers.items(), isLast, list, i -> numbers.first() + i + ".", run);
        }
    }

    /** @param list the list of the template; null where it has none and bullets or numbers are typed */
    private void points(
            List<String> items, boolean isLast, @Nullable String list, IntFunction<String> mark, Execution run) {
        for (int i = 0; i < items.size(); i++) {
            Look look = looks.of(isLast && i == items.size() - 1);
            String typed = mark.apply(i) + "\t" + items.get(i);
            String text = list == null ? typed : items.get(i);
            String properties = list == null ? look.hanging() : String.join(list, look.point());
            paragraph(start(properties), () -> frame.write(text, run), run);
        }
    }

    private byte[] start(String properties) {
        return RunFrame.bytes("<" + frame.prefix() + "p>" + properties);
    }

    private void paragraph(byte[] start, Runnable content, Execution run) {
        run.sink().write(start);
        content.run();
        run.sink().write(end);
        run.ink();
        run.blockDone(true);
    }
}
