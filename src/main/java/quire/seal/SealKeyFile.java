package quire.seal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;

/** Reads the PKCS#12 file of an operator, and says in a sentence what is wrong with it. */
final class SealKeyFile {

    private static final int LARGEST = 1_000_000;
    /** Of RSA, in bits: the least that ETSI TS 119 312 still allows. */
    private static final int LEAST_RSA = 2_048;
    /** Of the curve, in bits; the curves that every Java platform knows have this size and more. */
    private static final int LEAST_EC = 256;

    private static final int DIGITAL_SIGNATURE = 0;
    private static final int NON_REPUDIATION = 1;

    private final char[] password;

    SealKeyFile(String password) {
        this.password = password.toCharArray();
    }

    SealKey read(byte[] file) {
        if (!isPlain(password)) {
            throw problem(
                    "seal-key-password",
                    "The password of the key file may have letters without accents, digits and signs only. Export the key"
                            + " with such a password.");
        }
        try {
            KeyStore store = store(file);
            String name = onlyKey(store);
            PrivateKey key = (PrivateKey) store.getKey(name, password);
            SealKey read = new SealKey(key, chain(store.getCertificateChain(name)));
            check(read);
            return read;
        } catch (UnrecoverableKeyException e) {
            throw wrongPassword().because(e);
        } catch (GeneralSecurityException e) {
            throw notOne().because(e);
        }
    }

    /** The platform encrypts keys with no other passwords. */
    static boolean isPlain(char[] password) {
        for (char letter : password) {
            if (letter < ' ' || letter > '~') {
                return false;
            }
        }
        return true;
    }

    static Problem notValid(SealCertificate certificate, Instant moment) {
        DateTimeFormatter day =
                DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK).withZone(ZoneOffset.UTC);
        boolean isOver = moment.isAfter(certificate.validUntil());
        return isOver
                ? problem(
                        "seal-key-expired",
                        "The certificate for seals ended on " + day.format(certificate.validUntil())
                                + ". Get a new one, or let Quire make its own.")
                : problem(
                        "seal-key-early",
                        "The certificate for seals begins on " + day.format(certificate.validFrom())
                                + ". Check the clock of this machine, or wait until then.");
    }

    private KeyStore store(byte[] file) throws GeneralSecurityException {
        if (file.length == 0 || file.length > LARGEST || startsAsText(file)) {
            throw notOne();
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        try {
            store.load(new ByteArrayInputStream(file), password);
        } catch (IOException e) {
            throw e.getCause() instanceof UnrecoverableKeyException
                    ? wrongPassword().because(e)
                    : notOne().because(e);
        } catch (RuntimeException e) {
            // The platform's reader meets some damage with an exception that it does not declare.
            throw notOne().because(e);
        }
        return store;
    }

    private static boolean startsAsText(byte[] file) {
        return new String(file, 0, Math.min(file.length, 10), StandardCharsets.ISO_8859_1).startsWith("-----BEGIN");
    }

    private static String onlyKey(KeyStore store) throws GeneralSecurityException {
        List<String> keys = new ArrayList<>();
        for (String name : Collections.list(store.aliases())) {
            if (store.entryInstanceOf(name, KeyStore.PrivateKeyEntry.class)) {
                keys.add(name);
            }
        }
        if (keys.isEmpty()) {
            throw problem(
                    "seal-key-none",
                    "The key file holds no private key with its certificate. Export both into one PKCS#12 file.");
        } else if (keys.size() > 1) {
            throw problem(
                    "seal-key-several",
                    "The key file holds " + keys.size()
                            + " keys. Export the one that is to seal into a file of its own.");
        }
        return keys.get(0);
    }

    private static List<X509Certificate> chain(Certificate @Nullable [] certificates) {
        return certificates == null
                ? List.of()
                : Arrays.stream(certificates).map(X509Certificate.class::cast).toList();
    }

    private static void check(SealKey read) throws GeneralSecurityException {
        X509Certificate certificate = read.certificate().x509();
        if (!isStrong(certificate.getPublicKey())) {
            throw problem(
                    "seal-key-kind",
                    "The key must be an RSA key of at least 2,048 bits, or an EC key on P-256, P-384 or P-521.");
        } else if (!maySign(certificate.getKeyUsage())) {
            throw problem(
                    "seal-key-usage",
                    "The certificate is not for signing. Ask for one whose key usage is digital signature.");
        } else if (!belongTogether(read, certificate.getPublicKey())) {
            throw problem(
                    "seal-key-pair", "The certificate in the key file belongs to another key. Export both once more.");
        }
    }

    private static boolean isStrong(PublicKey key) {
        return (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= LEAST_RSA)
                || (key instanceof ECPublicKey ec
                        && ec.getParams().getCurve().getField().getFieldSize() >= LEAST_EC);
    }

    /** @param usage as the platform gives it; null where the certificate does not limit what it is for */
    private static boolean maySign(boolean @Nullable [] usage) {
        return usage == null || usage[DIGITAL_SIGNATURE] || usage[NON_REPUDIATION];
    }

    private static boolean belongTogether(SealKey read, PublicKey certified) throws GeneralSecurityException {
        byte[] words = "Do they belong together?".getBytes(StandardCharsets.US_ASCII);
        Signature signature = Signature.getInstance(read.algorithm());
        try {
            signature.initVerify(certified);
            signature.update(words);
            return signature.verify(read.sign(words));
        } catch (InvalidKeyException | SignatureException e) {
            return false;
        }
    }

    private static Problem wrongPassword() {
        return problem(
                "seal-key-password",
                "The password does not open the key file, or the file is damaged. Check the password.");
    }

    private static Problem notOne() {
        return problem(
                "seal-key-file",
                "The key file is not a PKCS#12 file. Export the key and its certificate as one file that ends in .p12 or"
                        + " .pfx.");
    }

    private static Problem problem(String code, String sentence) {
        return Problem.badInput(Finding.error(code, sentence, Place.UNKNOWN));
    }
}
