package quire.web;

import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Place;

/** Problems and findings as programs read them: RFC 9457, with a list of findings where there are any. */
final class ProblemJson {

    private ProblemJson() {}

    static Map<String, @Nullable Object> of(HttpStatus status, String message, List<Finding> findings) {
        Map<String, @Nullable Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", status.getMessage());
        problem.put("status", status.getCode());
        problem.put("detail", message);
        if (!findings.isEmpty()) {
            problem.put("findings", findings(findings));
        }
        return problem;
    }

    static List<Map<String, @Nullable Object>> findings(List<Finding> findings) {
        return findings.stream().map(ProblemJson::finding).toList();
    }

    private static Map<String, @Nullable Object> finding(Finding finding) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        json.put("code", finding.code());
        json.put("message", finding.message());
        Place place = finding.place();
        putIfThere(json, "file", place.file());
        if (place.line() > 0) {
            json.put("line", place.line());
        }
        putIfThere(json, "part", place.part());
        putIfThere(json, "path", place.path());
        putIfThere(json, "excerpt", place.excerpt());
        putIfThere(json, "suggestion", finding.suggestion());
        return json;
    }

    private static void putIfThere(Map<String, @Nullable Object> json, String key, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            json.put(key, text);
        }
    }
}
