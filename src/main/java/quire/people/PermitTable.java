package quire.people;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Who may do what. Nothing else in the program decides it, and what does not stand here may not be done.
 *
 * <p>{@code yes}: may. {@code form}: if the form names the capacity, as the one who writes the section, who reads it, to
 * whom it was released, who comments on it or who signs the step. {@code glass}: if the form names it, or for a short while
 * after breaking the glass with a reason. {@code -}: may not.
 */
final class PermitTable {

    /** What stands in a cell. */
    enum Cell {
        NO,
        YES,
        FORM,
        GLASS
    }

    /**
     * A draft is read by those whom its form names. Beyond that, administrators read what is completed, because they check
     * whether a portfolio is whole, and co-ordinators read what is signed; neither of these reads self-assessments and
     * confidential papers, and for co-ordinators reflections are as private. An operator reads nothing.
     */
    private static final String TABLE = """
        deed                       nqsw assessor manager coordinator administrator lead director senior_manager panel asked operator anyone
        use_account                -    -        -       -           -             -    -        -              -     -     -        yes

        see_portfolio              yes  yes      yes     yes         yes           yes  -        -              -     -     -        -
        see_trail_of_portfolio     yes  -        -       yes         yes           -    -        -              -     -     -        -
        read_draft                 form form     form    form        glass         form form     form           -     form  -        -
        read_completed             form form     form    form        yes           form form     form           -     form  -        -
        read_signed                form form     form    yes         yes           form form     form           -     form  -        -
        read_reflection            form form     form    form        yes           form form     form           -     form  -        -
        read_self_assessment       form form     form    form        glass         form form     form           -     form  -        -
        read_confidential          form form     form    form        glass         form form     form           -     form  -        -
        write_section              form form     form    form        form          form form     form           -     form  -        -
        comment                    form form     -       -           -             -    -        -              -     -     -        -
        release_section            form form     form    form        -             form -        -              -     -     -        -
        return_section             -    yes      -       -           -             -    -        -              -     -     -        -
        request_return             -    -        -       yes         -             -    -        -              -     -     -        -
        sign                       form form     form    form        form          form form     form           -     form  -        -
        add_evidence               yes  yes      -       -           -             -    -        -              -     -     -        -
        remove_evidence            yes  -        -       -           -             -    -        -              -     -     -        -
        read_evidence              yes  yes      -       yes         yes           -    -        -              -     -     -        -
        read_confidential_evidence yes  yes      -       -           glass         -    -        -              -     -     -        -
        download_draft             yes  -        -       -           -             -    -        -              -     -     -        -
        download_completed         yes  yes      -       -           -             -    -        -              -     -     -        -
        download_signed            yes  yes      yes     yes         -             -    -        -              -     -     -        -
        take_away                  yes  -        -       -           -             -    -        -              -     -     -        -
        ask_observer               yes  yes      -       -           -             -    -        -              -     -     -        -
        record_for                 -    yes      -       -           -             -    -        -              -     -     -        -
        book_dates                 -    -        -       yes         yes           -    -        -              -     -     -        -
        pause                      -    -        -       yes         -             -    -        -              -     -     -        -
        reopen_signed              -    -        -       yes         yes           -    -        -              -     -     -        -
        move_paper                 yes  yes      -       yes         yes           -    -        -              -     -     -        -
        request_hand_over          -    yes      -       -           -             -    -        -              -     -     -        -
        hand_over                  -    -        -       yes         yes           -    -        -              -     -     -        -
        break_glass                -    -        -       -           yes           -    -        -              -     -     -        -
        preview_pack               yes  -        -       -           yes           -    -        -              -     -     -        -
        build_pack                 -    -        -       -           yes           -    -        -              -     -     -        -
        release_pack               -    -        -       -           yes           -    -        -              -     -     -        -
        read_pack                  -    -        -       -           yes           -    -        -              yes   -     -        -

        see_cohort                 -    -        -       yes         yes           yes  -        -              -     -     -        -
        enrol                      -    -        -       yes         yes           -    -        -              -     -     -        -
        move_papers                -    -        -       yes         yes           -    -        -              -     -     -        -
        assign                     -    -        -       yes         yes           -    -        -              -     -     -        -
        set_panel                  -    -        -       yes         -             -    -        -              -     -     -        -
        build_packs                -    -        -       -           yes           -    -        -              -     -     -        -
        see_people                 -    -        -       yes         yes           -    -        -              -     -     yes      -
        manage_people              -    -        -       -           yes           -    -        -              -     -     yes      -
        import_people              -    -        -       -           yes           -    -        -              -     -     -        -
        export_people              -    -        -       -           yes           -    -        -              -     -     -        -
        give_role                  -    -        -       -           yes           -    -        -              -     -     yes      -
        change_organisation        -    -        -       -           yes           -    -        -              -     -     yes      -
        see_trail                  -    -        -       yes         yes           -    -        -              -     -     -        -

        add_organisation           -    -        -       -           -             -    -        -              -     -     yes      -
        give_operator              -    -        -       -           -             -    -        -              -     -     yes      -
        verify_trail               -    -        -       -           yes           -    -        -              -     -     yes      -
        export_trail               -    -        -       -           -             -    -        -              -     -     yes      -
        settings                   -    -        -       -           -             -    -        -              -     -     yes      -
        backup                     -    -        -       -           -             -    -        -              -     -     yes      -
        """;

    private static final Map<Deed, Map<Capacity, Cell>> CELLS = read();

    private PermitTable() {}

    static Cell cell(Deed deed, Capacity capacity) {
        Map<Capacity, Cell> row = CELLS.get(deed);
        return row == null ? Cell.NO : row.getOrDefault(capacity, Cell.NO);
    }

    private static Map<Deed, Map<Capacity, Cell>> read() {
        List<List<String>> rows = TABLE.lines()
                .filter(line -> !line.isBlank())
                .map(line -> Arrays.asList(line.strip().split(" +", -1)))
                .toList();
        List<Capacity> columns = rows.get(0).stream()
                .skip(1)
                .map(word -> Capacity.valueOf(word.toUpperCase(Locale.ROOT)))
                .toList();
        Map<Deed, Map<Capacity, Cell>> cells = new EnumMap<>(Deed.class);
        for (List<String> row : rows.subList(1, rows.size())) {
            Map<Capacity, Cell> deed = new EnumMap<>(Capacity.class);
            for (int i = 0; i < columns.size(); i++) {
                deed.put(columns.get(i), cell(row.get(i + 1)));
            }
            cells.put(Deed.valueOf(row.get(0).toUpperCase(Locale.ROOT)), deed);
        }
        return cells;
    }

    private static Cell cell(String word) {
        return word.equals("-") ? Cell.NO : Cell.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
