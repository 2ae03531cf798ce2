package quire.preflight;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The checks that rules can name: what each needs to know, and how it is done. */
@SuppressWarnings("ImmutableEnumChecker") // Its fields are references to methods and copies that nobody can change.
public enum Check {
    ONE_PDF(Reads.FILE, Wrapping::onePdf),
    PAGE_NUMBERS(Reads.FILE, Navigation::numbers),
    CONTENTS_LINKS(Reads.FILE, Navigation::contents),
    BOOKMARKS(Reads.FILE, Navigation::bookmarks, "letters", "numbered"),
    SEARCHABLE(Reads.FILE, Sheets::searchable),
    UPRIGHT(Reads.FILE, Sheets::upright),
    OPENS_AT_100(Reads.FILE, Navigation::opening),
    PICTURES(Reads.FILE, Sheets::pictures, "dpi"),
    PAPER(Reads.FILE, Sheets::paper, "size"),
    PAGE_LIMIT(Reads.FILE, Sheets::limit, "pages"),
    FONTS(Reads.FILE, Sheets::fonts),
    FILE_NAME(Reads.NOTHING, Wrapping::name, "letters"),
    FILE_SIZE(Reads.NOTHING, Wrapping::size, "megabytes"),
    SEALED(Reads.NOTHING, Wrapping::seal),
    FINAL(Reads.MANIFEST, Holdings::isFinal),
    SIGNED(Reads.MANIFEST, Holdings::signed),
    COMPLETE(Reads.MANIFEST, Holdings::complete),
    HOLDS_PAGE(Reads.MANIFEST, Holdings::page, "page"),
    HOLDS_PAPERS(Reads.MANIFEST, Holdings::papers, "forms"),
    EXCLUDED_PAPERS(Reads.MANIFEST, Holdings::excluded, "forms"),
    CODED(Reads.MANIFEST, Holdings::coded);

    /** What rules can say beside the name of a check. */
    static final List<String> TERMS =
            List.of("dpi", "pages", "megabytes", "letters", "numbered", "size", "page", "forms");

    private final Reads reads;
    private final Way way;
    private final Set<String> terms;

    /** What a check looks at beside the name and the size of the file. */
    private enum Reads {
        NOTHING,
        FILE,
        MANIFEST
    }

    private interface Way {
        Judgement judge(Subject subject, Rule.Terms terms);
    }

    Check(Reads reads, Way way, String... terms) {
        this.reads = reads;
        this.way = way;
        this.terms = Set.copyOf(Arrays.asList(terms));
    }

    /** The name in rule sets. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    static Optional<Check> find(String word) {
        return Stream.of(values()).filter(check -> check.word().equals(word)).findFirst();
    }

    /** What a rule must say beside its name. */
    Set<String> terms() {
        return terms;
    }

    Judgement judge(Subject subject, Rule.Terms said) {
        if (reads == Reads.FILE && subject.survey() == null) {
            return this == ONE_PDF ? Judgement.fail(subject.unreadable()) : Judgement.none("The file cannot be read.");
        } else if (reads == Reads.MANIFEST && subject.contents() == null) {
            return Judgement.none("The file does not say what is in it, as bundles from here do.");
        }
        return way.judge(subject, said);
    }
}
