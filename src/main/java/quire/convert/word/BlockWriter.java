package quire.convert.word;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the blocks of a story, one after the other: paragraphs, lists and tables. */
final class BlockWriter {

    private final Conversion conversion;
    private final Story story;
    private final Html html;
    private final ListNesting lists;
    private final List<String> targets = new ArrayList<>();
    private @Nullable WordParagraph before;
    private String pageBreak = "";

    BlockWriter(Conversion conversion, Story story, Html html) {
        this.conversion = conversion;
        this.story = story;
        this.html = html;
        lists = new ListNesting(html);
    }

    /** Writes blocks; what comes back is about how high they come out, in points. */
    double write(List<Xml> blocks) {
        double height = 0;
        WordParagraph next = null;
        for (int i = 0; i < blocks.size(); i++) {
            Xml block = blocks.get(i);
            WordParagraph current = next;
            next = i + 1 < blocks.size() ? paragraph(blocks.get(i + 1)) : null;
            if (block.is("w:p")) {
                height += paragraph(current == null ? WordParagraph.of(block, story, conversion) : current, next);
            } else {
                height += other(block);
            }
        }
        lists.close();
        return height;
    }

    private @Nullable WordParagraph paragraph(Xml block) {
        return block.is("w:p") ? WordParagraph.of(block, story, conversion) : null;
    }

    private double paragraph(WordParagraph paragraph, @Nullable WordParagraph next) {
        conversion.losses().at(story.part(), paragraph.element());
        ParagraphWriter writer = new ParagraphWriter(conversion, story, html, lists, paragraph);
        targets.forEach(writer::target);
        targets.clear();
        double height = writer.write(new Neighbours(before, next), pageBreak);
        pageBreak = writer.pageBreak();
        before = paragraph;
        return height;
    }

    private double other(Xml block) {
        switch (block.name()) {
            case "w:tbl" -> {
                return table(block);
            }
            case "w:bookmarkStart" -> {
                String id = story.margin() ? "" : conversion.targets().place(block.attribute("name"));
                if (!id.isEmpty()) {
                    targets.add(id);
                }
            }
            case "w:altChunk" ->
                conversion
                        .losses()
                        .warning(
                                "other-document",
                                "A whole document is embedded in this one and is not printed. Open this one in Word and save it"
                                        + " again: Word takes the other into it.");
            default -> {}
        }
        return 0;
    }

    private double table(Xml block) {
        lists.close();
        conversion.losses().at(story.part(), Xml.NONE);
        double height = new TableWriter(conversion, story, html).write(block, pageBreak);
        pageBreak = "";
        before = null;
        return height;
    }
}
