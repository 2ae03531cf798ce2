package quire.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import quire.seal.TimeAuthority;

/** A time-stamping authority (RFC 3161) on this machine, which can be told to answer wrongly. */
public final class TestTimeAuthority implements AutoCloseable {

    /** What it says the time is. */
    public static final Instant TIME = Instant.parse("2026-11-21T12:30:00Z");

    private static final String NAME = "CN=Authority of the tests";

    private final HttpServer server;
    private final KeyPair pair;
    private final X509Certificate certificate;
    private volatile UnaryOperator<byte[]> twist = UnaryOperator.identity();
    private volatile int status = 200;
    private volatile Duration delay = Duration.ZERO;

    public TestTimeAuthority() throws Exception {
        pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        certificate = certificate(pair);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/stamp");
    }

    public TimeAuthority required() {
        return new TimeAuthority(address(), Duration.ofSeconds(2), true);
    }

    public TimeAuthority wanted() {
        return new TimeAuthority(address(), Duration.ofSeconds(2), false);
    }

    /** From now on its answers are changed like this. */
    public TestTimeAuthority twisting(UnaryOperator<byte[]> change) {
        twist = change;
        return this;
    }

    public TestTimeAuthority answering(int code) {
        status = code;
        return this;
    }

    public TestTimeAuthority after(Duration wait) {
        delay = wait;
        return this;
    }

    /** A stamp of something, without anybody asking. */
    public byte[] answer(byte[] question, Instant at) {
        try {
            TimeStampRequest request = new TimeStampRequest(question);
            AlgorithmIdentifier sha256 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);
            DigestCalculator calculator =
                    new JcaDigestCalculatorProviderBuilder().build().get(sha256);
            TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                    new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withRSA", pair.getPrivate(), certificate),
                    calculator,
                    new ASN1ObjectIdentifier("1.2.3.4.5"));
            tokens.addCertificates(new JcaCertStore(List.of(certificate)));
            return new TimeStampResponseGenerator(tokens, Set.of(TSPAlgorithms.SHA256.getId()))
                    .generate(request, BigInteger.TEN, Date.from(at))
                    .getEncoded();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] question = exchange.getRequestBody().readAllBytes();
        byte[] answer = twist.apply(answer(question, TIME));
        try {
            Thread.sleep(delay.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.getResponseHeaders().set("Content-Type", "application/timestamp-reply");
        exchange.sendResponseHeaders(status, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private static X509Certificate certificate(KeyPair pair) throws Exception {
        Date from = Date.from(TIME.minus(Duration.ofDays(1)));
        Date until = Date.from(TIME.plus(Duration.ofDays(3_650)));
        X500Name name = new X500Name(NAME);
        JcaX509v3CertificateBuilder builder =
                new JcaX509v3CertificateBuilder(name, BigInteger.TWO, from, until, name, pair.getPublic());
        builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate())));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
