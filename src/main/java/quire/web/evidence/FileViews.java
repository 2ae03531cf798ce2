package quire.web.evidence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import quire.core.Problem;
import quire.people.Capacity;
import quire.people.Deed;
import quire.people.Permits;
import quire.people.Person;
import quire.portfolio.EvidenceFile;
import quire.portfolio.QuarantinedFile;
import quire.portfolio.Summary;
import quire.web.frame.Frame;
import quire.web.frame.Rooms;
import quire.web.frame.Times;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** The files of one portfolio as their visitor may see them. */
final class FileViews {

    private static final int THOUSAND = 1_000;

    private final Rooms rooms;
    private final Visit visit;
    private final String portfolio;

    FileViews(Rooms rooms, Visit visit) {
        this.rooms = rooms;
        this.visit = visit;
        this.portfolio = visit.inPortfolio().id();
    }

    String address() {
        return "/portfolios/" + portfolio + "/evidence";
    }

    /** The place of these pages in the menu. */
    Frame.At at() {
        return visit.permit().as() == Capacity.NQSW ? Frame.At.YEAR : Frame.At.ELSEWHERE;
    }

    /** Those that the visitor may open; to others a confidential one is not there. */
    List<EvidenceFile> seen() {
        return rooms.evidence().ofPortfolio(portfolio).stream()
                .filter(this::mayOpen)
                .toList();
    }

    /**
     * The file of that id.
     *
     * @throws Problem if there is none in this portfolio, or it is not for the visitor
     */
    EvidenceFile get(String id) {
        EvidenceFile file = rooms.evidence().get(id);
        if (!file.portfolio().equals(portfolio) || !mayOpen(file)) {
            throw Problem.notFound("There is no such file.");
        }
        return file;
    }

    /** Those that wait for the virus scanner, and those that were refused then. */
    List<View> waiting() {
        return rooms.evidence().quarantine().ofPortfolio(portfolio).stream()
                .filter(this::maySee)
                .map(this::of)
                .toList();
    }

    boolean maySee(QuarantinedFile file) {
        return file.portfolio().equals(portfolio)
                && Permits.opensEvidence(visit.stands(), file.note().confidential())
                        .allowed();
    }

    /** Whoever handed it in may take it back, and whoever may take away what others have added. */
    boolean mayRemove(QuarantinedFile file) {
        return isOpen() && (file.by().equals(visit.actor().person()) || may(Deed.REMOVE_EVIDENCE));
    }

    boolean may(Deed deed) {
        return Permits.of(visit.stands(), deed).allowed();
    }

    boolean isOpen() {
        return visit.inPortfolio().closed() == null;
    }

    private boolean mayOpen(EvidenceFile file) {
        return Permits.opensEvidence(visit.stands(), file.confidential()).allowed();
    }

    /** What the papers of the portfolio are called, by id, those begun first before the others. */
    List<Summary> papers() {
        return rooms.documents().ofPortfolio(portfolio);
    }

    /** Boxes to tick, one for each paper. */
    List<View> choices(Set<String> chosen) {
        List<View> choices = new ArrayList<>();
        for (Summary paper : papers()) {
            choices.add(new View()
                    .text("id", "supports-" + (choices.size() + 1))
                    .text("value", paper.id())
                    .text("label", paper.title())
                    .flag("checked", chosen.contains(paper.id())));
        }
        return choices;
    }

    View of(EvidenceFile file) {
        Map<String, String> titles = papers().stream().collect(Collectors.toMap(Summary::id, Summary::title));
        return new View()
                .text("href", address() + "/" + file.id())
                .text("name", file.name())
                .text("description", file.description())
                .text("kind", file.kind().extension().toUpperCase(Locale.ROOT))
                .text("size", size(file.size()))
                .text("by", name(file.by()))
                .text("at", Times.words(file.added(), rooms.clock()))
                .flag("confidential", file.confidential())
                .text("takenOut", String.join(" and ", file.takenOut()))
                .list(
                        "supports",
                        file.supports().stream()
                                .map(id -> new View()
                                        .text("document", "/documents/" + id)
                                        .text("title", titles.getOrDefault(id, "A paper")))
                                .toList());
    }

    private View of(QuarantinedFile file) {
        return new View()
                .text("remove", mayRemove(file) ? address() + "/waiting/" + file.id() + "/remove" : "")
                .text("name", file.name())
                .text("description", file.note().description())
                .text("size", size(file.size()))
                .text("by", name(file.by()))
                .text("at", Times.words(file.at(), rooms.clock()))
                .text("refusal", file.refusal() == null ? "" : file.refusal())
                .flag("confidential", file.note().confidential());
    }

    private String name(String person) {
        return rooms.people().persons().find(person).map(Person::name).orElse("Somebody");
    }

    private static String size(long bytes) {
        if (bytes < THOUSAND) {
            return bytes + " bytes";
        }
        boolean small = bytes < THOUSAND * THOUSAND;
        BigDecimal size = BigDecimal.valueOf(bytes)
                .divide(BigDecimal.valueOf(small ? THOUSAND : THOUSAND * THOUSAND), small ? 0 : 1, RoundingMode.UP);
        return size.toPlainString() + (small ? "KB" : "MB");
    }
}
