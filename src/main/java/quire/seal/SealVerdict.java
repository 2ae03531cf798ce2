package quire.seal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file since it was sealed.
 *
 * @param kind the answer
 * @param by whose seal it is, or claims to be where it is broken; null where there is none from here
 * @param at when it says that it was sealed; null unless the seal holds
 * @param stamp who vouches for the time; null for nobody, or where the seal does not hold
 * @param covered how many bytes of the file, from its beginning, are as they were sealed; 0 unless the seal holds
 */
public record SealVerdict(
        Kind kind,
        @Nullable SealCertificate by,
        @Nullable Instant at,
        @Nullable TimeStamp stamp,
        long covered) {

    /** The answer in one word, and in a sentence. */
    public enum Kind {
        NONE("This file has no seal."),
        WHOLE("This file is sealed, and is as it was."),
        /** Behind what the seal covers there is more, which may show other pages. */
        CONTINUED("Something was added to this file after it was sealed."),
        BROKEN("This file was changed after it was sealed, so its seal is broken."),
        FOREIGN("This file has a seal, but not one from here.");

        private final String sentence;

        Kind(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    static SealVerdict of(Kind kind) {
        return new SealVerdict(kind, null, null, null, 0);
    }

    static SealVerdict broken(SealCertificate by) {
        return new SealVerdict(Kind.BROKEN, by, null, null, 0);
    }
}
