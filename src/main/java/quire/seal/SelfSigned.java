package quire.seal;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes keys whose certificate nobody but themselves vouches for (RFC 5280). */
final class SelfSigned {

    private static final int YEARS = 10;
    private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);
    /** The most that X.520 lets a common name have. */
    private static final int LONGEST_NAME = 64;

    private static final int SERIAL_BITS = 127;

    private SelfSigned() {}

    static SealKey key(String installation, Instant now) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            return new SealKey(pair.getPrivate(), List.of(certificate(pair, name(installation), now)));
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
            throw new IllegalStateException("Every Java platform can make keys on P-256", e);
        }
    }

    private static X509Certificate certificate(KeyPair pair, X500Name name, Instant now)
            throws GeneralSecurityException, OperatorCreationException, CertIOException {
        Instant from = now.minus(CLOCKS_DIFFER).truncatedTo(ChronoUnit.SECONDS);
        Instant until = from.atOffset(ZoneOffset.UTC).plusYears(YEARS).toInstant();
        BigInteger serial = new BigInteger(SERIAL_BITS, new SecureRandom()).add(BigInteger.ONE);
        JcaX509v3CertificateBuilder certificate = new JcaX509v3CertificateBuilder(
                name, serial, Date.from(from), Date.from(until), name, pair.getPublic());
        certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        certificate.addExtension(
                Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
        certificate.addExtension(
                Extension.subjectKeyIdentifier,
                false,
                new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
        return new JcaX509CertificateConverter()
                .getCertificate(
                        certificate.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
    }

    private static X500Name name(String installation) {
        String words = installation.strip().isEmpty() ? "Quire" : installation.strip();
        int end = Math.min(LONGEST_NAME, words.length());
        boolean splits = end < words.length() && Character.isLowSurrogate(words.charAt(end));
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.CN, words.substring(0, splits ? end - 1 : end))
                .build();
    }
}
