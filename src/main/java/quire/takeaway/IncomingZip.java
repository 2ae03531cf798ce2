package quire.takeaway;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import quire.core.Digest;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;

/**
 * A portfolio that was taken out elsewhere, as a file that anybody may have made. Its names are never paths of ours, no part is
 * read beyond the size that its manifest tells, and a part counts as read only when its digest is the one that was told.
 */
final class IncomingZip implements AutoCloseable {

    private static final int MOST_PARTS = 20_000;
    private static final long MOST_BYTES = 4_000_000_000L;
    private static final long LONGEST_MANIFEST = 8_000_000;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)?");
    private static final int LONGEST_NAME = 200;

    private final ZipFile zip;
    private final String manifestText;
    private final Map<String, Manifest.Part> parts = new HashMap<>();

    private IncomingZip(ZipFile zip) throws IOException {
        this.zip = zip;
        this.manifestText = manifestText(zip);
        for (Manifest.Part part : manifest(manifestText).parts()) {
            if (parts.put(part.name(), part) != null) {
                throw Unfit.changed(part.name());
            }
        }
        check();
    }

    /**
     * Opens a file and holds its parts against its manifest, by their names and sizes.
     *
     * @throws Problem if it is no portfolio, was cut off or changed, or is too large
     */
    static IncomingZip open(Path path) {
        try {
            ZipFile zip = new ZipFile(path.toFile(), StandardCharsets.UTF_8);
            try {
                return new IncomingZip(zip);
            } catch (IOException | RuntimeException e) {
                zip.close();
                throw e;
            }
        } catch (NoSuchFileException | FileNotFoundException e) {
            throw Problem.badInput(Finding.error("file", path + " does not exist.", Place.inFile(path.toString())))
                    .because(e);
        } catch (IOException | IllegalArgumentException e) {
            throw Unfit.notOurs().because(e);
        }
    }

    /** The digest of the manifest, which stands for the whole file. */
    Digest digest() {
        return Digest.of(manifestText);
    }

    /** Reads every part to its end. */
    void verify() {
        for (Manifest.Part part : parts.values()) {
            read(part, OutputStream.nullOutputStream());
        }
    }

    Manifest.Part part(String name) {
        Manifest.Part part = parts.get(name);
        if (part == null) {
            throw Unfit.changed(name);
        }
        return part;
    }

    /** A part as text, checked. */
    String text(String name, long most) {
        Manifest.Part part = part(name);
        if (part.size() > most) {
            throw Unfit.tooLarge(name + " is larger than " + most / 1_000_000 + " MB.");
        }
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        read(part, text);
        return text.toString(StandardCharsets.UTF_8);
    }

    /** A part unchecked, to be closed by whoever reads it. */
    InputStream content(String name) {
        try {
            return zip.getInputStream(entry(name));
        } catch (IOException e) {
            throw Unfit.changed(name).because(e);
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close a zip file", e);
        }
    }

    private void check() {
        if (zip.size() > MOST_PARTS) {
            throw Unfit.tooLarge("The file has more than 20,000 parts.");
        }
        long bytes = 0;
        for (Manifest.Part part : parts.values()) {
            boolean good = part.name().length() <= LONGEST_NAME
                    && NAME.matcher(part.name()).matches();
            if (!good || part.size() < 0 || zip.getEntry(part.name()) == null) {
                throw Unfit.changed(part.name());
            }
            bytes = Math.min(bytes, MOST_BYTES) + Math.min(part.size(), MOST_BYTES);
        }
        if (bytes > MOST_BYTES) {
            throw Unfit.tooLarge("What is in the file is larger than 4 GB.");
        }
        Map<String, Integer> found = new HashMap<>();
        zip.stream().forEach(entry -> found.merge(entry.getName(), 1, Integer::sum));
        found.forEach((name, count) -> {
            if (count > 1 || (!parts.containsKey(name) && !name.equals(Manifest.NAME))) {
                throw Unfit.changed(name);
            }
        });
    }

    private void read(Manifest.Part part, OutputStream to) {
        MessageDigest sum = OutgoingZip.sha256();
        try (InputStream content =
                new DigestInputStream(new BufferedInputStream(zip.getInputStream(entry(part.name()))), sum)) {
            byte[] portion = new byte[64 * 1024];
            long left = part.size();
            for (int read = content.read(portion); read >= 0; read = content.read(portion)) {
                left -= read;
                if (left < 0) {
                    throw Unfit.changed(part.name());
                }
                to.write(portion, 0, read);
            }
            boolean same = left == 0
                    && HexFormat.of()
                            .formatHex(sum.digest())
                            .equals(part.digest().hex());
            if (!same) {
                throw Unfit.changed(part.name());
            }
        } catch (IOException e) {
            throw Unfit.changed(part.name()).because(e);
        }
    }

    private ZipEntry entry(String name) {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw Unfit.changed(name);
        }
        return entry;
    }

    private static Manifest manifest(String text) {
        Manifest manifest;
        try {
            manifest = Manifest.read(text);
        } catch (IllegalArgumentException | ArithmeticException | Problem e) {
            throw Unfit.notOurs().because(e);
        }
        if (manifest.version() > Manifest.VERSION) {
            throw Unfit.newer(manifest.version());
        } else if (manifest.version() < 1) {
            throw Unfit.notOurs();
        }
        return manifest;
    }

    private static String manifestText(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.NAME);
        if (entry == null) {
            throw Unfit.notOurs();
        }
        try (InputStream content = zip.getInputStream(entry)) {
            byte[] text = content.readNBytes((int) LONGEST_MANIFEST + 1);
            if (text.length > LONGEST_MANIFEST) {
                throw Unfit.tooLarge("The list of the parts of the file is larger than 8 MB.");
            }
            return new String(text, StandardCharsets.UTF_8);
        }
    }
}
