package quire.testkit;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The harmless file that every virus scanner finds (EICAR). It is put together here, or scanners would find this source. */
public final class Eicar {

    private Eicar() {}

    public static byte[] file() {
        return ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** As the signatures of ClamAV name it: its bytes, anywhere in any file. */
    static String signature() {
        return "Eicar-Test:0:*:" + HexFormat.of().formatHex(file()) + "\n";
    }
}
