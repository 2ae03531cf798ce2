package quire.seal;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.HttpURLConnection;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;

/** Asks a time-stamping authority (RFC 3161, 3.4), and takes no answer that was not made for the question. */
final class TimeStampClient implements TSPSource {

    /** In bytes; stamps with all their certificates have less than ten thousand. */
    private static final int LARGEST = 60_000;

    private static final int NONCE_BITS = 64;

    private final TimeAuthority authority;
    private final SecureRandom random = new SecureRandom();

    TimeStampClient(TimeAuthority authority) {
        this.authority = authority;
    }

    @Override
    public TimestampBinary getTimeStampResponse(DigestAlgorithm algorithm, byte[] digest) {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        TimeStampRequest request = generator.generate(
                new ASN1ObjectIdentifier(algorithm.getOid()), digest, new BigInteger(NONCE_BITS, random));
        try {
            TimeStampResponse response = new TimeStampResponse(ask(request.getEncoded()));
            response.validate(request);
            return new TimestampBinary(granted(response).getEncoded());
        } catch (IOException | TSPException e) {
            throw away().because(e);
        }
    }

    private static TimeStampToken granted(TimeStampResponse response) throws TSPException {
        TimeStampToken token = response.getTimeStampToken();
        if (token == null || StampCheck.of(token).isEmpty()) {
            throw new TSPException("It gives no stamp that is good: " + response.getStatusString());
        }
        return token;
    }

    private byte[] ask(byte[] question) throws IOException {
        long deadline = System.nanoTime() + authority.patience().toNanos();
        HttpURLConnection connection =
                (HttpURLConnection) authority.address().toURL().openConnection();
        try {
            connection.setInstanceFollowRedirects(false);
            connection.setConnectTimeout(milliseconds(authority.patience()));
            connection.setReadTimeout(milliseconds(authority.patience()));
            connection.setRequestProperty("Content-Type", "application/timestamp-query");
            connection.setDoOutput(true);
            try (OutputStream body = connection.getOutputStream()) {
                body.write(question);
            }
            if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
                throw new IOException("It answers with status " + connection.getResponseCode());
            }
            return answer(connection, deadline);
        } finally {
            connection.disconnect();
        }
    }

    /** Each piece may take its time, but all of them together may not take more. */
    private static byte[] answer(HttpURLConnection connection, long deadline) throws IOException {
        byte[] answer = new byte[LARGEST];
        int length = 0;
        try (InputStream body = connection.getInputStream()) {
            for (int read = 0; read >= 0; read = body.read(answer, length, LARGEST - length)) {
                length += read;
                if (length == LARGEST || System.nanoTime() > deadline) {
                    throw new IOException("Its answer is too long, or takes too long");
                }
            }
        }
        return Arrays.copyOf(answer, length);
    }

    private static int milliseconds(Duration time) {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, time.toMillis()));
    }

    private Problem away() {
        String sentence = "The time-stamping authority at " + authority.address()
                + " does not answer as it should, so nothing was sealed. Try again later, or check its address.";
        Finding finding = Finding.error("seal-time-stamp", sentence, Place.UNKNOWN);
        return Problem.of(Problem.Kind.UNAVAILABLE, sentence).withFindings(List.of(finding));
    }
}
