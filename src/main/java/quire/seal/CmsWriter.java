package quire.seal;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSMessageDigest;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.ExternalCMSService;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** Makes the signature that goes into a PDF file: CMS as ETSI EN 319 142-1 wants it, level B, or T with a time-stamp. */
final class CmsWriter {

    private final SealKey key;
    private final List<CertificateToken> chain;

    CmsWriter(SealKey key) {
        this.key = key;
        this.chain = key.chain().stream().map(CertificateToken::new).toList();
    }

    /** @param digest the SHA-256 of all that is to be signed */
    byte[] sign(byte[] digest, Instant at) {
        return sign(digest, parameters(SignatureLevel.PAdES_BASELINE_B, at), service());
    }

    /** @throws quire.core.Problem if the authority does not answer as it should */
    byte[] signStamped(byte[] digest, Instant at, TimeStampClient authority) {
        ExternalCMSService service = service();
        service.setTspSource(authority);
        return sign(digest, parameters(SignatureLevel.PAdES_BASELINE_T, at), service);
    }

    private byte[] sign(byte[] digest, PAdESSignatureParameters parameters, ExternalCMSService service) {
        DSSMessageDigest message = new DSSMessageDigest(DigestAlgorithm.SHA256, digest);
        try {
            byte[] signature =
                    key.sign(service.getDataToSign(message, parameters).getBytes());
            ByteArrayOutputStream cms = new ByteArrayOutputStream();
            service.signMessageDigest(
                            message, parameters, new SignatureValue(parameters.getSignatureAlgorithm(), signature))
                    .writeTo(cms);
            return cms.toByteArray();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("A key that was tried as it was read can sign", e);
        }
    }

    private static ExternalCMSService service() {
        return new ExternalCMSService(new CommonCertificateVerifier());
    }

    private PAdESSignatureParameters parameters(SignatureLevel level, Instant at) {
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(level);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.getSignatureTimestampParameters().setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(chain.get(0));
        parameters.setCertificateChain(chain);
        parameters.bLevel().setSigningDate(Date.from(at));
        return parameters;
    }
}
