package quire.app;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code serve}: runs until the process is told to end. */
@Command(name = "serve", description = "Run the server. Settings come from here, or else from the environment.")
final class ServeCommand implements Callable<Integer> {

    private final Surroundings here;
    private final Commands all;

    @Option(names = "--port", paramLabel = "PORT", description = "where to listen (QUIRE_PORT; default: 8080)")
    private @Nullable String port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "the address to listen on, 0.0.0.0 for all (QUIRE_HOST; default: localhost)")
    private @Nullable String host;

    @Mixin
    private PlaceOptions place = new PlaceOptions();

    @Option(
            names = "--trust-proxy",
            paramLabel = "ADDRESSES",
            description = {
                "the addresses of proxies that are believed where a request comes from,",
                "with commas between them (QUIRE_PROXIES; default: none)"
            })
    private @Nullable String proxies;

    @Option(
            names = "--demo",
            description = "show a cohort of made-up people, in a temporary folder; the accounts are printed")
    private boolean demo;

    /** @param all knows which forms and templates are at hand */
    ServeCommand(Surroundings here, Commands all) {
        this.here = here;
        this.all = all;
    }

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = Settings.read(
                new Settings.Said(port, host, place, demo, proxies),
                here.environment(),
                here.clock().instant());
        Served served = Served.start(settings, here, all.atHand());
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
        settings.seal()
                .warning(here.clock().instant())
                .ifPresent(words -> here.err().println("Warning: " + words));
        ScannerSettings.warning(settings.scanner())
                .ifPresent(words -> here.err().println("Warning: " + words));
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
