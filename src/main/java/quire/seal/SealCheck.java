package quire.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds out from the bytes of a file alone whether it is as it was sealed. The certificates of the seals are all it needs,
 * so anybody can do it anywhere. The file may be hostile and of any size: it is read at most five times, in small pieces,
 * and never as a PDF. May be shared between threads.
 */
public final class SealCheck {

    /** An honest file has one seal from here. */
    private static final int MOST_TRIED = 4;

    private final List<SealCertificate> ours;

    /**
     * A check that knows these.
     *
     * @param ours the certificates whose seals count; those that were used earlier, too
     */
    public SealCheck(Collection<SealCertificate> ours) {
        this.ours = List.copyOf(ours);
    }

    /** Looks at a file on disk, which nobody may change meanwhile. */
    public SealVerdict of(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            return of(new FileBytes(channel::read, channel.size()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /** Looks at a file in memory. */
    public SealVerdict of(byte[] file) {
        return of(FileBytes.of(file));
    }

    private SealVerdict of(FileBytes file) {
        SealClaims claims = SealClaims.in(file);
        if (!claims.hasTraces()) {
            return SealVerdict.of(SealVerdict.Kind.NONE);
        }
        List<Signed> all = claims.read(file).stream().flatMap(Signed::of).toList();
        List<Seal> fromHere = all.stream()
                .flatMap(this::fromHere)
                .sorted(Comparator.comparing((Seal seal) -> seal.claim().covered())
                        .reversed())
                .limit(MOST_TRIED)
                .toList();
        if (fromHere.isEmpty()) {
            return SealVerdict.of(all.isEmpty() ? SealVerdict.Kind.BROKEN : SealVerdict.Kind.FOREIGN);
        }
        return fromHere.stream()
                .filter(seal -> seal.holds(file))
                .findFirst()
                .map(seal -> seal.verdict(file))
                .orElseGet(() -> SealVerdict.broken(fromHere.get(0).by()));
    }

    private Stream<Seal> fromHere(Signed one) {
        return ours.stream()
                .filter(one.signature()::names)
                .map(certificate -> new Seal(one.claim(), one.signature(), certificate));
    }

    private record Signed(SealClaim claim, SealSignature signature) {

        static Stream<Signed> of(SealClaim claim) {
            return SealSignature.read(claim.contents()).stream().map(signature -> new Signed(claim, signature));
        }
    }
}
