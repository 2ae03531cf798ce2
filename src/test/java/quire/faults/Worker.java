package quire.faults;

import java.util.Optional;
import java.util.Random;
import quire.testkit.Ask;

/** Somebody who works at a server until it is gone, and comes back when it is there again. */
abstract class Worker {

    final Ledger ledger;
    final Random chance;

    Worker(Ledger ledger, long seed) {
        this.ledger = ledger;
        this.chance = new Random(seed);
    }

    /** Works until there is no answer any more. */
    final void work(Ask stranger) {
        try {
            workAt(stranger);
        } catch (Ask.NoAnswer gone) {
            return;
        } catch (RuntimeException | AssertionError e) {
            ledger.wrong(e);
        }
    }

    abstract void workAt(Ask stranger);

    /** A machine with too much to do says that nothing was done. */
    static boolean isBusy(Ask.Answer answer) {
        return answer.status() == 503;
    }

    /** One person's session; one that was opened before the server went away is open still. */
    final class SignedIn {

        private final String email;
        private String token = "";

        SignedIn(String email) {
            this.email = email;
        }

        Ask at(Ask stranger) {
            if (token.isEmpty() || chance.nextInt(8) == 0) {
                // A machine that is busy may let them wait, and says so.
                Optional<String> opened = stranger.signIn(email, SmallHouse.PASSWORD);
                while (opened.isEmpty()) {
                    opened = stranger.signIn(email, SmallHouse.PASSWORD);
                }
                token = opened.get();
            }
            return stranger.signedIn(token);
        }
    }
}
