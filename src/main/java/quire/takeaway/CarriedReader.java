package quire.takeaway;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;
import quire.core.Json;
import quire.core.Problem;
import quire.people.Newcomer;
import quire.trail.Head;

/** Reads {@code portfolio.json} and believes nothing of it but its form. */
final class CarriedReader {

    private static final RecordColumn ID = RecordColumn.of("*id");
    private static final RecordColumn MOMENT = RecordColumn.of("exported_at:moment");
    private static final int LONGEST_NAME = 200;

    private CarriedReader() {}

    /** @throws Problem if it is not as its schema says */
    static Carried read(String text) {
        Map<String, @Nullable Object> json;
        try {
            json = Json.readObject(text, Carried.NAME);
        } catch (Problem e) {
            throw Unfit.notOurs().because(e);
        }
        if (!Manifest.FORMAT.equals(json.get("format"))
                || !(json.get("version") instanceof BigDecimal version)
                || !(json.get("complete") instanceof Boolean complete)) {
            throw Unfit.notOurs();
        } else if (version.compareTo(BigDecimal.valueOf(Manifest.VERSION)) != 0) {
            throw Unfit.newer(version.intValue());
        }
        Map<?, ?> origin = object(json.get("origin"), "origin");
        return new Carried(
                complete,
                moment(json.get("exported_at")),
                line(origin.get("organisation"), "organisation"),
                text(origin.get("address"), "address"),
                head(origin.get("trail_head")),
                list(json.get("people"), "people", CarriedReader::person),
                new PortfolioRecord(rows(object(json.get("record"), "record"))),
                list(json.get("files"), "files", CarriedReader::file),
                list(json.get("left_out"), "left_out", one -> line(one, "left_out")));
    }

    private static Map<String, List<RecordRow>> rows(Map<?, ?> record) {
        Map<String, List<RecordRow>> rows = new LinkedHashMap<>();
        for (RecordTable table : RecordTables.all()) {
            rows.put(table.name(), list(record.get(table.name()), table.name(), row -> row(table, row)));
        }
        if (record.size() != rows.size()) {
            throw Unfit.impossible("it has tables that are not known");
        }
        return rows;
    }

    private static RecordRow row(RecordTable table, @Nullable Object data) {
        Map<?, ?> row = object(data, table.name());
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (RecordColumn column : table.columns()) {
            Object value = row.get(column.name());
            if (!row.containsKey(column.name()) || !column.fits(value)) {
                throw wrong(table.name() + "." + column.name());
            }
            values.put(column.name(), column.taken(value));
        }
        if (row.size() != values.size()) {
            throw Unfit.impossible("“" + table.name() + "” has columns that are not known");
        }
        return new RecordRow(values);
    }

    private static Newcomer person(@Nullable Object data) {
        Map<?, ?> person = object(data, "people");
        Object registration = person.get("registration");
        return new Newcomer(
                id(person.get("id")),
                line(person.get("name"), "name"),
                text(person.get("post"), "post"),
                registration == null ? null : line(registration, "registration"));
    }

    private static Carried.File file(@Nullable Object data) {
        Map<?, ?> file = object(data, "files");
        try {
            return new Carried.File(new Digest(text(file.get("sha256"), "files")), text(file.get("path"), "files"));
        } catch (IllegalArgumentException e) {
            throw wrong("files").because(e);
        }
    }

    private static Head head(@Nullable Object data) {
        try {
            return Head.of(text(data, "trail_head"));
        } catch (Problem e) {
            throw wrong("trail_head").because(e);
        }
    }

    private static Instant moment(@Nullable Object data) {
        if (!MOMENT.fits(data)) {
            throw wrong("exported_at");
        }
        return Instant.parse(text(data, "exported_at"));
    }

    private static String id(@Nullable Object data) {
        if (!ID.fits(data)) {
            throw wrong("people: id");
        }
        return text(data, "id");
    }

    private static String line(@Nullable Object data, String where) {
        String line = text(data, where);
        if (line.isBlank() || line.length() > LONGEST_NAME || line.codePoints().anyMatch(Character::isISOControl)) {
            throw wrong(where);
        }
        return line;
    }

    private static String text(@Nullable Object data, String where) {
        if (data instanceof String text) {
            return text;
        }
        throw wrong(where);
    }

    private static Map<?, ?> object(@Nullable Object data, String where) {
        if (data instanceof Map<?, ?> map) {
            return map;
        }
        throw wrong(where);
    }

    private static <T> List<T> list(@Nullable Object data, String where, Function<@Nullable Object, T> reader) {
        if (!(data instanceof List<?> list)) {
            throw wrong(where);
        }
        List<T> read = new ArrayList<>();
        list.forEach(one -> read.add(reader.apply(one)));
        return read;
    }

    private static Problem wrong(String where) {
        return Unfit.impossible("what stands at “" + where + "” cannot stand there");
    }
}
