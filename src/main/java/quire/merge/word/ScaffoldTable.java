package quire.merge.word;

import static quire.merge.word.ScaffoldText.WORD;

import java.math.BigInteger;
import java.util.List;
import org.docx4j.sharedtypes.STOnOff;
import org.docx4j.wml.BooleanDefaultTrue;
import org.docx4j.wml.CTTblLook;
import org.docx4j.wml.Tbl;
import org.docx4j.wml.TblGridCol;
import org.docx4j.wml.TblPr;
import org.docx4j.wml.TblWidth;
import org.docx4j.wml.Tc;
import org.docx4j.wml.TcPr;
import org.docx4j.wml.Tr;

/** A table of a fixed width, built row by row. */
final class ScaffoldTable {

    private final Tbl table = WORD.createTbl();
    private final List<Integer> columns;

    /** @param columns their widths in twentieths of a point */
    private ScaffoldTable(String style, List<Integer> columns, boolean headed) {
        this.columns = columns;
        TblPr properties = WORD.createTblPr();
        properties.setTblStyle(WORD.createCTTblPrBaseTblStyle());
        properties.getTblStyle().setVal(style);
        properties.setTblW(width(columns.stream().mapToInt(Integer::intValue).sum()));
        properties.setTblLayout(WORD.createCTTblLayoutType());
        properties.getTblLayout().setType(org.docx4j.wml.STTblLayoutType.FIXED);
        CTTblLook look = WORD.createCTTblLook();
        look.setVal(headed ? "0420" : "0400");
        look.setFirstRow(headed ? STOnOff.ONE : STOnOff.ZERO);
        look.setNoVBand(STOnOff.ONE);
        properties.setTblLook(look);
        table.setTblPr(properties);
        table.setTblGrid(WORD.createTblGrid());
        for (int column : columns) {
            TblGridCol grid = WORD.createTblGridCol();
            grid.setW(BigInteger.valueOf(column));
            table.getTblGrid().getGridCol().add(grid);
        }
    }

    /** Rows that each name a fact and give it. */
    static ScaffoldTable facts(int width) {
        return new ScaffoldTable("FactsTable", ScaffoldColumns.byWeight(List.of(36, 64), width), false);
    }

    /** The block at the head of the paper: two facts a row. */
    static ScaffoldTable heading(int width) {
        return new ScaffoldTable("FactsTable", ScaffoldColumns.byWeight(List.of(18, 32, 18, 32), width), false);
    }

    /** A table with a heading row, which is repeated on every page. */
    static ScaffoldTable headed(List<Integer> columns) {
        return new ScaffoldTable("PaperTable", columns, true);
    }

    Tbl table() {
        return table;
    }

    void headingRow(List<String> labels) {
        Tr row = row(labels.stream()
                .map(label -> List.<Object>of(ScaffoldText.paragraph("TableHeading", label)))
                .toList());
        row.getTrPr().getCnfStyleOrDivIdOrGridBefore().add(WORD.createCTTrPrBaseTblHeader(new BooleanDefaultTrue()));
    }

    /**
     * A row that no page break may part.
     *
     * @param cells the blocks of each cell; where there are fewer than columns, the last one takes the rest
     */
    Tr row(List<List<Object>> cells) {
        Tr row = loose(cells);
        row.getTrPr().getCnfStyleOrDivIdOrGridBefore().add(WORD.createCTTrPrBaseCantSplit(new BooleanDefaultTrue()));
        return row;
    }

    /** A row that may run over several pages, as long answers do. */
    Tr loose(List<List<Object>> cells) {
        Tr row = WORD.createTr();
        row.setTrPr(WORD.createTrPr());
        for (int i = 0; i < cells.size(); i++) {
            int span = i == cells.size() - 1 ? columns.size() - i : 1;
            row.getContent().add(cell(cells.get(i), i, span));
        }
        table.getContent().add(row);
        return row;
    }

    private Tc cell(List<Object> blocks, int column, int span) {
        TcPr properties = WORD.createTcPr();
        properties.setTcW(width(columns.subList(column, column + span).stream()
                .mapToInt(Integer::intValue)
                .sum()));
        if (span > 1) {
            properties.setGridSpan(WORD.createTcPrInnerGridSpan());
            properties.getGridSpan().setVal(BigInteger.valueOf(span));
        }
        Tc cell = WORD.createTc();
        cell.setTcPr(properties);
        cell.getContent().addAll(blocks);
        return cell;
    }

    private static TblWidth width(int twips) {
        TblWidth width = WORD.createTblWidth();
        width.setType("dxa");
        width.setW(BigInteger.valueOf(twips));
        return width;
    }
}
