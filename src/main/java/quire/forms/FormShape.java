package quire.forms;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import quire.merge.Shape;
import quire.merge.Shape.Kind;

/** What a template for a form may print, known before there are answers: the shape of {@link FormValues}. */
public final class FormShape {

    private FormShape() {}

    /** The keys of a template for this form. */
    public static Shape of(Form form) {
        Map<String, Shape> members = new LinkedHashMap<>();
        form.fields().forEach(field -> members.put(field.id(), field.shape()));
        Map<String, Shape> record = new LinkedHashMap<>();
        if (form.record() != null) {
            form.record().fields().forEach(field -> record.put(field.id(), field.shape()));
        }
        members.put("record", Shape.group(record));
        members.put("form", texts("id", "title", "version", "reference", "code", "about"));
        members.put("document", document());
        members.put("signatures", Signatures.shape());
        members.put("heading", Shape.list(cell()));
        members.put("sections", sections());
        return Shape.group(members);
    }

    private static Shape document() {
        Map<String, Shape> members = new LinkedHashMap<>(
                texts("title", "number", "status", "record", "foot").members());
        members.put("is", Shape.group(Map.of("draft", Shape.plain(Kind.YESNO))));
        members.put("made", Dates.shape());
        return Shape.group(members);
    }

    private static Shape sections() {
        Map<String, Shape> members = new LinkedHashMap<>(texts("id", "title").members());
        members.put("intro", Shape.plain(Kind.PROSE));
        members.put("owner", Shape.plain(Kind.TEXT));
        members.put("fields", Shape.list(field()));
        return Shape.list(Shape.group(members));
    }

    private static Shape field() {
        Map<String, Shape> members = new LinkedHashMap<>(cell().members());
        members.put("table", Shape.plain(Kind.YESNO));
        members.put("wide", Shape.plain(Kind.YESNO));
        members.put("columns", Shape.list(texts("label", "width")));
        Map<String, Shape> row = new LinkedHashMap<>(texts("label", "hint").members());
        row.put("cells", Shape.list(cell()));
        members.put("rows", Shape.list(Shape.group(row)));
        return Shape.group(members);
    }

    private static Shape cell() {
        Map<String, Shape> members =
                new LinkedHashMap<>(texts("id", "label", "hint").members());
        members.put("filled", Shape.plain(Kind.YESNO));
        members.put("answered", Shape.plain(Kind.YESNO));
        members.put("value", anything());
        Map<String, Shape> is = new LinkedHashMap<>();
        Arrays.stream(FieldType.values()).forEach(type -> is.put(type.word(), Shape.plain(Kind.YESNO)));
        members.put("is", Shape.group(is));
        return Shape.group(members);
    }

    /** A value of whatever type the field turns out to have: a layout asks {@code is.date} before {@code value.iso}. */
    private static Shape anything() {
        Map<String, Shape> members = new LinkedHashMap<>(
                texts("name", "role", "registration", "description", "sha256", "id", "number", "alt")
                        .members());
        members.putAll(Dates.shape().members());
        members.put("size", Shape.plain(Kind.TEXT).with(texts("bytes").members()));
        return Shape.plain(Kind.PROSE).with(members);
    }

    private static Shape texts(String... names) {
        Map<String, Shape> members = new LinkedHashMap<>();
        Arrays.stream(names).forEach(name -> members.put(name, Shape.plain(Kind.TEXT)));
        return Shape.group(members);
    }
}
