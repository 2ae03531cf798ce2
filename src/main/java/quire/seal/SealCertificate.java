package quire.seal;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import quire.core.Digest;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;

/**
 * Who seals: the public half of a {@link SealKey}. Anybody may have it, and can check with it whether a file is as it was
 * sealed.
 *
 * @param x509 the certificate as the platform knows it
 */
public record SealCertificate(X509Certificate x509) {

    /** In characters; a certificate has a few thousand. */
    private static final int LONGEST = 100_000;

    private static final int LINE = 64;
    /** In one file; an installation has a few in all its years. */
    private static final int MOST = 100;

    /**
     * Reads one certificate as text (RFC 7468), as {@link #pem()} writes it.
     *
     * @throws Problem if it is none
     */
    public static SealCertificate ofPem(String pem) {
        if (pem.length() > LONGEST || !pem.contains("BEGIN CERTIFICATE")) {
            throw notOne();
        }
        String one = pem.substring(pem.indexOf("-----BEGIN CERTIFICATE"));
        try {
            return new SealCertificate((X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(one.getBytes(StandardCharsets.ISO_8859_1))));
        } catch (CertificateException e) {
            throw notOne().because(e);
        }
    }

    /**
     * Reads all certificates of a text, as a file with those of several years has them.
     *
     * @throws Problem if there is none, or one that cannot be read
     */
    public static List<SealCertificate> allOfPem(String pem) {
        String[] parts = pem.split("(?=-----BEGIN CERTIFICATE-----)", MOST + 1);
        List<SealCertificate> all = Arrays.stream(parts)
                .filter(part -> part.startsWith("-----BEGIN CERTIFICATE-----"))
                .limit(MOST)
                .map(SealCertificate::ofPem)
                .toList();
        if (all.isEmpty()) {
            throw notOne();
        }
        return all;
    }

    /** The certificate as text, for people who want to check seals themselves. */
    public String pem() {
        String lines = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(bytes());
        return "-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n";
    }

    /** Whose it is: the common name, or the whole of the name where it has none. */
    public String subject() {
        X500Name name = X500Name.getInstance(x509.getSubjectX500Principal().getEncoded());
        RDN[] common = name.getRDNs(BCStyle.CN);
        return common.length == 0
                ? name.toString()
                : IETFUtils.valueToString(common[0].getFirst().getValue());
    }

    public Instant validFrom() {
        return x509.getNotBefore().toInstant();
    }

    public Instant validUntil() {
        return x509.getNotAfter().toInstant();
    }

    /** What two people compare to know that they have the same certificate. */
    public Digest fingerprint() {
        return Digest.of(bytes());
    }

    boolean isValidAt(Instant moment) {
        return !moment.isBefore(validFrom()) && !moment.isAfter(validUntil());
    }

    byte[] digest(MessageDigest sum) {
        return sum.digest(bytes());
    }

    byte[] bytes() {
        try {
            return x509.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("A certificate that was read can be written", e);
        }
    }

    private static Problem notOne() {
        return Problem.badInput(Finding.error(
                "seal-certificate",
                "This is not a certificate. Give it as text that begins with “-----BEGIN CERTIFICATE-----”.",
                Place.UNKNOWN));
    }
}
