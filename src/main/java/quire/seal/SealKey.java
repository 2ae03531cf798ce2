package quire.seal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import quire.core.Problem;

/**
 * What an installation seals with: a private key and its certificate. Nothing here gives the key
 * away but the file that is to be kept. May be shared between threads.
 */
public final class SealKey {

    private static final String NAME = "seal";

    private final PrivateKey key;
    private final List<X509Certificate> chain;

    /** @param chain the certificate of the key first, then those that vouch for it */
    SealKey(PrivateKey key, List<X509Certificate> chain) {
        this.key = key;
        this.chain = List.copyOf(chain);
    }

    /**
     * A new key with a certificate that it signs for itself: an EC key on P-256, valid for ten years. Nobody vouches for
     * it, so programs that show PDF files say that they do not know who sealed; whoever gave the certificate to somebody,
     * does.
     *
     * @param installation what people call the installation; the name in the certificate
     * @param now the certificate is valid from an hour before, because clocks differ
     */
    public static SealKey make(String installation, Instant now) {
        return SelfSigned.key(installation, now);
    }

    /**
     * Reads the key of a PKCS#12 file (RFC 7292), ending {@code .p12} or {@code .pfx}.
     *
     * @param now by which the certificate must be valid
     * @throws Problem if the password does not open it, it is no such file, or it holds no key that can seal now
     */
    public static SealKey read(byte[] file, String password, Instant now) {
        SealKey read = new SealKeyFile(password).read(file);
        read.checkValid(now);
        return read;
    }

    /**
     * The key as a PKCS#12 file, to be kept.
     *
     * @param password that opens it: of ASCII characters, which the platform asks for
     */
    public byte[] pkcs12(String password) {
        if (!SealKeyFile.isPlain(password.toCharArray())) {
            throw new IllegalArgumentException("The password of a key file must be of ASCII characters");
        }
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(NAME, key, password.toCharArray(), chain.toArray(new X509Certificate[0]));
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            store.store(file, password.toCharArray());
            return file.toByteArray();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("Every Java platform can write PKCS#12 into memory", e);
        }
    }

    /** The public half. */
    public SealCertificate certificate() {
        return new SealCertificate(chain.get(0));
    }

    /**
     * Sees whether a seal of that moment would be good.
     *
     * @throws Problem if the certificate is not valid then
     */
    void checkValid(Instant moment) {
        if (!certificate().isValidAt(moment)) {
            throw SealKeyFile.notValid(certificate(), moment);
        }
    }

    /** Signs the SHA-256 of some bytes. */
    byte[] sign(byte[] bytes) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm());
        signature.initSign(key);
        signature.update(bytes);
        return signature.sign();
    }

    /** How it signs, in the platform's words. */
    String algorithm() {
        return key.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
    }

    List<X509Certificate> chain() {
        return chain;
    }
}
