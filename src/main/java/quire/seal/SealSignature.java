package quire.seal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.jspecify.annotations.Nullable;

/** The signature in the contents of a seal (CMS, RFC 5652). The certificates that it brings are not believed, nor used. */
final class SealSignature {

    private final ContentInfo content;
    private final SignerInformation signer;

    private SealSignature(ContentInfo content, SignerInformation signer) {
        this.content = content;
        this.signer = signer;
    }

    /** Empty if it is not one signature of something that stands elsewhere, with nothing but zeros behind it. */
    static Optional<SealSignature> read(byte[] contents) {
        ByteArrayInputStream bytes = new ByteArrayInputStream(contents);
        try (ASN1InputStream input = new ASN1InputStream(bytes, contents.length, true)) {
            ContentInfo content = ContentInfo.getInstance(input.readObject());
            CMSSignedData signed = new CMSSignedData(content);
            Collection<SignerInformation> signers = signed.getSignerInfos().getSigners();
            boolean isOne = signers.size() == 1 && signed.isDetachedSignature() && isPadding(bytes.readAllBytes());
            return isOne
                    ? Optional.of(new SealSignature(content, signers.iterator().next()))
                    : Optional.empty();
        } catch (IOException | CMSException | RuntimeException notOne) {
            return Optional.empty();
        }
    }

    /** Whether it says that this is the certificate of its key. */
    boolean names(SealCertificate certificate) {
        try {
            return signer.getSID().match(new JcaX509CertificateHolder(certificate.x509()));
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("A certificate that was read can be written", e);
        }
    }

    /** How the bytes under the seal are to be summed; empty if that is too weak or not known. */
    Optional<MessageDigest> sum() {
        return Sums.of(signer.getDigestAlgOID());
    }

    /**
     * Whether the key of that certificate signed this digest, and the certificate with it (RFC 5035).
     *
     * @param digest made by {@link #sum()}
     */
    boolean signs(byte[] digest, SealCertificate certificate) {
        try {
            Map<String, byte[]> digests = Map.of(signer.getDigestAlgOID(), digest);
            SignerInformation one = new CMSSignedData(digests, content)
                    .getSignerInfos()
                    .getSigners()
                    .iterator()
                    .next();
            return namesInside(one.getSignedAttributes(), certificate)
                    && one.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate.x509()));
        } catch (CMSException | OperatorCreationException | RuntimeException notGood) {
            return false;
        }
    }

    /** The stamp beside it, if that is good. */
    Optional<TimeStamp> stamp() {
        return StampCheck.of(signer);
    }

    private static boolean namesInside(@Nullable AttributeTable signed, SealCertificate certificate) {
        Attribute attribute = signed == null ? null : signed.get(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
        if (attribute == null || attribute.getAttrValues().size() != 1) {
            return false;
        }
        ESSCertIDv2[] named = SigningCertificateV2.getInstance(
                        attribute.getAttrValues().getObjectAt(0))
                .getCerts();
        return named.length > 0 && isDigestOf(certificate, named[0]);
    }

    private static boolean isDigestOf(SealCertificate certificate, ESSCertIDv2 named) {
        ASN1ObjectIdentifier algorithm = named.getHashAlgorithm().getAlgorithm();
        return Sums.of(algorithm.getId())
                .filter(sum -> MessageDigest.isEqual(certificate.digest(sum), named.getCertHash()))
                .isPresent();
    }

    private static boolean isPadding(byte[] rest) {
        for (byte one : rest) {
            if (one != 0) {
                return false;
            }
        }
        return true;
    }
}
