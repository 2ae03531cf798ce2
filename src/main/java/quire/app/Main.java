package quire.app;

/** The entry point: {@code java -jar quire.jar COMMAND}. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(0);
    }
}
