package quire.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;
import quire.pdf.SealSpace;

/**
 * Seals finished PDF files in the name of the installation (PAdES baseline B, ETSI EN 319 142-1; baseline T with a
 * time-stamp), so that anybody can find out whether they changed. May be shared between threads.
 */
public final class Sealer {

    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);

    /** In bytes, beside the certificates. */
    private static final int ROOM_FOR_SIGNATURE = 2_500;

    private static final int ROOM_FOR_STAMP = 16_000;

    private final SealKey key;
    private final CmsWriter writer;
    private final @Nullable TimeAuthority authority;

    /** Seals without time-stamps. */
    public Sealer(SealKey key) {
        this(key, null);
    }

    /**
     * Seals with time-stamps.
     *
     * @param authority who vouches for the time; null for nobody
     */
    public Sealer(SealKey key, @Nullable TimeAuthority authority) {
        this.key = key;
        this.authority = authority;
        this.writer = new CmsWriter(key);
    }

    /** With whose certificate it seals. */
    public SealCertificate certificate() {
        return key.certificate();
    }

    /** How many bytes a file should leave for a seal. */
    public int room() {
        int certificates = key.chain().stream()
                .mapToInt(certificate -> new SealCertificate(certificate).bytes().length)
                .sum();
        return ROOM_FOR_SIGNATURE + certificates + (authority == null ? 0 : ROOM_FOR_STAMP);
    }

    /**
     * Seals a file where it lies. The file is read once, a piece at a time; if this fails, it is as it was.
     *
     * @param space where the seal belongs, still all zeros, with a true byte range beside it
     * @param at when this is, the same as the file says
     * @return what a person should know: that there is no time-stamp although there should be one
     * @throws Problem if the certificate is not valid then, the seal needs more room than there is, or the time cannot be
     *     vouched for and must be
     */
    public List<Finding> seal(Path file, SealSpace space, Instant at) {
        key.checkValid(at);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            FileBytes bytes = new FileBytes(channel::read, channel.size());
            checkEmpty(bytes, space);
            MessageDigest sum = Sums.sha256();
            bytes.digest(sum, 0, space.start());
            bytes.digest(sum, space.end(), bytes.size());
            Signed signed = signed(sum.digest(), at);
            write(channel, space, signed.cms());
            return signed.findings();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot seal " + file, e);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Signed(byte[] cms, List<Finding> findings) {}

    private Signed signed(byte[] digest, Instant at) {
        if (authority == null) {
            return new Signed(writer.sign(digest, at), List.of());
        }
        try {
            return new Signed(writer.signStamped(digest, at, new TimeStampClient(authority)), List.of());
        } catch (Problem away) {
            if (authority.required()) {
                throw away;
            }
            LOG.warn("Sealing without a time-stamp", away);
            String sentence =
                    "The file was sealed without a time-stamp, because the time-stamping authority did not answer"
                            + " as it should.";
            Finding finding = Finding.warning("seal-unstamped", sentence, Place.UNKNOWN);
            return new Signed(writer.sign(digest, at), List.of(finding));
        }
    }

    private static void checkEmpty(FileBytes file, SealSpace space) {
        byte[] expected =
                ("<" + "0".repeat(2 * Math.max(0, space.capacity())) + ">").getBytes(StandardCharsets.US_ASCII);
        boolean isEmpty = space.start() > 0
                && space.end() < file.size()
                && Arrays.equals(expected, file.stretch(space.start(), space.end()));
        if (!isEmpty) {
            throw new IllegalArgumentException("There is no empty space for a seal at " + space);
        }
    }

    private static void write(FileChannel channel, SealSpace space, byte[] cms) throws IOException {
        if (cms.length > space.capacity()) {
            throw Problem.of(
                    Problem.Kind.CONFLICT,
                    "The seal has " + cms.length + " bytes, and the file has room for " + space.capacity()
                            + ". Use a key with fewer certificates, or another time-stamping authority.");
        }
        ByteBuffer hexadecimal = ByteBuffer.wrap(HexFormat.of().formatHex(cms).getBytes(StandardCharsets.US_ASCII));
        long at = space.start() + 1;
        while (hexadecimal.hasRemaining()) {
            at += channel.write(hexadecimal, at);
        }
        channel.force(false);
    }
}
