package quire.yaml;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;

/**
 * Reads YAML 1.2 (core schema) into plain data, remembering the line of every piece. Built on the parser's events and
 * not on its composer, because only so can depth, repetition by aliases and the size of numbers be limited before they
 * cost anything.
 */
final class YamlReader {

    static final int MAX_CHARACTERS = 512 * 1024;

    private static final int MAX_DEPTH = 30;
    private static final int MAX_PIECES = 50_000;
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\.\\d+|\\d+(\\.\\d*)?)([eE][-+]?\\d{1,3})?");
    private static final int LONGEST_NUMBER = 30;
    private static final BigDecimal LARGEST = new BigDecimal("999999999999");

    private static final ScalarResolver RESOLVER = new CoreSchema().getScalarResolver();

    private final String name;
    private final Iterator<Event> events;
    private final List<Finding> findings;
    private final Map<String, Integer> lines = new HashMap<>();
    private final Map<String, Anchored> anchors = new HashMap<>();
    private int pieces;

    /** Data that an alias may name, and how many pieces it is made of. */
    private record Anchored(@Nullable Object data, int pieces) {}

    private YamlReader(String name, Iterator<Event> events, List<Finding> findings) {
        this.name = name;
        this.events = events;
        this.findings = findings;
    }

    /**
     * Reads one file.
     *
     * @param findings where faults go that do not keep the rest from being read
     * @throws Problem if the text is no YAML, is empty, or is beyond a limit
     */
    static YamlFile read(String text, String name, List<Finding> findings) {
        if (text.length() > MAX_CHARACTERS) {
            throw YamlFaults.tooLong(name);
        }
        String yaml = text.startsWith("\uFEFF") ? text.substring(1) : text;
        LoadSettings settings = LoadSettings.builder()
                .setLabel(name)
                .setCodePointLimit(MAX_CHARACTERS + 1)
                .build();
        try {
            Iterator<Event> events = new Parse(settings).parseString(yaml).iterator();
            return new YamlReader(name, events, findings).file();
        } catch (YamlEngineException e) {
            throw YamlFaults.notYaml(e, yaml, name);
        }
    }

    private YamlFile file() {
        events.next(); // the start of the stream
        Event start = events.next();
        if (start.getEventId() != Event.ID.DocumentStart) {
            throw fault("yaml-empty", "The file is empty. Write something into it, or take it away.", start);
        }
        Object data = piece(events.next(), "", 1);
        events.next(); // the end of the document
        Event end = events.next();
        if (end.getEventId() != Event.ID.StreamEnd) {
            throw fault("yaml", "A second document begins here with “---”. Write one to a file.", end);
        }
        return new YamlFile(name, data, lines);
    }

    private @Nullable Object piece(Event event, String path, int depth) {
        lines.putIfAbsent(path, line(event));
        if (depth > MAX_DEPTH) {
            throw fault("limit", "This is nested more than " + MAX_DEPTH + " deep.", event);
        }
        if (event instanceof AliasEvent alias) {
            return alias(alias);
        }
        int before = pieces;
        count(1, event);
        Object data = event instanceof ScalarEvent scalar
                ? scalar(scalar, path)
                : event.getEventId() == Event.ID.MappingStart ? mapping(path, depth) : sequence(path, depth);
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            anchors.put(node.getAnchor().get().getValue(), new Anchored(data, pieces - before));
        }
        if (event instanceof CollectionStartEvent collection
                && collection.getTag().isPresent()) {
            findings.add(tagged(collection.getTag().get(), event));
        }
        return data;
    }

    private @Nullable Object alias(AliasEvent alias) {
        Anchored anchored = anchors.get(alias.getAlias().getValue());
        if (anchored == null) {
            throw fault(
                    "yaml",
                    "“*" + alias.getAlias().getValue() + "” repeats something that is not finished before it.",
                    alias);
        }
        count(anchored.pieces(), alias);
        return anchored.data();
    }

    private void count(int more, Event event) {
        pieces += more;
        if (pieces > MAX_PIECES) {
            throw fault(
                    "limit",
                    "The file has more than " + MAX_PIECES + " pieces up to here, repeated ones counted each time.",
                    event);
        }
    }

    private Map<String, @Nullable Object> mapping(String path, int depth) {
        Map<String, @Nullable Object> mapping = new LinkedHashMap<>();
        Map<String, Integer> firstLines = new HashMap<>();
        Event event = events.next();
        while (event.getEventId() != Event.ID.MappingEnd) {
            if (!(event instanceof ScalarEvent scalar)) {
                throw fault("yaml", "A key must be one word, not a list or an object.", event);
            }
            String key = scalar.getValue();
            Integer first = firstLines.putIfAbsent(key, line(event));
            String keyPath = path.isEmpty() ? key : path + "." + key;
            lines.putIfAbsent(keyPath, line(event));
            Object value = piece(events.next(), keyPath, depth + 1);
            if (first == null) {
                mapping.put(key, value);
            } else {
                findings.add(finding(
                        "duplicate-key", "“" + key + "” stands here and on line " + first + ". Keep one.", event));
            }
            event = events.next();
        }
        return mapping;
    }

    private List<@Nullable Object> sequence(String path, int depth) {
        List<@Nullable Object> sequence = new ArrayList<>();
        Event event = events.next();
        while (event.getEventId() != Event.ID.SequenceEnd) {
            sequence.add(piece(event, path + "[" + sequence.size() + "]", depth + 1));
            event = events.next();
        }
        return sequence;
    }

    private @Nullable Object scalar(ScalarEvent scalar, String path) {
        if (scalar.getTag().isPresent()) {
            findings.add(tagged(scalar.getTag().get(), scalar));
            return scalar.getValue();
        }
        String text = scalar.getValue();
        if (!scalar.isPlain()) {
            return text;
        }
        Tag tag = RESOLVER.resolve(text, true);
        if (tag.equals(Tag.NULL)) {
            return null;
        } else if (tag.equals(Tag.BOOL)) {
            return Boolean.valueOf(text);
        } else if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
            return number(text, path, scalar);
        }
        return text;
    }

    private BigDecimal number(String text, String path, Event event) {
        boolean plain = text.length() <= LONGEST_NUMBER && NUMBER.matcher(text).matches();
        BigDecimal number = plain ? new BigDecimal(text) : BigDecimal.ZERO;
        if (!plain || number.abs().compareTo(LARGEST) > 0) {
            String brief = text.length() > LONGEST_NUMBER ? text.substring(0, LONGEST_NUMBER) + "…" : text;
            Finding finding = finding(
                    "number",
                    "“" + brief + "” is not a number that can be used here: plain digits up to " + LARGEST
                            + ". Put it in quotes if it is meant as text.",
                    event);
            findings.add(finding.at(finding.place().path(path)));
            return BigDecimal.ZERO;
        }
        return number;
    }

    private Finding tagged(String tag, Event event) {
        return finding(
                "yaml",
                "Definition files do not use YAML tags such as “" + tag.replace("tag:yaml.org,2002:", "!!")
                        + "”. Take it away; quotes make a text.",
                event);
    }

    private Problem fault(String code, String message, Event event) {
        return Problem.badInput(finding(code, message, event));
    }

    private Finding finding(String code, String message, Event event) {
        return Finding.error(code, message, Place.inFile(name).line(line(event)));
    }

    private static int line(Event event) {
        return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }
}
