package quire.takeaway;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import quire.core.MediaType;
import quire.documents.PaperCopy;
import quire.people.Person;
import quire.people.Persons;
import quire.portfolio.Checklist;
import quire.portfolio.Documents;
import quire.portfolio.Portfolio;
import quire.portfolio.Summary;
import quire.store.Database;

/** The papers of one portfolio in the order of the year, each with a name under which its files sort. */
final class PapersOfAYear {

    private static final int LONGEST_TITLE = 50;
    private static final int LONGEST_NAME = 30;
    /** What stands before a paper of no stage, behind all stages. */
    private static final String LAST = "X";

    private final Documents documents;
    private final Portfolio portfolio;
    private final Sight sight;
    private final ZoneId zone;
    private final String surname;
    private final List<Gathered.Paper> papers = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final SortableNames names = new SortableNames();

    private PapersOfAYear(Documents documents, Portfolio portfolio, Sight sight, ZoneId zone, String name) {
        this.documents = documents;
        this.portfolio = portfolio;
        this.sight = sight;
        this.zone = zone;
        this.surname = shortened(SortableNames.surname(name), LONGEST_NAME);
    }

    /** Those of which somebody may read anything. */
    static List<Gathered.Paper> of(
            Database database, Documents documents, Portfolio portfolio, Sight sight, LocalDate today, ZoneId zone) {
        return new PapersOfAYear(documents, portfolio, sight, zone, name(database, portfolio)).all(today);
    }

    /** What the social worker is called whose year it is. */
    static String name(Database database, Portfolio portfolio) {
        return new Persons(database).find(portfolio.nqsw()).map(Person::name).orElse("");
    }

    private List<Gathered.Paper> all(LocalDate today) {
        Checklist checklist = documents.checklist(portfolio, today);
        for (int i = 0; i < checklist.parts().size(); i++) {
            Checklist.Part part = checklist.parts().get(i);
            for (Checklist.Item item : part.items()) {
                add(item, String.valueOf(i + 1), part.stage().title());
            }
        }
        checklist.further().forEach(item -> add(item, LAST, ""));
        // What was started under a choice that was taken back later stands on no list.
        for (Summary summary : documents.ofPortfolio(portfolio.id())) {
            add(summary, LAST, "");
        }
        return papers;
    }

    private void add(Checklist.Item item, String otherwise, String stage) {
        String written = item.row().code();
        String code = written == null ? otherwise : SortableNames.plain(written);
        item.documents().forEach(summary -> add(summary, code, stage));
    }

    private void add(Summary summary, String code, String stage) {
        if (seen.add(summary.id())) {
            PaperCopy copy = PaperCopy.of(sight.on(documents.get(summary.id())), documents, zone);
            if (!copy.seen().readable().isEmpty()) {
                papers.add(new Gathered.Paper(copy, stem(copy, code), stage));
            }
        }
    }

    private String stem(PaperCopy copy, String code) {
        String title = shortened(SortableNames.plain(copy.document().title()), LONGEST_TITLE);
        String state = copy.document().isClosed() ? "signed" : copy.document().isComplete() ? "completed" : "draft";
        String extent = copy.seen().isWhole() ? "" : "-part";
        String stem = String.join("_", code, title, surname, state + extent + "-" + copy.day());
        // The longest ending that it may get; the shorter one fits as well then.
        String name = names.unique(stem, MediaType.DOCX.extension());
        return name.substring(0, name.lastIndexOf('.'));
    }

    private static String shortened(String words, int most) {
        return words.length() <= most ? words : SortableNames.plain(words.substring(0, most));
    }
}
