package quire.preflight;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import quire.bundle.Contents;
import quire.bundle.Contents.Line;
import quire.bundle.Gap;
import quire.bundle.Plan;
import quire.pdf.PdfSurvey;

/** Checks of what is in a bundle, by its manifest. */
final class Holdings {

    private static final int MOST_NAMED = 5;

    private Holdings() {}

    static Judgement isFinal(Subject subject, Rule.Terms terms) {
        return subject.held().isFinal() ? Judgement.pass("It is a final bundle.") : Judgement.fail("It is a draft.");
    }

    static Judgement signed(Subject subject, Rule.Terms terms) {
        List<Line> papers = of(subject.held(), Plan.Kind.PAPER);
        List<Line> unsigned =
                papers.stream().filter(paper -> paper.signed().isEmpty()).toList();
        return unsigned.isEmpty()
                ? Judgement.pass("Every paper in it is signed by all: " + papers.size() + ".")
                : Judgement.fail("Nobody has signed " + titles(unsigned) + ".", pages(unsigned));
    }

    static Judgement complete(Subject subject, Rule.Terms terms) {
        List<Gap> gaps = subject.held().gaps();
        if (gaps.isEmpty()) {
            return Judgement.pass("Nothing is missing.");
        }
        String some = gaps.stream()
                .limit(MOST_NAMED)
                .map(gap -> "“" + gap.title() + "”")
                .collect(Collectors.joining(", "));
        String more = gaps.size() > MOST_NAMED ? " and " + (gaps.size() - MOST_NAMED) + " more" : "";
        return Judgement.fail("Missing: " + some + more + ". The cover says why.", List.of(1));
    }

    static Judgement page(Subject subject, Rule.Terms terms) {
        Plan.Kind kind = Plan.Kind.valueOf(terms.page().toUpperCase(Locale.ROOT));
        List<Line> found = of(subject.held(), kind);
        return found.isEmpty()
                ? Judgement.fail("The bundle has no such page.")
                : Judgement.pass("It is page " + found.get(0).firstPage() + ".", pages(found));
    }

    static Judgement papers(Subject subject, Rule.Terms terms) {
        List<Line> found = of(subject.held(), Plan.Kind.PAPER).stream()
                .filter(paper -> terms.forms().contains(paper.form()))
                .toList();
        List<String> missing = terms.forms().stream()
                .filter(form -> found.stream().noneMatch(paper -> paper.form().equals(form)))
                .map(form -> form.replace('-', ' '))
                .toList();
        return missing.isEmpty()
                ? Judgement.pass("There: " + titles(found) + ".", pages(found))
                : Judgement.fail("Not there: " + String.join(", ", missing) + ".");
    }

    static Judgement excluded(Subject subject, Rule.Terms terms) {
        List<Line> found = subject.held().lines().stream()
                .filter(line -> terms.forms().contains(line.form()))
                .toList();
        return found.isEmpty()
                ? Judgement.pass("None of them is there.")
                : Judgement.fail("There, and it should not be: " + titles(found) + ".", pages(found));
    }

    static Judgement coded(Subject subject, Rule.Terms terms) {
        Contents contents = subject.held();
        if (!contents.coded()) {
            return Judgement.fail("People stand in it by name.");
        }
        List<String> said = new ArrayList<>();
        SortedSet<Integer> pages = new TreeSet<>();
        List<Line> files = of(contents, Plan.Kind.EVIDENCE);
        if (!files.isEmpty()) {
            said.add("Files cannot be reworded, and these are there: " + titles(files) + ".");
            pages.addAll(pages(files));
        }
        List<Line> named = contents.lines().stream().filter(Holdings::names).toList();
        if (!named.isEmpty()) {
            said.add("What travels inside the file names those who signed " + titles(named) + ".");
            pages.addAll(pages(named));
        }
        said.addAll(wrapping(subject));
        return said.isEmpty()
                ? Judgement.pass("People stand under the code " + contents.code() + ", and no file is in it.")
                : Judgement.fail(String.join(" ", said), pages);
    }

    private static boolean names(Line line) {
        return line.signed().stream().anyMatch(signed -> !signed.name().isEmpty())
                || !line.document().isEmpty();
    }

    /** What of the file, if it was read, says more than the code. */
    private static List<String> wrapping(Subject subject) {
        List<String> said = new ArrayList<>();
        if (!subject.held().builder().isEmpty()) {
            said.add("What travels inside the file names who had it made.");
        }
        PdfSurvey file = subject.survey();
        if (file == null) {
            return said;
        }
        if (!file.author().isEmpty()) {
            said.add("The file names its author.");
        }
        if (file.attachments().size() > 1) {
            said.add("Other files travel inside it.");
        }
        boolean shown = file.pages().get(0).words().stream()
                .anyMatch(words -> words.text().contains(subject.held().code()));
        if (!shown) {
            said.add("The cover does not show the code " + subject.held().code() + ".");
        }
        return said;
    }

    private static List<Line> of(Contents contents, Plan.Kind kind) {
        return contents.lines().stream().filter(line -> line.kind() == kind).toList();
    }

    private static SortedSet<Integer> pages(List<Line> lines) {
        return lines.stream().map(Line::firstPage).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String titles(List<Line> lines) {
        String some = lines.stream()
                .limit(MOST_NAMED)
                .map(line -> "“" + line.title() + "” (page " + line.firstPage() + ")")
                .collect(Collectors.joining(", "));
        return lines.size() > MOST_NAMED ? some + " and " + (lines.size() - MOST_NAMED) + " more" : some;
    }
}
