package quire.preflight;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import quire.bundle.Contents;
import quire.bundle.Plan;
import quire.pdf.PdfSurvey;
import quire.pdf.PdfSurvey.Bookmark;
import quire.pdf.SurveyedPage;

/** Checks of how readers find what they look for: numbers, labels, the list of contents, bookmarks, the first view. */
final class Navigation {

    private static final int MOST_NAMED = 5;
    private static final double FULL_SIZE = 1;
    private static final double ROUNDED = 0.005;

    private Navigation() {}

    static Judgement numbers(Subject subject, Rule.Terms terms) {
        List<SurveyedPage> pages = subject.pages();
        SortedSet<Integer> unprinted =
                Pages.where(pages, page -> !new PrintedNumber(page, pages.size()).isOn(pages.get(page - 1)));
        SortedSet<Integer> mislabelled =
                Pages.where(pages, page -> !pages.get(page - 1).label().equals(String.valueOf(page)));
        if (unprinted.isEmpty() && mislabelled.isEmpty()) {
            return Judgement.pass(
                    "Each of the " + pages.size() + " pages prints its number, and its label is the same.");
        }
        List<String> said = new ArrayList<>();
        if (!unprinted.isEmpty()) {
            said.add(Pages.words(unprinted) + Pages.verb(unprinted, "does", "do")
                    + "not print the number by which readers' programs count.");
        }
        if (!mislabelled.isEmpty()) {
            String first = pages.get(mislabelled.first() - 1).label();
            said.add(Pages.words(mislabelled) + Pages.verb(mislabelled, "has", "have")
                    + "another label than the number: the first is “" + first + "”.");
        }
        SortedSet<Integer> all = new TreeSet<>(unprinted);
        all.addAll(mislabelled);
        return Judgement.fail(String.join(" ", said), all);
    }

    static Judgement contents(Subject subject, Rule.Terms terms) {
        ListedContents list = ListedContents.of(subject);
        if (list.pages().isEmpty()) {
            return Judgement.fail("No page lists what is in the file.");
        } else if (list.entries().isEmpty()) {
            return Judgement.fail("The list of contents names no page.", list.pages());
        }
        List<ListedContents.Entry> wrong = list.entries().stream()
                .filter(entry -> entry.targets().size() != 1 || entry.targets().get(0) != entry.number())
                .toList();
        List<Contents.Line> unlisted = documents(subject).stream()
                .filter(line -> list.entries().stream().noneMatch(entry -> entry.number() == line.firstPage()))
                .toList();
        if (wrong.isEmpty() && unlisted.isEmpty()) {
            return Judgement.pass(
                    "Each of the " + list.entries().size() + " lines leads to the page that it names.", list.pages());
        }
        List<String> said =
                new ArrayList<>(named(wrong.stream().map(Navigation::wrong).toList()));
        said.addAll(named(unlisted.stream()
                .map(line -> "“" + line.title() + "”, page " + line.firstPage() + ", is not listed.")
                .toList()));
        return Judgement.fail(String.join(" ", said), list.pages());
    }

    private static String wrong(ListedContents.Entry entry) {
        String line = "“" + entry.title() + "”, page " + entry.number() + ",";
        return entry.targets().isEmpty()
                ? line + " leads nowhere."
                : line + " leads to "
                        + entry.targets().stream().map(page -> "page " + page).collect(Collectors.joining(" and "))
                        + ".";
    }

    static Judgement bookmarks(Subject subject, Rule.Terms terms) {
        PdfSurvey file = subject.file();
        if (file.bookmarks().isEmpty()) {
            return Judgement.fail("The file has no bookmarks.");
        }
        List<String> said = new ArrayList<>();
        SortedSet<Integer> pages = new TreeSet<>();
        starts(subject).forEach((page, title) -> {
            String fault = fault(page, title, file.bookmarks(), terms);
            if (!fault.isEmpty()) {
                said.add(fault);
                pages.add(page);
            }
        });
        file.bookmarks().stream()
                .filter(bookmark -> bookmark.page() == 0)
                .forEach(bookmark -> said.add("The bookmark “" + bookmark.title() + "” leads to no page."));
        return said.isEmpty()
                ? Judgement.pass(
                        "Every document has its bookmark: " + file.bookmarks().size() + " in all.")
                : Judgement.fail(String.join(" ", named(said)), pages);
    }

    /** What is wrong with the bookmarks of a document; empty for nothing. */
    private static String fault(int page, String title, List<Bookmark> bookmarks, Rule.Terms terms) {
        List<Bookmark> here =
                bookmarks.stream().filter(bookmark -> bookmark.page() == page).toList();
        String what = "“" + title + "”, page " + page + ",";
        if (here.isEmpty()) {
            return what + " has no bookmark.";
        }
        Pattern number = Pattern.compile("(?<!\\d)" + page + "(?!\\d)");
        List<Bookmark> good = here.stream()
                .filter(bookmark ->
                        !terms.numbered() || number.matcher(bookmark.title()).find())
                .toList();
        if (good.isEmpty()) {
            return what + " has a bookmark without the number of the page.";
        }
        boolean isShort = good.stream().anyMatch(bookmark -> bookmark.title().length() <= terms.letters());
        return isShort ? "" : what + " has a bookmark of more than " + terms.letters() + " letters.";
    }

    /** Where documents begin: by the manifest, or else by the list of contents. */
    private static Map<Integer, String> starts(Subject subject) {
        Map<Integer, String> starts = new LinkedHashMap<>();
        if (subject.contents() == null) {
            ListedContents.of(subject).entries().forEach(entry -> starts.putIfAbsent(entry.number(), entry.title()));
        } else {
            documents(subject).forEach(line -> starts.putIfAbsent(line.firstPage(), line.title()));
        }
        return starts;
    }

    /** What must be found: everything but the first pages of a bundle, which nobody has to look for. */
    private static List<Contents.Line> documents(Subject subject) {
        Contents contents = subject.contents();
        return contents == null
                ? List.of()
                : contents.lines().stream()
                        .filter(line -> line.kind() != Plan.Kind.COVER && line.kind() != Plan.Kind.CONTENTS)
                        .toList();
    }

    static Judgement opening(Subject subject, Rule.Terms terms) {
        PdfSurvey.Opening opening = subject.file().opening();
        if (opening == null) {
            return Judgement.fail("The file leaves it to the program how large its pages are shown.");
        }
        boolean full = Math.abs(opening.zoom() - FULL_SIZE) < ROUNDED;
        return full
                ? Judgement.pass("The file opens at 100 %.")
                : Judgement.fail(
                        opening.zoom() > 0
                                ? "The file opens at " + Math.round(opening.zoom() * 100) + " %."
                                : "The file opens as large as the window is.");
    }

    /** The first few, and how many more there are. */
    private static List<String> named(List<String> said) {
        if (said.size() <= MOST_NAMED) {
            return said;
        }
        List<String> few = new ArrayList<>(said.subList(0, MOST_NAMED));
        few.add("So are " + (said.size() - MOST_NAMED) + " more.");
        return few;
    }
}
