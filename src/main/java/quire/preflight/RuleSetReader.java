package quire.preflight;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Nearest;
import quire.yaml.Definitions;
import quire.yaml.Format;
import quire.yaml.Nouns;
import quire.yaml.OwnWords;
import quire.yaml.Part;

/** Reads the files of rule sets, and finds everything that is wrong with one at once. */
final class RuleSetReader {

    static final Format FORMAT = Format.of(
            RuleSetReader.class,
            "rule-set.schema.json",
            new Nouns("the rule set", Map.of("rules", "rule", "forms", "entry"), Map.of()),
            OwnWords.NONE);

    private RuleSetReader() {}

    /**
     * Reads one.
     *
     * @param findings where faults go
     * @return null if there was an error
     */
    static @Nullable RuleSet read(String yaml, String fileName, List<Finding> findings) {
        return Definitions.read(yaml, fileName, findings, root -> {
            FORMAT.check(root);
            checkName(root.member("rule_set"), fileName);
            List<Rule> rules = new ArrayList<>();
            Map<String, Part> ids = new HashMap<>();
            for (Part part : root.member("rules").entries()) {
                checkOnce(part.member("id"), ids);
                rule(part).ifPresent(rules::add);
            }
            return new RuleSet(
                    root.member("rule_set").text(""),
                    root.member("title").text(""),
                    root.member("about").text(""),
                    bundles(root.member("bundles").text("any")),
                    rules);
        });
    }

    private static RuleSet.Bundles bundles(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "named" -> RuleSet.Bundles.NAMED;
            case "coded" -> RuleSet.Bundles.CODED;
            default -> RuleSet.Bundles.ANY;
        };
    }

    private static void checkName(Part id, String fileName) {
        String name = String.valueOf(Path.of(fileName).getFileName());
        if (id.text() != null && !name.equals(id.text() + ".yaml")) {
            id.fault(
                    "file-name",
                    "The rule set is called “" + id.text() + "”, so its file must be " + id.text() + ".yaml.");
        }
    }

    private static void checkOnce(Part id, Map<String, Part> ids) {
        Part before = id.text() == null ? null : ids.putIfAbsent(id.text(""), id);
        if (before != null) {
            id.fault(
                    "twice",
                    "The rule “" + id.text() + "” stands here and on line "
                            + before.place().line() + ". Give one of them another id.");
        }
    }

    private static Optional<Rule> rule(Part part) {
        Part named = part.member("check");
        Optional<Check> check = Check.find(named.text(""));
        if (check.isEmpty()) {
            checkKnown(named);
            return Optional.empty();
        }
        checkTerms(part, check.get());
        return Optional.of(new Rule(
                part.member("id").text(""),
                part.member("text").text(""),
                check.get(),
                terms(part),
                part.member("source").text("")));
    }

    private static void checkKnown(Part named) {
        if (named.text() != null) {
            List<String> words =
                    List.of(Check.values()).stream().map(Check::word).toList();
            named.fault(
                    "unknown-check", "There is no check “" + named.text() + "”.", Nearest.to(named.text(""), words));
        }
    }

    private static void checkTerms(Part part, Check check) {
        for (String term : Check.TERMS) {
            boolean needed = check.terms().contains(term);
            boolean said = part.member(term).isPresent();
            if (needed && !said) {
                part.fault("term", "The check “" + check.word() + "” needs “" + term + "”. Add it.");
            } else if (said && !needed) {
                String all = check.terms().stream().sorted().collect(Collectors.joining("”, “"));
                part.member(term)
                        .fault(
                                "term",
                                "The check “" + check.word() + "” does not look at “" + term + "”"
                                        + (all.isEmpty() ? "" : ", but at “" + all + "”") + ". Take it out.");
            }
        }
    }

    private static Rule.Terms terms(Part part) {
        return new Rule.Terms(
                part.member("dpi").whole(0),
                part.member("pages").whole(0),
                part.member("megabytes").whole(0),
                part.member("letters").whole(0),
                part.member("numbered").truth(),
                part.member("size").text(""),
                part.member("page").text(""),
                part.member("forms").texts());
    }
}
