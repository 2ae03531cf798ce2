package quire.merge.word;

import java.nio.charset.StandardCharsets;

/** The XML around the words of one run, made once for each tag of a template. */
final class RunFrame {

    private final String prefix;
    private final byte[] start;
    private final byte[] end;
    private final byte[] lineBreak;
    private final byte[] tab;
    private final RunFrame marked;
    private final String properties;

    /**
     * @param prefix the prefix of WordprocessingML in the part, with its colon; empty if it is the default namespace
     * @param properties the run's properties as XML; empty if it has none
     * @param markedProperties the same, highlighted: for what a draft says is missing
     */
    RunFrame(String prefix, String properties, String markedProperties) {
        this.prefix = prefix;
        this.properties = properties;
        String text = "<" + prefix + "t xml:space=\"preserve\">";
        String endText = "</" + prefix + "t>";
        this.start = bytes("<" + prefix + "r>" + properties + text);
        this.end = bytes(endText + "</" + prefix + "r>");
        this.lineBreak = bytes(endText + "<" + prefix + "br/>" + text);
        this.tab = bytes(endText + "<" + prefix + "tab/>" + text);
        this.marked =
                properties.equals(markedProperties) ? this : new RunFrame(prefix, markedProperties, markedProperties);
    }

    String prefix() {
        return prefix;
    }

    String properties() {
        return properties;
    }

    RunFrame marked() {
        return marked;
    }

    /** Writes the words with their line breaks and tabs; nothing for no words. */
    void write(String words, Execution run) {
        if (words.isEmpty()) {
            return;
        }
        Sink sink = run.sink();
        sink.write(start);
        int from = 0;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c <= '\r' && (c == '\n' || c == '\t' || c == '\r')) {
                sink.escaped(words, from, i);
                from = i + 1;
                if (c == '\t') {
                    sink.write(tab);
                } else if (c == '\n' || !words.startsWith("\n", from)) {
                    sink.write(lineBreak);
                }
            }
        }
        sink.escaped(words, from, words.length());
        sink.write(end);
        run.ink();
    }

    static byte[] bytes(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }
}
