package quire.forms;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import quire.yaml.Part;

/** The earliest or latest day that a date may be. */
public sealed interface DateBound {

    /** The day on which the answer is checked. */
    record Today() implements DateBound {}

    /** A day that the form names. */
    record Day(LocalDate date) implements DateBound {}

    /** The day answered in another field; no bound while that is not answered. */
    record SameAs(String field) implements DateBound {}

    /** Reads a bound from a form file; null if there is none or it is not one. */
    static @Nullable DateBound read(Part part) {
        String word = part.text();
        if (word == null) {
            String field = part.member("field").text();
            return field == null ? null : new SameAs(field);
        }
        if (word.equals("today")) {
            return new Today();
        }
        LocalDate date = Dates.parse(word);
        if (date == null && word.matches(Dates.PATTERN)) {
            part.fault("bounds", "“" + word + "” is not a day of the calendar.");
        }
        return date == null ? null : new Day(date);
    }
}
