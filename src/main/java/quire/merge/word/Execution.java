package quire.merge.word;

import java.util.List;
import org.jspecify.annotations.Nullable;
import quire.merge.Missing;
import quire.merge.Scope;
import quire.merge.Value;

/** One part of one merge: walks the part's operations and keeps what only they need to know of each other. */
final class Execution {

    private static final Value NOTHING = new Value.Text("");

    private final Merging merging;
    private final String part;
    private final Sink sink;
    private final int[] copies;

    private Scope scope;
    private long ink;
    private boolean endsInParagraph;
    private boolean rowWritten;
    private Merging.@Nullable PlacedPicture picture;

    /**
     * @param part the part's name, whose relationships take the pictures
     * @param sections one more than the highest number of a section in the part
     */
    Execution(Merging merging, String part, Sink sink, int sections, Scope scope) {
        this.merging = merging;
        this.part = part;
        this.sink = sink;
        this.copies = new int[sections];
        this.scope = scope;
    }

    void all(List<Operation> operations) {
        for (int i = 0; i < operations.size(); i++) {
            operations.get(i).run(this);
        }
    }

    Sink sink() {
        return sink;
    }

    Merging merging() {
        return merging;
    }

    Scope scope() {
        return scope;
    }

    void enter(Scope next) {
        scope = next;
    }

    /** Something was written that a reader sees. */
    void ink() {
        ink++;
    }

    long inkSoFar() {
        return ink;
    }

    /** One more copy of what a section repeats. */
    void copy(Section section) {
        if (++copies[section.number()] > 1) {
            section.restarts().forEach(merging.lists()::restart);
        }
        all(section.body());
    }

    /** Which copy of a section is being written, from 0. */
    int copyNumber(int section) {
        return Math.max(0, copies[section] - 1);
    }

    /** The value a section asks for; null if it is not known, which then is on record. */
    @Nullable
    Value section(Section.Lookup source) {
        Value value = scope.find(source.key());
        if (value == null) {
            merging.unknown(source.tag(), part);
        }
        return value;
    }

    boolean knows(Section.Lookup source) {
        return scope.find(source.key()) != null;
    }

    /** The value a tag prints; null where a mark has to stand instead. What is missing is on record. */
    @Nullable
    Value value(Section.Lookup source) {
        Value value = scope.find(source.key());
        if (value == null) {
            merging.unknown(source.tag(), part);
        } else if (value instanceof Value.Gap gap) {
            merging.gap(gap, source.tag(), part);
        } else {
            return value;
        }
        return marks() ? null : NOTHING;
    }

    /** Whether what is missing is to be seen. */
    boolean marks() {
        return merging.missing() == Missing.MARK;
    }

    /** Writes, in a draft, that something is missing here. */
    void mark(Section.Lookup source, RunFrame frame) {
        frame.marked().write(markWords(source), this);
    }

    String markWords(Section.Lookup source) {
        Value value = scope.find(source.key());
        return "["
                + (value instanceof Value.Gap gap
                        ? gap.label()
                        : source.tag().tag().name()) + "]";
    }

    /** Writes a picture at its natural size, where a text tag turned out to be one. */
    void picture(Value.Picture value, RunFrame frame) {
        sink.write(InlineDrawing.xml(frame, merging.place(value, part), merging.nextDrawing()));
        ink();
    }

    /** Writes a picture into the template's own frame. */
    void framed(Value.Picture value, List<Operation> body) {
        picture = merging.place(value, part);
        all(body);
        ink();
    }

    /** The picture whose frame is being written. */
    Merging.PlacedPicture currentPicture() {
        if (picture == null) {
            throw new IllegalStateException("A picture's attribute stands outside its frame in " + part);
        }
        return picture;
    }

    void holder(Holder holder) {
        boolean around = endsInParagraph;
        endsInParagraph = false;
        all(holder.body());
        if (!endsInParagraph) {
            sink.write(holder.paragraph());
        }
        endsInParagraph = around;
    }

    void blockDone(boolean isParagraph) {
        endsInParagraph = isParagraph;
    }

    /** Writes a table; it is held back until its first row is there. */
    void table(Table table) {
        boolean around = rowWritten;
        int mark = sink.hold();
        rowWritten = false;
        all(table.body());
        if (rowWritten) {
            blockDone(false);
        } else {
            sink.takeBack(mark);
            sink.letGo();
        }
        rowWritten = around;
    }

    void rowDone() {
        if (!rowWritten) {
            rowWritten = true;
            sink.letGo();
        }
    }
}
