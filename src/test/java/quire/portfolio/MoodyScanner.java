package quire.portfolio;

import java.util.function.Function;
import quire.scan.Scan;
import quire.scan.Scanner;

/** A scanner that says what a test wants; at first it is away. */
final class MoodyScanner implements Scanner {

    static final Scan AWAY = new Scan.NotScanned("it is away");
    static final Scan FOUND = new Scan.Found("Test");

    Function<byte[], Scan> says = content -> AWAY;

    @Override
    public Scan scan(byte[] content) {
        return says.apply(content);
    }

    @Override
    public String place() {
        return "here";
    }

    @Override
    public boolean answers() {
        return true;
    }
}
