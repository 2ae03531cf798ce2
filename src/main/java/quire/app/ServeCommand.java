package quire.app;

import java.util.concurrent.CountDownLatch;

/** {@code serve}: runs until the process is told to end. */
final class ServeCommand {

    private final Surroundings here;
    private final Shipped shipped;

    ServeCommand(Surroundings here, Shipped shipped) {
        this.here = here;
        this.shipped = shipped;
    }

    int run(Settings settings) throws InterruptedException {
        Served served = Served.start(settings, here, shipped);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            served.close();
            ended.countDown();
        }));
        welcome(settings, served.port());
        ended.await();
        return ExitCode.DONE;
    }

    private void welcome(Settings settings, int port) {
        String host = settings.host().equals("0.0.0.0") ? "localhost" : settings.host();
        here.out().println("Quire is at http://" + host + ":" + port + "/ (stop it with Ctrl+C)");
        if (settings.demo()) {
            here.out()
                    .println("This is the demo. Its papers and people are made up"
                            + (settings.data() == null ? ", and gone when it stops." : "."));
        }
        if (!settings.isLocal()) {
            here.err()
                    .println("Warning: there are no accounts yet, so everybody who can reach this address can read and"
                            + " change every document.");
        }
    }
}
