package quire.web.frame;

import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;

/** Problems and findings as programs read them: RFC 9457, with a list of findings where there are any. */
public final class ProblemJson {

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

    public static List<Map<String, @Nullable Object>> findings(List<Finding> findings) {
        return findings.stream().map(Finding::asJson).toList();
    }
}
