package quire.seal;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/** Whether a time-stamp is good: signed by the certificate that it brings, which is for nothing but time-stamps. */
final class StampCheck {

    private StampCheck() {}

    /** The stamp beside a signature; empty if there is none, or it is not good, or it is of another signature. */
    static Optional<TimeStamp> of(SignerInformation signer) {
        AttributeTable beside = signer.getUnsignedAttributes();
        Attribute attribute = beside == null ? null : beside.get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
        if (attribute == null || attribute.getAttrValues().size() != 1) {
            return Optional.empty();
        }
        try {
            ContentInfo content =
                    ContentInfo.getInstance(attribute.getAttrValues().getObjectAt(0));
            TimeStampToken token = new TimeStampToken(new CMSSignedData(content));
            return isOf(signer.getSignature(), token) ? of(token) : Optional.empty();
        } catch (TSPException | CMSException | IOException | RuntimeException notOne) {
            return Optional.empty();
        }
    }

    static Optional<TimeStamp> of(TimeStampToken token) {
        return token.getCertificates().getMatches(null).stream()
                .filter(token.getSID()::match)
                .flatMap(brought -> of(token, brought).stream())
                .findFirst();
    }

    private static Optional<TimeStamp> of(TimeStampToken token, X509CertificateHolder brought) {
        try {
            X509Certificate certificate = new JcaX509CertificateConverter().getCertificate(brought);
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
            return Optional.of(
                    new TimeStamp(token.getTimeStampInfo().getGenTime().toInstant(), new SealCertificate(certificate)));
        } catch (TSPException | CertificateException | OperatorCreationException | RuntimeException notGood) {
            return Optional.empty();
        }
    }

    private static boolean isOf(byte[] signature, TimeStampToken token) {
        String algorithm = token.getTimeStampInfo().getMessageImprintAlgOID().getId();
        return Sums.of(algorithm)
                .filter(sum -> Arrays.equals(
                        sum.digest(signature), token.getTimeStampInfo().getMessageImprintDigest()))
                .isPresent();
    }
}
