package quire.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import quire.core.Finding;
import quire.core.Place;
import quire.scan.Clamd;
import quire.scan.Scanner;
import quire.scan.ScannerAddress;

/** Who looks for viruses in what people hand in. */
final class ScannerSettings {

    private static final String ADDRESS = "QUIRE_SCANNER";

    private ScannerSettings() {}

    /** The scanner, whether it answers or not; what is wrong is added to the findings. */
    static Scanner read(Map<String, String> environment, List<Finding> findings) {
        String words = environment.getOrDefault(ADDRESS, "").strip();
        if (words.isEmpty()) {
            return Scanner.NONE;
        }
        Optional<ScannerAddress> address = ScannerAddress.read(words);
        if (address.isEmpty()) {
            findings.add(Finding.error(
                    "setting",
                    ADDRESS
                            + " must be where clamd listens, such as localhost:3310 or unix:/run/clamav/clamd.ctl, not “"
                            + words + "”.",
                    Place.UNKNOWN));
        }
        return address.<Scanner>map(Clamd::new).orElse(Scanner.NONE);
    }

    /** What an operator should know at the start; empty if there is nothing. */
    static Optional<String> warning(Scanner scanner) {
        return scanner.answers()
                ? Optional.empty()
                : Optional.of("the virus scanner (" + ADDRESS + ") at " + scanner.place()
                        + " does not answer. Files that people upload wait until it does.");
    }
}
