package quire.portfolio;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quire.convert.Judged;
import quire.convert.Refusal;
import quire.convert.Uploads;
import quire.core.Digest;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;
import quire.people.Actor;
import quire.scan.Scan;
import quire.scan.Scanner;
import quire.trail.Entry;

/**
 * A file that has arrived and may be kept.
 *
 * @param judged what it is, and what of it is to be kept
 * @param digest of what is to be kept
 * @param sent of what arrived
 * @param scanned whether a scanner has looked for viruses in it, or none is set up; otherwise it has to wait
 */
record Received(Judged judged, Digest digest, Digest sent, boolean scanned) {

    private static final Logger LOG = LoggerFactory.getLogger(Received.class);
    private static final Uploads UPLOADS = new Uploads();
    /** In bytes, as people count them. */
    static final int MEGABYTE = 1_000_000;

    /**
     * Reads a file; no more than the limit and one byte.
     *
     * @throws Problem if it does not arrive whole
     */
    static byte[] read(InputStream content) {
        return UPLOADS.read(content);
    }

    /**
     * Scans and judges a file, and what was said about it, so that people see at once everything that is wrong.
     *
     * @throws Problem with findings about the file first, and about what was said after them
     */
    static Received of(String name, byte[] sent, EvidenceNote note, Scanner scanner) {
        List<Finding> said = note.findings();
        boolean scanned;
        Judged judged;
        try {
            scanned = scan(sent, scanner);
            judged = UPLOADS.judge(name, sent);
        } catch (Problem refused) {
            List<Finding> all = new ArrayList<>(refused.findings());
            all.addAll(said);
            throw refused.withFindings(all);
        }
        if (!said.isEmpty()) {
            throw Problem.badInput(said.get(0).message() + ".", said);
        }
        return new Received(judged, digest(judged.content().open()), Digest.of(sent), scanned);
    }

    /**
     * Has a file looked through that is no longer than the limit; false if nobody did.
     *
     * @throws Problem if something was found
     */
    static boolean scan(byte[] sent, Scanner scanner) {
        Scan scan = sent.length > Uploads.MAX_BYTES ? new Scan.Clean() : scanner.scan(sent);
        if (scan instanceof Scan.Found found) {
            LOG.warn("The virus scanner found {} in a file of {} bytes, which was refused", found.name(), sent.length);
            throw Refusal.VIRUS.asProblem();
        } else if (scan instanceof Scan.NotScanned not) {
            LOG.warn("The virus scanner at {} did not look at a file: {}", scanner.place(), not.why());
            return false;
        }
        return true;
    }

    /** What is to be kept. */
    InputStream open() {
        return judged.content().open();
    }

    /** Of what is to be kept, in bytes. */
    long size() {
        return judged.size();
    }

    List<Finding> findings() {
        return judged.findings();
    }

    /** What to know where the same is there already. */
    List<Finding> findingsBeside(EvidenceFile same) {
        return List.of(Finding.note(
                "already-there",
                "This file is already in the portfolio, as “" + same.description() + "”. It was not added once more.",
                Place.UNKNOWN));
    }

    EvidenceFile file(String id, String portfolio, EvidenceNote note, Actor actor, Instant now) {
        return new EvidenceFile(
                id,
                portfolio,
                judged.name(),
                judged.kind(),
                size(),
                digest,
                sent,
                judged.removed(),
                note.description(),
                note.confidential(),
                actor.person(),
                actor.deputyOf(),
                now,
                List.copyOf(note.supports()),
                null);
    }

    /** The entry with both digests. */
    Entry noted(Entry entry) {
        return entry.with("kind", judged.kind().extension())
                .with("size", size())
                .with("kept", written(digest))
                .with("sent", written(sent));
    }

    /** Rounded up, so that nobody reads that five do not fit where there is room for five. */
    static String megabytes(long bytes) {
        return (bytes + MEGABYTE - 1) / MEGABYTE + "MB";
    }

    /**
     * As in the integrity attribute of web pages. Written in hexadecimal, an entry would name the file and so keep it for
     * ever, because entries never go; then nothing could be erased when its time has come.
     */
    private static String written(Digest digest) {
        return "sha256-" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(digest.hex()));
    }

    private static Digest digest(InputStream content) {
        DigestInputStream summed = new DigestInputStream(content, sha256());
        try {
            summed.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot fail to be read", e);
        }
        return digest(summed.getMessageDigest());
    }

    private static Digest digest(MessageDigest sum) {
        return new Digest(HexFormat.of().formatHex(sum.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform must know SHA-256", e);
        }
    }
}
