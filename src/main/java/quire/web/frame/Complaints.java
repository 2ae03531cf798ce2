package quire.web.frame;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import quire.core.Finding;
import quire.core.Problem;

/** What is wrong with a plain form: the lines of the summary, and each of them beside its box. */
public final class Complaints {

    private final Map<String, String> messages = new LinkedHashMap<>();
    private final Map<String, String> advice = new LinkedHashMap<>();
    private final List<Frame.Fault> summary = new ArrayList<>();

    /** Complains about a box. */
    public Complaints add(String box, String message) {
        return add(box, "#" + Typed.id(box), message);
    }

    /** Says, below a complaint, what can be done about it. */
    public Complaints advise(String box, String words) {
        advice.put(box, words);
        return this;
    }

    /** What can be done about it; empty for nothing. */
    public String advice(String box) {
        return advice.getOrDefault(box, "");
    }

    /** Complains about the three boxes of a day. */
    public Complaints addDay(String box, String message) {
        return add(box, "#" + Typed.id(box) + "-day", message);
    }

    /** Complains about the form as a whole. */
    public Complaints add(String message) {
        summary.add(new Frame.Fault(message, ""));
        return this;
    }

    /**
     * Takes in why something was refused. Places are called like the boxes of the form.
     *
     * @throws Problem the same, if it is not the form's fault
     */
    public Complaints add(Problem refused) {
        switch (refused.kind()) {
            case BAD_INPUT, CONFLICT, TOO_LARGE -> {
                refused.findings().forEach(this::add);
                if (refused.findings().isEmpty()) {
                    add(refused.getMessage());
                }
                return this;
            }
            default -> throw refused;
        }
    }

    public boolean isEmpty() {
        return summary.isEmpty();
    }

    /** What to say beside a box; empty for nothing. */
    public String at(String box) {
        return messages.getOrDefault(box, "");
    }

    /** The page with its summary, if there is anything to complain about. */
    public View on(View page) {
        return isEmpty() ? page : Frame.failed(page, "", summary);
    }

    private void add(Finding finding) {
        String path = finding.place().path();
        if (path == null) {
            add(finding.message());
        } else {
            add(path, finding.message());
        }
    }

    private Complaints add(String box, String href, String message) {
        if (messages.putIfAbsent(box, message) == null) {
            summary.add(new Frame.Fault(message, href));
        }
        return this;
    }
}
