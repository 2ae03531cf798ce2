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
        new Welcome(settings, served.port(), here.out()).print(served.setUpCode(), served.introductions());
        warn(settings);
        ended.await();
        return ExitCode.DONE;
    }

    private void warn(Settings settings) {
        if (settings.isLocal()) {
            return;
        }
        here.err()
                .println(
                        "Warning: this address is not of this machine alone. Browsers keep somebody signed in there only"
                                + " over https, so let a proxy that speaks it stand before Quire, and name it with --trust-proxy.");
        if (settings.demo()) {
            here.err().println("Warning: everybody who can reach the demo there knows its password.");
        }
    }
}
