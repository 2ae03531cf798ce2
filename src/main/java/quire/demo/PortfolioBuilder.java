package quire.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quire.core.Problem;
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
                decided(programme.get()),
                CohortBuilder.text(root, "employer"),
                CohortBuilder.text(root, "team"),
                CohortBuilder.text(root, "setting"),
                dates(),
                pauseReasons(),
                CohortBuilder.optionalDay(root.member("closed")),
                CohortBuilder.text(root, "standing"),
                root.member("assigned").entries().stream()
                        .map(PortfolioBuilder::assignment)
                        .toList(),
                root.member("evidence").entries().stream()
                        .map(PortfolioBuilder::evidence)
                        .toList(),
                List.of());
    }

    private Map<String, String> decided(Programme programme) {
        Map<String, String> decided = new LinkedHashMap<>();
        root.member("choices").members().forEach((setting, value) -> decided.put(setting, value.text("")));
        try {
            programme.choices(decided);
            return decided;
        } catch (Problem e) {
            root.member("choices").fault("unknown-setting", e.getMessage());
            return Map.of();
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

    private Map<LocalDate, String> pauseReasons() {
        Map<LocalDate, String> reasons = new HashMap<>();
        for (Part pause : root.member("pauses").entries()) {
            reasons.put(CohortBuilder.day(pause.member("from")), CohortBuilder.text(pause, "because"));
        }
        return reasons;
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
