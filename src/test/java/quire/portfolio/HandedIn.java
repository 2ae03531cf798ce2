package quire.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static quire.portfolio.BesideHouse.NOW;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import quire.core.Problem;

/** Files that the social worker of a house hands in. */
record HandedIn(BesideHouse house, Evidence evidence) {

    Upload add(String description, byte[] content) {
        return add(EvidenceNote.of(description), "a.png", content);
    }

    Upload add(EvidenceNote note, String name, byte[] content) {
        return evidence.add(house.portfolio, note, name, stream(content), house.asAna, NOW);
    }

    byte[] read(EvidenceFile file) throws IOException {
        try (OpenedEvidence opened = evidence.open(file.id(), house.asAna, NOW)) {
            return opened.content().readAllBytes();
        }
    }

    Problem refused(String name, byte[] content, EvidenceNote note) {
        return catchThrowableOfType(Problem.class, () -> add(note, name, content));
    }

    /** The files' times are those of the real clock. */
    int sweepEverything() {
        return house.database.sweep(Instant.now().plus(Duration.ofHours(2)));
    }

    void assertNothingIsThere() {
        assertThat(evidence.everOf(house.portfolio)).isEmpty();
        assertThat(house.trail.ofPortfolio(house.portfolio, Long.MAX_VALUE, 100))
                .noneMatch(recorded -> recorded.entry().kind().equals("evidence"));
    }

    static InputStream stream(byte[] content) {
        return new ByteArrayInputStream(content);
    }

    /** A file that comes byte by byte; before one of them, something happens. */
    static final class Interrupted extends InputStream {

        interface Event {
            void happen() throws IOException;
        }

        private final byte[] content;
        private final int place;
        private final Event event;
        private int at;

        Interrupted(byte[] content, int place, Event event) {
            this.content = content;
            this.place = place;
            this.event = event;
        }

        @Override
        public int read() throws IOException {
            if (at == place) {
                event.happen();
            }
            return at == content.length ? -1 : content[at++] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int next = read();
            if (next >= 0) {
                bytes[offset] = (byte) next;
            }
            return next < 0 ? -1 : 1;
        }
    }
}
