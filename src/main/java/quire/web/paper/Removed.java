package quire.web.paper;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import quire.forms.RepeatField;
import quire.forms.Section;
import quire.web.frame.View;

/**
 * An entry that was just removed, and can be put back.
 *
 * @param repeat the id of the repeat it was in
 * @param entry its name
 * @param revision the save that still had it
 */
record Removed(String repeat, String entry, int revision) {

    private static final Pattern WORDS = Pattern.compile("([a-z0-9_]{1,40}):([A-Za-z0-9_-]{1,40}):(\\d{1,9})");

    /** Reads {@link #toString()} back; empty for anything else. */
    static Optional<Removed> in(@Nullable String words) {
        Matcher matcher = WORDS.matcher(words == null ? "" : words);
        return matcher.matches()
                ? Optional.of(new Removed(matcher.group(1), matcher.group(2), Integer.parseInt(matcher.group(3))))
                : Optional.empty();
    }

    /** A page on which nothing was removed. */
    static void none(View page) {
        page.text("removed", "").text("undo", "");
    }

    /** Tells the page what was removed, and how to put it back. */
    void offer(Section section, View page) {
        section.fields().stream()
                .filter(field -> field.id().equals(repeat) && field instanceof RepeatField)
                .findFirst()
                .ifPresent(field -> page.text("removed", field.label()).text("undo", "restore:" + this));
    }

    @Override
    public String toString() {
        return repeat + ":" + entry + ":" + revision;
    }
}
