package quire.yaml;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Place;

/**
 * A piece of a definition file: some data, where it stands, and where to write down what is wrong with it. Reading is
 * tolerant: data of another kind than asked for counts as absent, because the JSON Schema has already complained.
 */
public final class Part {

    private final @Nullable Object data;
    private final String path;
    private final YamlFile file;
    private final List<Finding> findings;

    private Part(@Nullable Object data, String path, YamlFile file, List<Finding> findings) {
        this.data = data;
        this.path = path;
        this.file = file;
        this.findings = findings;
    }

    /** The whole of a file. */
    static Part root(YamlFile file, List<Finding> findings) {
        return new Part(file.data(), "", file, findings);
    }

    public Part member(String key) {
        Object value = data instanceof Map<?, ?> map ? map.get(key) : null;
        return new Part(value, path.isEmpty() ? key : path + "." + key, file, findings);
    }

    /** The members of an object by key; none if this is not an object. */
    public Map<String, Part> members() {
        Map<String, Part> members = new LinkedHashMap<>();
        if (data instanceof Map<?, ?> map) {
            map.keySet().forEach(key -> members.put((String) key, member((String) key)));
        }
        return members;
    }

    /** The entries of a list; none if this is not a list. */
    public List<Part> entries() {
        List<Part> entries = new ArrayList<>();
        int size = data instanceof List<?> list ? list.size() : 0;
        for (int i = 0; i < size; i++) {
            entries.add(entry(i));
        }
        return entries;
    }

    /** One entry of a list, from 0. */
    public Part entry(int index) {
        Object value = data instanceof List<?> list && index < list.size() ? list.get(index) : null;
        return new Part(value, path + "[" + index + "]", file, findings);
    }

    public boolean isPresent() {
        return data != null;
    }

    public @Nullable Object data() {
        return data;
    }

    public @Nullable String text() {
        return data instanceof String text ? text : null;
    }

    public String text(String otherwise) {
        return data instanceof String text ? text : otherwise;
    }

    public List<String> texts() {
        return entries().stream()
                .map(Part::text)
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    public @Nullable BigDecimal number() {
        return data instanceof BigDecimal number ? number : null;
    }

    public @Nullable Integer whole() {
        return data instanceof BigDecimal number
                        && number.stripTrailingZeros().scale() <= 0
                        && number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0
                ? number.intValue()
                : null;
    }

    public int whole(int otherwise) {
        Integer whole = whole();
        return whole == null ? otherwise : whole;
    }

    public boolean truth() {
        return Boolean.TRUE.equals(data);
    }

    public String path() {
        return path;
    }

    /** Where this stands; for what is absent, where it should have been. */
    public Place place() {
        return Place.inFile(file.name()).line(file.line(path)).path(path);
    }

    /** Writes down that this is wrong. */
    public void fault(String code, String message) {
        fault(code, message, null);
    }

    /** As {@link #fault(String, String)}, with what was probably meant. */
    public void fault(String code, String message, @Nullable String suggestion) {
        findings.add(Finding.error(code, message, place()).suggest(suggestion));
    }

    /** Writes down a finding as it is. */
    public void add(Finding finding) {
        findings.add(finding);
    }
}
