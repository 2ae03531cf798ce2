package quire.testkit;

import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;
import java.util.List;

/** Asks the validator of the European Commission about the signatures of a PDF. */
public final class DssValidator {

    private DssValidator() {}

    /** The one signature of a file: its level, and whether it holds. */
    public static String says(byte[] pdf) {
        SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(new InMemoryDocument(pdf));
        validator.setCertificateVerifier(new CommonCertificateVerifier());
        Reports reports = validator.validateDocument();
        List<String> signatures = reports.getSimpleReport().getSignatureIdList();
        if (signatures.size() != 1) {
            return signatures.size() + " signatures";
        }
        String one = signatures.get(0);
        boolean holds = reports.getDiagnosticData().getSignatureById(one).isSignatureIntact()
                && reports.getDiagnosticData().getSignatureById(one).isSignatureValid();
        return reports.getSimpleReport().getSignatureFormat(one)
                + (holds ? " intact" : " broken")
                + reports.getSimpleReport().getAdESValidationErrors(one).stream()
                        .map(message -> ", " + message.getValue())
                        .filter(message -> !message.contains("trust") && !message.contains("revocation"))
                        .toList();
    }
}
