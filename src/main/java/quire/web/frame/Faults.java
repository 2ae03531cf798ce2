package quire.web.frame;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.forms.Field;
import quire.forms.RepeatField;

/** Findings about answers, put beside the questions of a page that they are about. */
public final class Faults {

    private static final Pattern ENTRY = Pattern.compile("([a-z0-9_]+)\\[(\\d+)](?:\\.([a-z0-9_]+).*)?");

    private final List<Field> fields;
    private final Typed typed;
    private final Map<String, String> messages = new LinkedHashMap<>();
    private final List<Frame.Fault> summary = new ArrayList<>();

    public Faults(List<Field> fields, Typed typed) {
        this.fields = fields;
        this.typed = typed;
    }

    /** Takes in the errors among the findings; the first of each question is shown beside it. */
    public Faults add(List<Finding> findings) {
        findings.stream().filter(Finding::isError).forEach(finding -> {
            String path = finding.place().path() == null ? "" : finding.place().path();
            add(nameOf(path), finding.message());
        });
        return this;
    }

    public Faults add(String name, String message) {
        if (messages.putIfAbsent(name, message) == null) {
            summary.add(new Frame.Fault(message, href(name)));
        }
        return this;
    }

    public boolean isEmpty() {
        return summary.isEmpty();
    }

    /** Messages by the name of the box. */
    public Map<String, String> messages() {
        return messages;
    }

    public List<Frame.Fault> summary() {
        return summary;
    }

    /** Where a link to the question at a path leads. */
    String href(String name) {
        Field field = field(name);
        if (field == null) {
            return "";
        }
        String id = Typed.id(name);
        return "#" + id
                + switch (field.type()) {
                    case DATE -> "-day";
                    case PERSON -> "-name";
                    case FILES -> "-new";
                    case REPEAT -> ((RepeatField) field).hasGivenEntries() ? "-title" : "-add";
                    default -> "";
                };
    }

    /** The name of the box for the path of an answer: {@code capabilities[2].judgement} is the third entry's. */
    String nameOf(String path) {
        Matcher entry = ENTRY.matcher(path);
        if (!entry.matches()) {
            return path.split("[.\\[]", 2)[0];
        }
        String repeat = entry.group(1);
        if (!(find(fields, repeat) instanceof RepeatField field) || entry.group(3) == null) {
            return repeat;
        }
        List<String> entries =
                field.rows() == null ? typed.entries(repeat) : field.rows().ids();
        int index = Integer.parseInt(entry.group(2));
        return index < entries.size() ? Typed.inside(repeat, entries.get(index), entry.group(3)) : repeat;
    }

    private @Nullable Field field(String name) {
        String[] parts = name.split("\\.", -1);
        Field field = find(fields, parts[0]);
        return parts.length == 3 && field instanceof RepeatField repeat ? find(repeat.items(), parts[2]) : field;
    }

    private static @Nullable Field find(List<Field> fields, String id) {
        return fields.stream()
                .filter(field -> field.id().equals(id))
                .findFirst()
                .orElse(null);
    }
}
