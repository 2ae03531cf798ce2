package quire.convert.word;

import java.util.List;

/** Writes the pieces of a paragraph onto its lines, and keeps count of where on the line they stand. Lengths in points. */
final class LineWriter {

    /** Tabs before the end of a line stop this much short of it, so that what follows does not wrap. */
    private static final double SPARE = 2;

    private final Conversion conversion;
    private final Story story;
    private final Html html;
    private final ParagraphLook look;
    private final WordParagraph paragraph;
    private final InlineWriter inline;
    private final TabStops stops;
    private final double end;
    private double place;
    private double lines;
    private double tallest;

    LineWriter(Conversion conversion, Story story, Html html, WordParagraph paragraph) {
        this.conversion = conversion;
        this.story = story;
        this.html = html;
        this.paragraph = paragraph;
        look = paragraph.look();
        inline = new InlineWriter(conversion, html, look.text());
        stops = new TabStops(look, conversion.settings().tab());
        end = Math.max(look.left() + SPARE * 10, story.width() - look.right());
    }

    /**
     * Writes pieces into a block that is open.
     *
     * @param label what stands before them; empty for nothing
     * @return about how high they come out
     */
    double write(List<Piece> pieces, String label, boolean first) {
        place = look.left() + (first ? look.first() : 0);
        lines = 1;
        tallest = 0;
        if (!label.isEmpty()) {
            label(label);
        }
        for (int i = 0; i < pieces.size(); i++) {
            write(pieces.get(i), pieces.subList(i + 1, pieces.size()));
        }
        inline.stop();
        return Math.max(lines * look.lineHeight(), tallest);
    }

    private void label(String label) {
        ListLevel level = conversion.numbering().level(paragraph.list(), paragraph.level());
        RunLook labelLook = RunLook.of(level.run().over(paragraph.mark()), conversion.fonts(), paragraph.behind(story));
        inline.words(label, labelLook);
        advance(labelLook.width(label));
        switch (level.suffix()) {
            case "nothing" -> {}
            case "space" -> inline.words(" ", look.text());
            default -> gap(stops.after(place), List.of(), look.text());
        }
    }

    private void write(Piece piece, List<Piece> following) {
        if (piece instanceof Piece.Words words) {
            inline.words(words.text(), words.look());
        } else if (piece instanceof Piece.Tab tab) {
            gap(tab.isAbsolute() ? absolute(tab) : stops.after(place), following, tab.look());
        } else if (piece instanceof Piece.Break end && end.kind() == Piece.Break.Kind.LINE) {
            inline.lineBreak();
            place = look.left();
            lines++;
        } else if (piece instanceof Piece.Picture picture) {
            picture(picture);
        } else {
            mark(piece);
        }
        advance(piece.width());
    }

    private void mark(Piece piece) {
        if (piece instanceof Piece.PageNumber number) {
            String style = number.ofAll() ? "pages" : "page-" + number.format();
            inline.counted(style, "", number.look());
        } else if (piece instanceof Piece.PageOf page) {
            inline.counted("page-of", "#" + page.target(), page.look());
        } else if (piece instanceof Piece.NoteMark note) {
            note(note);
        } else if (piece instanceof Piece.Target target) {
            inline.target(target.id());
        } else if (piece instanceof Piece.LinkStart link) {
            inline.linkStart(link.address(), link.title());
        } else if (piece instanceof Piece.LinkEnd) {
            inline.linkEnd();
        }
    }

    /** The mark of a note, and the note itself where the foot of the page can take it. */
    private void note(Piece.NoteMark mark) {
        Notes.Note note = mark.note();
        inline.note(note, mark.look(), !story.margin());
        boolean plainText = story.tables() == 0
                && story.boxes() == 0
                && story.note() == null
                && story.width() == story.page().column();
        if (plainText && !story.margin() && note.fitsFoot()) {
            new FootWriter(conversion, story, html).write(note);
        } else {
            conversion.notes().keep(note);
        }
    }

    private void picture(Piece.Picture picture) {
        double width = picture.width();
        double height = picture.height();
        double widest = story.width();
        double highest = story.page().highest();
        double scale = Math.min(1, Math.min(width > 0 ? widest / width : 1, height > 0 ? highest / height : 1));
        boolean sized = width > 0 && height > 0;
        String css = sized
                ? "width:" + Lengths.css(width * scale) + ";height:" + Lengths.css(height * scale)
                : "max-width:100%";
        inline.picture(picture, css);
        tallest = Math.max(tallest, height * scale);
    }

    private TabStops.Stop absolute(Piece.Tab tab) {
        boolean centre = tab.aligned().equals("center");
        return new TabStops.Stop(centre ? end / 2 : end, centre ? TabStops.Kind.CENTRE : TabStops.Kind.RIGHT, "");
    }

    /** Moves on to a stop, or just before it as far as what follows needs. */
    private void gap(TabStops.Stop stop, List<Piece> following, RunLook tabLook) {
        double rest = rest(following);
        double at = stop.at();
        double width =
                switch (stop.kind()) {
                    case LEFT -> at - place;
                    case CENTRE -> at - place - rest / 2;
                    case RIGHT -> Math.min(at, end - SPARE) - place - rest;
                };
        double blank = tabLook.width("\u00A0");
        if (width < blank) {
            inline.words(" ", tabLook);
            advance(blank);
        } else {
            inline.gap(width, stop.leader(), tabLook);
            advance(width);
        }
    }

    /** How much of the line what follows takes, up to the next stop. */
    private static double rest(List<Piece> following) {
        double rest = 0;
        for (Piece piece : following) {
            if (piece instanceof Piece.Tab || piece instanceof Piece.Break) {
                break;
            }
            rest += piece.width();
        }
        return rest;
    }

    private void advance(double width) {
        place += width;
        double line = end - look.left();
        if (place > end && line > 0) {
            double more = Math.ceil((place - end) / line);
            lines += more;
            place -= more * line;
        }
    }
}
