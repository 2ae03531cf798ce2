package quire.seal;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** PKCS#12 files as operators may have them. */
final class KeyFiles {

    private KeyFiles() {}

    /** @param kind RSA, EC, DSA, or RSA-1024 */
    static KeyStore.PrivateKeyEntry entry(String kind, String name) throws Exception {
        return entry(kind, name, KeyUsage.digitalSignature);
    }

    static KeyStore.PrivateKeyEntry forEncryption() throws Exception {
        return entry("RSA", "CN=Letters", KeyUsage.keyEncipherment);
    }

    private static KeyStore.PrivateKeyEntry entry(String kind, String name, int usage) throws Exception {
        String[] parts = kind.split("-", -1);
        KeyPairGenerator generator = KeyPairGenerator.getInstance(parts[0]);
        generator.initialize(parts.length > 1 ? Integer.parseInt(parts[1]) : parts[0].equals("EC") ? 256 : 2048);
        KeyPair pair = generator.generateKeyPair();
        X500Name holder = new X500Name(name);
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                holder,
                BigInteger.valueOf(name.hashCode()).abs(),
                Date.from(SealDates.NOW.minus(Duration.ofDays(1))),
                Date.from(SealDates.NOW.plus(Duration.ofDays(365))),
                holder,
                pair.getPublic());
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
        String algorithm = "SHA256with" + (parts[0].equals("EC") ? "ECDSA" : parts[0]);
        X509Certificate certificate = new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm).build(pair.getPrivate())));
        return new KeyStore.PrivateKeyEntry(pair.getPrivate(), new Certificate[] {certificate});
    }

    /** The key of one with the certificate of another. */
    static KeyStore.PrivateKeyEntry mixed(KeyStore.PrivateKeyEntry key, KeyStore.PrivateKeyEntry certificate) {
        return new KeyStore.PrivateKeyEntry(key.getPrivateKey(), certificate.getCertificateChain());
    }

    static byte[] of(String password, KeyStore.PrivateKeyEntry... entries) throws Exception {
        KeyStore store = empty();
        for (KeyStore.PrivateKeyEntry entry : entries) {
            store.setKeyEntry(
                    "key-" + store.size(), entry.getPrivateKey(), password.toCharArray(), entry.getCertificateChain());
        }
        return written(store, password);
    }

    static byte[] ofCertificate(String password, X509Certificate certificate) throws Exception {
        KeyStore store = empty();
        store.setCertificateEntry("only", certificate);
        return written(store, password);
    }

    private static KeyStore empty() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static byte[] written(KeyStore store, String password) throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        store.store(file, password.toCharArray());
        return file.toByteArray();
    }
}
