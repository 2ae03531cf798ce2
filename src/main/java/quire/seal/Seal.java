package quire.seal;

import java.security.MessageDigest;
import java.util.Optional;

/** A seal that says it is from here. */
record Seal(SealClaim claim, SealSignature signature, SealCertificate by) {

    /** Whether all that it covers is as it was. */
    boolean holds(FileBytes file) {
        Optional<MessageDigest> sum = signature.sum();
        if (sum.isEmpty() || claim.covered() > file.size()) {
            return false;
        }
        file.digest(sum.get(), 0, claim.start());
        file.digest(sum.get(), claim.end(), claim.covered());
        return signature.signs(sum.get().digest(), by);
    }

    /** What is to be said of the file if it holds. */
    SealVerdict verdict(FileBytes file) {
        SealVerdict.Kind kind = claim.covered() == file.size() ? SealVerdict.Kind.WHOLE : SealVerdict.Kind.CONTINUED;
        return new SealVerdict(kind, by, claim.at(), signature.stamp().orElse(null), claim.covered());
    }
}
