package quire.app;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import quire.demo.Cohort;
import quire.demo.Enactment;

/** What is printed once the server runs: where it is, and how to get in. */
final class Welcome {

    private final Settings settings;
    private final PrintStream out;
    private final String address;

    Welcome(Settings settings, int port, PrintStream out) {
        this.settings = settings;
        this.out = out;
        String host = settings.host().equals("0.0.0.0") ? "localhost" : settings.host();
        this.address = "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    void print(Optional<String> setUpCode, List<Cohort.Introduction> introductions) {
        out.println("Quire is at " + address + "/ (stop it with Ctrl+C)");
        setUpCode.ifPresent(this::printSetUp);
        if (settings.demo()) {
            printDemo(introductions);
        }
    }

    private void printSetUp(String code) {
        out.println();
        out.println("Nobody looks after it yet. Open " + address + "/set-up within half an hour and enter the code");
        out.println();
        out.println("    " + code);
        out.println();
        out.println(
                "Whoever has the code becomes the operator. After half an hour, start Quire again for another one.");
    }

    private void printDemo(List<Cohort.Introduction> introductions) {
        out.println();
        out.println("This is the demo. Its people and papers are made up"
                + (settings.data() == null ? ", and gone when it stops." : "."));
        out.println("It begins on 12 November 2026.");
        out.println("Everybody signs in with the password: " + Enactment.PASSWORD);
        out.println("For the first seconds, while the papers are laid out, signing in takes a little longer.");
        out.println();
        for (Cohort.Introduction one : introductions) {
            out.println(String.format(
                    "  %-20s  %-39s  %s", one.person().name(), one.person().email(), one.as()));
        }
    }
}
