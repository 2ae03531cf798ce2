package quire.demo;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import quire.people.Actor;
import quire.portfolio.Evidence;
import quire.portfolio.EvidenceNote;

/** How one file came into a portfolio, now and then before the paper that it belongs to. */
final class EvidenceStory {

    private static final LocalTime HAND_IN = LocalTime.of(16, 30);

    private final World world;
    private final SamplePortfolio.Evidence sample;
    private final @Nullable DocumentStory paper;
    private final Actor by;
    private final Evidence evidence;
    private String id = "";

    EvidenceStory(World world, SamplePortfolio.Evidence sample, @Nullable DocumentStory paper) {
        this.world = world;
        this.sample = sample;
        this.paper = paper;
        this.by = world.cast().actor(sample.by());
        this.evidence = world.doors().evidence();
    }

    void tell(Diary diary, PortfolioStory portfolio) {
        diary.note(sample.on(), HAND_IN, at -> handIn(portfolio.id(), at));
        if (paper != null) {
            LocalDate begun = paper.sample().started();
            LocalDate day = begun.isAfter(sample.on()) ? begun : sample.on();
            diary.note(day, HAND_IN, at -> evidence.attach(id, paper.id(), by, at.now()));
        }
    }

    private void handIn(String portfolio, Diary.Moment at) {
        ByteArrayInputStream content = new ByteArrayInputStream(world.evidence(sample.file()));
        EvidenceNote note = EvidenceNote.of(sample.about());
        id = evidence.add(portfolio, note, sample.file(), content, by, at.now())
                .file()
                .id();
    }
}
