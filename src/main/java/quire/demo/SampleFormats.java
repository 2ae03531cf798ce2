package quire.demo;

import java.util.Map;
import quire.yaml.Format;
import quire.yaml.Nouns;
import quire.yaml.OwnWords;

/** What the files of a cohort look like. Read only where a file is held against it. */
final class SampleFormats {

    private static final String SCHEMA = "cohort.schema.json";

    static final Format COHORT = format("cohort", "the cohort", Map.of("people", "person"));
    static final Format PORTFOLIO = format("portfolio", "the portfolio", Map.of());
    static final Format DOCUMENT = format("document", "the document", Map.of());

    private SampleFormats() {}

    private static Format format(String definition, String whole, Map<String, String> entries) {
        Nouns nouns = new Nouns(whole, entries, Map.of());
        return Format.of(SampleFormats.class, SCHEMA, nouns, OwnWords.NONE).inside(definition, nouns);
    }
}
