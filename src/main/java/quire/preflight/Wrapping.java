package quire.preflight;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import quire.bundle.Contents;

/** Checks of the file as a whole: that it is one PDF, its name, its size, its seal. */
final class Wrapping {

    private static final Pattern ORDINARY = Pattern.compile("[\\p{L}\\p{N} ._()-]+");
    private static final Pattern DAY = Pattern.compile(
            "(?<!\\d)(?:(?:19|20)\\d\\d[-._]?[01]\\d[-._]?[0-3]\\d|[0-3]?\\d[-._][01]?\\d[-._](?:19|20)\\d\\d)(?!\\d)");
    private static final double MILLION = 1_000_000;

    private Wrapping() {}

    static Judgement onePdf(Subject subject, Rule.Terms terms) {
        return subject.file().isCollection()
                ? Judgement.fail("The file only wraps other files, which each reader has to open by itself.")
                : Judgement.pass("The file is one PDF.");
    }

    static Judgement name(Subject subject, Rule.Terms terms) {
        String name = subject.name();
        List<String> faults = new ArrayList<>();
        if (!name.toLowerCase(Locale.ROOT).endsWith(".pdf")) {
            faults.add("does not end with .pdf");
        }
        if (name.length() > terms.letters()) {
            faults.add("has more than " + terms.letters() + " letters");
        }
        if (!ORDINARY.matcher(name).matches()) {
            faults.add("holds signs that not every machine takes");
        }
        if (!DAY.matcher(name).find()) {
            faults.add("holds no date such as 2026-11-20");
        }
        Contents contents = subject.contents();
        if (contents != null && !name.contains(plain(contents.code()))) {
            faults.add("does not say whose it is, " + contents.code());
        }
        return faults.isEmpty()
                ? Judgement.pass("It is called " + name + ".")
                : Judgement.fail("The name " + name + " " + String.join(" and ", faults) + ".");
    }

    /** As the name of a file can have it. */
    private static String plain(String code) {
        return code.replaceAll("[^A-Za-z0-9._-]", "-");
    }

    static Judgement size(Subject subject, Rule.Terms terms) {
        String sentence = String.format(Locale.UK, "The file has %.1f MB.", subject.size() / MILLION);
        return subject.size() <= terms.megabytes() * MILLION ? Judgement.pass(sentence) : Judgement.fail(sentence);
    }

    static Judgement seal(Subject subject, Rule.Terms terms) {
        String sentence = subject.seal().sentence();
        return switch (subject.seal()) {
            case WHOLE -> Judgement.pass(sentence);
            case NONE, CONTINUED, BROKEN -> Judgement.fail(sentence);
            case FOREIGN ->
                Judgement.look(
                        "The file has a seal. Whoever sealed it can say whether it is theirs, and whole.", List.of());
        };
    }
}
