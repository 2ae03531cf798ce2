package quire.core;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON as plain Java data: {@code Map<String, Object>} in the order of the text, {@code List<Object>}, {@code String},
 * {@code BigDecimal}, {@code Boolean} and {@code null}; nothing else goes in or comes out.
 *
 * <p>Reading is strict: a key twice, anything after the end, a number beyond a double's range, or nesting deeper than
 * {@value #MAX_DEPTH} is refused with the line it stands on.
 */
public final class Json {

    public static final int MAX_DEPTH = 100;
    /** RFC 8785 writes numbers as doubles do, so nothing larger can keep its value. */
    private static final int MAX_EXPONENT = 308;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(50_000_000)
                    .maxNumberLength(400)
                    .maxNameLength(1_000)
                    .build())
            .build();

    private Json() {}

    /**
     * Reads one JSON text.
     *
     * @param text the JSON, in UTF-8
     * @param name what the person calls it, for messages
     * @throws Problem if it is not JSON, with the line and column
     */
    public static @Nullable Object read(byte[] text, String name) {
        return read(new String(text, StandardCharsets.UTF_8), name);
    }

    /** As {@link #read(byte[], String)}, from text. */
    public static @Nullable Object read(String text, String name) {
        String withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try (JsonParser parser = FACTORY.createParser(tools.jackson.core.ObjectReadContext.empty(), withoutMark)) {
            if (parser.nextToken() == null) {
                throw bad(name, "is empty", parser.currentLocation());
            }
            Object value = value(parser, name);
            if (parser.nextToken() != null) {
                throw bad(name, "goes on after its end", parser.currentTokenLocation());
            }
            return value;
        } catch (StreamConstraintsException e) {
            throw bad(name, "is nested too deep or holds a name or number that is too long", e.getLocation())
                    .because(e);
        } catch (JacksonException e) {
            throw bad(name, "is not JSON: " + firstLine(e.getOriginalMessage()), e.getLocation())
                    .because(e);
        }
    }

    /** Reads one JSON object. */
    public static Map<String, @Nullable Object> readObject(String text, String name) {
        Object value = read(text, name);
        if (value instanceof Map<?, ?> map) {
            return asObject(map);
        }
        throw Problem.badInput(Finding.error(
                "json-not-object",
                name + " must hold one JSON object: { … }.",
                Place.inFile(name).line(1)));
    }

    /** The map as a JSON object; its keys are checked. */
    public static Map<String, @Nullable Object> asObject(Map<?, ?> map) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        map.forEach((key, value) -> object.put((String) key, value));
        return object;
    }

    /** The shortest text, keys in the order of the map. */
    public static String write(@Nullable Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            write(value, generator);
        }
        return text.toString();
    }

    /** The canonical form of RFC 8785: what is hashed and stored. */
    public static String canonical(@Nullable Object value) {
        try {
            return new JsonCanonicalizer(write(value)).getEncodedString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Object value(JsonParser parser, String name) {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(parser, name);
            case START_ARRAY -> array(parser, name);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser, name);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw bad(name, "is not JSON", parser.currentTokenLocation());
        };
    }

    private static Map<String, @Nullable Object> object(JsonParser parser, String name) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            object.put(key, value(parser, name));
        }
        return object;
    }

    private static List<@Nullable Object> array(JsonParser parser, String name) {
        List<@Nullable Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser, name));
        }
        return array;
    }

    private static BigDecimal number(JsonParser parser, String name) {
        BigDecimal number = new BigDecimal(parser.getString());
        long magnitude = (long) number.precision() - number.scale();
        if (Math.abs(magnitude) > MAX_EXPONENT) {
            throw bad(name, "holds a number that is too large or too small", parser.currentTokenLocation());
        }
        return number;
    }

    private static void write(@Nullable Object value, JsonGenerator generator) {
        if (value == null) {
            generator.writeNull();
        } else if (value instanceof Map<?, ?> map) {
            generator.writeStartObject();
            map.forEach((key, member) -> {
                generator.writeName((String) key);
                write(member, generator);
            });
            generator.writeEndObject();
        } else if (value instanceof Iterable<?> list) {
            generator.writeStartArray();
            list.forEach(item -> write(item, generator));
            generator.writeEndArray();
        } else if (value instanceof String text) {
            generator.writeString(text);
        } else if (value instanceof Boolean truth) {
            generator.writeBoolean(truth);
        } else if (value instanceof BigDecimal number) {
            generator.writeNumber(number);
        } else if (value instanceof Integer || value instanceof Long) {
            generator.writeNumber(((Number) value).longValue());
        } else if (value instanceof BigInteger number) {
            generator.writeNumber(number);
        } else {
            throw new IllegalArgumentException("Not JSON data: " + value.getClass());
        }
    }

    private static Problem bad(String name, String what, @Nullable TokenStreamLocation location) {
        int line = location == null ? 0 : Math.max(location.getLineNr(), 0);
        String place =
                location == null || line == 0 ? "" : " (line " + line + ", column " + location.getColumnNr() + ")";
        return Problem.badInput(Finding.error(
                "json", name + " " + what + place + ".", Place.inFile(name).line(line)));
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "" : message.lines().findFirst().orElse("");
    }
}
