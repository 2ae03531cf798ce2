package quire.web.bundle;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import quire.bundle.Bundle;
import quire.bundle.Contents;
import quire.bundle.Edition;
import quire.core.Problem;
import quire.seal.SealCertificate;
import quire.web.frame.Downloads;
import quire.web.frame.FilePortions;
import quire.web.frame.Rooms;
import quire.web.frame.Visit;

/** The file of a bundle, what it says of itself, and who sealed it. */
final class BundleFiles {

    private final Rooms rooms;
    private final Sight sight;

    BundleFiles(Rooms rooms) {
        this.rooms = rooms;
        this.sight = new Sight(rooms);
    }

    void pdf(Context request) {
        Visit visit = Visit.of(request);
        Bundle bundle = sight.bundle(request);
        FilePortions.send(
                request,
                new FilePortions.Sent(name(bundle, ".pdf"), "application/pdf", bundle.digest(), bundle.size()),
                start -> start == 0
                        ? rooms.bundles().open(bundle, visit.actor(), visit.now())
                        : rooms.bundles().openAt(bundle, start, visit.actor(), visit.now()));
    }

    /** As it travels inside the file, letter for letter. */
    void manifest(Context request) {
        Bundle bundle = sight.bundle(request);
        Downloads.send(
                request,
                name(bundle, ".json"),
                "application/json",
                bundle.manifest().getBytes(StandardCharsets.UTF_8));
    }

    /** Every certificate that this installation has sealed with, the newest first: anybody checks a seal with them. */
    void certificate(Context request) {
        List<SealCertificate> certificates = rooms.sealKeys().certificates();
        if (certificates.isEmpty()) {
            throw Problem.notFound("Nothing has been sealed here yet.");
        }
        String pem = certificates.stream()
                .map(SealCertificate::pem)
                .map(String::strip)
                .collect(Collectors.collectingAndThen(Collectors.toList(), BundleFiles::backwards));
        Downloads.send(
                request,
                "seal-certificate.pem",
                "application/pem-certificate-chain",
                pem.getBytes(StandardCharsets.US_ASCII));
    }

    private static String backwards(List<String> parts) {
        StringBuilder all = new StringBuilder();
        for (int i = parts.size() - 1; i >= 0; i--) {
            all.append(parts.get(i)).append('\n');
        }
        return all.toString();
    }

    /** Sorts by portfolio, then kind, then version: {@code NV-2026-001_internal_final-02_2026-11-21.pdf}. */
    String name(Bundle bundle, String ending) {
        LocalDate day = LocalDate.ofInstant(bundle.made(), rooms.clock().getZone());
        String version = version(bundle);
        String words = String.join("_", Contents.of(bundle).code(), bundle.recipe(), version, day.toString());
        return words.replaceAll("[^A-Za-z0-9._-]", "-") + ending;
    }

    /** A supplement stands behind what it continues. */
    private static String version(Bundle bundle) {
        Bundle.Final base = bundle.base();
        return base == null
                ? String.format(Locale.ROOT, "%s-%02d", bundle.edition().word(), bundle.number())
                : String.format(
                        Locale.ROOT, "%s-%02d-supplement-%02d", Edition.FINAL.word(), base.version(), bundle.number());
    }
}
