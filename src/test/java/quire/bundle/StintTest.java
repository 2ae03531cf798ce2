package quire.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class StintTest {

    private static final Stint.Limit SHORT = new Stint.Limit(Duration.ofMillis(150), Duration.ofMillis(150));

    private final Stint stint = new Stint(SHORT);
    private final CountDownLatch never = new CountDownLatch(1);

    @Test
    void goesOnAsLongAsItGivesSignsOfLife() {
        Stint patient = new Stint(new Stint.Limit(Duration.ofSeconds(2), Duration.ofSeconds(2)));
        assertThat(patient.run("signs", () -> {
                    for (int i = 0; i < 5; i++) {
                        sleep(500);
                        patient.alive("piece " + i);
                    }
                }))
                .isEqualTo(Stint.End.DONE);
        assertThat(patient.place()).isEqualTo("piece 4");
    }

    @Test
    void endsWhatIsSilent() {
        assertThat(stint.run("silent", () -> {
                    stint.alive("the third page");
                    sleep(600_000);
                }))
                .isEqualTo(Stint.End.SLOW);
        assertThat(stint.place()).isEqualTo("the third page");
    }

    @Test
    void leavesAloneWhatDoesNotStopAndLetsItDoNothingMore() throws InterruptedException {
        AtomicReference<RuntimeException> told = new AtomicReference<>();
        CountDownLatch over = new CountDownLatch(1);
        Stint.End end = stint.run("stuck", () -> {
            awaitWhateverHappens();
            try {
                stint.alive("too late");
            } catch (Stint.Over e) {
                told.set(e);
            }
            over.countDown();
        });
        assertThat(end).isEqualTo(Stint.End.STUCK);
        never.countDown();
        over.await();
        assertThat(told.get()).isInstanceOf(Stint.Over.class);
        assertThat(stint.place()).isEqualTo("it was begun");
    }

    @Test
    void handsOnWhatGoesWrong() {
        IllegalStateException wrong = new IllegalStateException("wrong");
        assertThatThrownBy(() -> stint.run("failing", () -> {
                    throw wrong;
                }))
                .isSameAs(wrong);
        StackOverflowError deep = new StackOverflowError();
        assertThatThrownBy(() -> new Stint(SHORT).run("deep", () -> {
                    throw deep;
                }))
                .isSameAs(deep);
    }

    @Test
    void isCutWhenWhoeverWaitsIsToldToGo() {
        Thread.currentThread().interrupt();
        assertThat(stint.run("cut", () -> sleep(600_000))).isEqualTo(Stint.End.CUT);
        assertThat(Thread.interrupted()).isTrue();
    }

    private static void sleep(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new IllegalStateException("Told to stop", e);
        }
    }

    private void awaitWhateverHappens() {
        boolean waiting = true;
        while (waiting) {
            try {
                never.await();
                waiting = false;
            } catch (InterruptedException e) {
                // This is what does not stop when it is told to.
                waiting = true;
            }
        }
    }
}
