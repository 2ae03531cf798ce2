package quire.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quire.core.Problem;
import quire.programme.Choices;
import quire.programme.KnownDates;
import quire.programme.Pause;
import quire.programme.Programme;
import quire.programme.Programmes;
import quire.yaml.Part;

/** Makes a portfolio of its file, without its documents. */
final class PortfolioBuilder {

    private final Part root;
    private final Programmes programmes;

    PortfolioBuilder(Part root, Programmes programmes) {
        this.root = root;
        this.programmes = programmes;
    }

    /** Null where the programme is not known; that is complained of. */
    @Nullable
    SamplePortfolio portfolio() {
        Optional<Programme> programme = programmes.find(
                CohortBuilder.text(root, "programme"), root.member("version").whole(1));
        if (programme.isEmpty()) {
            root.member("programme").fault("unknown-programme", "There is no such programme in this version.");
            return null;
        }
        return new SamplePortfolio(
                CohortBuilder.text(root, "portfolio"),
                CohortBuilder.text(root, "nqsw"),
                programme.get(),
                choices(programme.get()),
                CohortBuilder.text(root, "employer"),
                CohortBuilder.text(root, "team"),
                CohortBuilder.text(root, "setting"),
                dates(),
                CohortBuilder.text(root, "standing"),
                root.member("assigned").entries().stream()
                        .map(PortfolioBuilder::assignment)
                        .toList(),
                root.member("evidence").entries().stream()
                        .map(PortfolioBuilder::evidence)
                        .toList(),
                List.of());
    }

    private Choices choices(Programme programme) {
        Map<String, String> decided = new LinkedHashMap<>();
        root.member("choices").members().forEach((setting, value) -> decided.put(setting, value.text("")));
        try {
            return programme.choices(decided);
        } catch (Problem e) {
            root.member("choices").fault("unknown-setting", e.getMessage());
            return programme.defaults();
        }
    }

    private KnownDates dates() {
        Map<String, LocalDate> booked = new HashMap<>();
        root.member("booked").members().forEach((milestone, day) -> booked.put(milestone, CohortBuilder.day(day)));
        LocalDate end = CohortBuilder.optionalDay(root.member("end"));
        if (end != null) {
            booked.put("end", end);
        }
        return new KnownDates(
                CohortBuilder.day(root.member("start")),
                booked,
                root.member("hours").whole(KnownDates.FULL_TIME),
                root.member("pauses").entries().stream()
                        .map(pause -> new Pause(
                                CohortBuilder.day(pause.member("from")), CohortBuilder.day(pause.member("until"))))
                        .toList());
    }

    private static SamplePortfolio.Assignment assignment(Part part) {
        return new SamplePortfolio.Assignment(
                CohortBuilder.text(part, "role"),
                CohortBuilder.text(part, "person"),
                CohortBuilder.day(part.member("from")),
                CohortBuilder.optionalDay(part.member("until")));
    }

    private static SamplePortfolio.Evidence evidence(Part part) {
        return new SamplePortfolio.Evidence(
                CohortBuilder.text(part, "file"),
                CohortBuilder.text(part, "kind"),
                CohortBuilder.text(part, "about"),
                part.member("for").text(),
                CohortBuilder.text(part, "by"),
                CohortBuilder.day(part.member("on")));
    }
}
