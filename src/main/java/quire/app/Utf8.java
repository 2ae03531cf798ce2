package quire.app;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;

/** Text of files that people hand in: UTF-8, or refused, so that no name loses its accents unseen. */
final class Utf8 {

    private Utf8() {}

    static String decode(byte[] content, String name) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Problem.badInput(Finding.error("not-utf8", name + " is not in UTF-8.", Place.inFile(name)))
                    .because(e);
        }
    }
}
