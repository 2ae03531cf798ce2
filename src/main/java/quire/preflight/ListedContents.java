package quire.preflight;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quire.bundle.Contents;
import quire.bundle.Plan;
import quire.pdf.SurveyedPage;
import quire.pdf.SurveyedPage.Words;

/** The list of contents as it is printed in a file: its lines, each with the number that it names and where that leads. */
final class ListedContents {

    private static final Set<String> HEADINGS = Set.of("contents", "index", "table of contents", "list of contents");
    private static final Pattern NUMBER = Pattern.compile("^(\\d{1,6})(?:\\s*[–-]\\s*\\d{1,6})?$");
    private static final Pattern AFTER_DOTS = Pattern.compile("^(.*?\\p{L}.*?)[\\s.…·_]{3,}(\\d{1,6})$");

    /** On a page that only goes on with the list, at least so many lines have links. */
    private static final int FEW = 2;

    /** How far a link may lie from its line, in points. */
    private static final double NEAR = 3;

    private final SortedSet<Integer> pages = new TreeSet<>();
    private final List<Entry> entries = new ArrayList<>();

    /**
     * A line of the list.
     *
     * @param on the number of the page on which it stands
     * @param title what it names
     * @param number the number that it names
     * @param targets the pages to which it leads
     */
    record Entry(int on, String title, int number, List<Integer> targets) {}

    private ListedContents() {}

    static ListedContents of(Subject subject) {
        ListedContents list = new ListedContents();
        Contents contents = subject.contents();
        if (contents == null) {
            list.find(subject);
        } else {
            contents.lines().stream()
                    .filter(line -> line.kind() == Plan.Kind.CONTENTS)
                    .forEach(line -> list.add(line, subject.pages().size()));
        }
        list.pages.forEach(
                page -> list.entries.addAll(entries(page, subject.pages().get(page - 1))));
        return list;
    }

    SortedSet<Integer> pages() {
        return pages;
    }

    List<Entry> entries() {
        return entries;
    }

    private void add(Contents.Line line, int last) {
        for (int page = Math.max(1, line.firstPage()); page <= Math.min(last, line.lastPage()); page++) {
            pages.add(page);
        }
    }

    /** The first page under such a heading, and those behind it that go on in the same way. */
    private void find(Subject subject) {
        for (int page = 1; page <= subject.pages().size(); page++) {
            SurveyedPage surveyed = subject.pages().get(page - 1);
            if (pages.isEmpty()
                    ? surveyed.words().stream()
                            .anyMatch(words -> HEADINGS.contains(words.text().toLowerCase(java.util.Locale.UK)))
                    : entries(page, surveyed).stream()
                                    .filter(entry -> !entry.targets().isEmpty())
                                    .count()
                            >= FEW) {
                pages.add(page);
            } else if (!pages.isEmpty()) {
                return;
            }
        }
    }

    private static List<Entry> entries(int on, SurveyedPage page) {
        List<Entry> entries = new ArrayList<>();
        for (Words words : page.words()) {
            Matcher dots = AFTER_DOTS.matcher(words.text());
            Matcher number = NUMBER.matcher(words.text());
            if (dots.matches()) {
                entries.add(
                        new Entry(on, dots.group(1).strip(), Integer.parseInt(dots.group(2)), targets(words, page)));
            } else if (number.matches()) {
                String title = title(words, page);
                if (!title.isEmpty()) {
                    entries.add(new Entry(on, title, Integer.parseInt(number.group(1)), targets(words, page)));
                }
            }
        }
        return entries;
    }

    /** What stands on the same line before the number. */
    private static String title(Words number, SurveyedPage page) {
        return page.words().stream()
                .filter(words -> Math.abs(words.base() - number.base()) < number.size() / 2)
                .filter(words -> words.left() < number.left())
                .map(Words::text)
                .filter(text -> text.codePoints().anyMatch(Character::isLetter))
                .findFirst()
                .orElse("");
    }

    private static List<Integer> targets(Words line, SurveyedPage page) {
        double middle = line.base() + line.size() / 3;
        return page.links().stream()
                .filter(link -> link.bottom() - NEAR <= middle && middle <= link.top() + NEAR)
                .map(SurveyedPage.Link::page)
                .distinct()
                .toList();
    }
}
