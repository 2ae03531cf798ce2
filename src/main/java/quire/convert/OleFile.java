package quire.convert;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import quire.core.Problem;

/**
 * The container that older office programs write, and newer ones around a file with a password ([MS-CFB]). Every kind is
 * refused; the names in its directory only tell which sentence is right.
 */
final class OleFile {

    /** Entries of the directory begin at multiples of this, wherever the directory lies. */
    private static final int ENTRY = 128;

    private static final int FIRST_SECTOR = 512;
    private static final int MOST_NAMES = 1_000;

    private OleFile() {}

    static boolean is(byte[] file) {
        return Bytes.at(file, 0, "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1");
    }

    static Problem refusal(byte[] file) {
        Set<String> names = names(file);
        if (names.contains("EncryptedPackage") || names.contains("EncryptionInfo")) {
            return Refusal.PASSWORD.problem("Open it in Word and save it again without a password.");
        } else if (names.contains("WordDocument")) {
            return Refusal.KIND.problem(
                    "It is in the old format of Word (.doc). Open it in Word, choose Save As and Word Document (.docx).");
        } else if (names.stream().anyMatch(name -> name.startsWith("__substg"))) {
            return Refusal.KIND.problem("It is an e-mail from Outlook. Open it there and print it to a PDF.");
        }
        return Refusal.KIND.problem(Advice.PRINT);
    }

    private static Set<String> names(byte[] file) {
        Set<String> names = new HashSet<>();
        for (int at = FIRST_SECTOR; at + ENTRY <= file.length && names.size() < MOST_NAMES; at += ENTRY) {
            int length = Bytes.littleTwo(file, at + 64);
            int type = Bytes.one(file, at + 66);
            if (length > 2
                    && length <= 64
                    && length % 2 == 0
                    && (type == 1 || type == 2)
                    && Bytes.two(file, at + length - 2) == 0) {
                names.add(new String(file, at, length - 2, StandardCharsets.UTF_16LE));
            }
        }
        return names;
    }
}
