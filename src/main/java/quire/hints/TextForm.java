package quire.hints;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What can be told by its form alone. Each begins where no word or number is going on and has an end in sight, so that no
 * text takes long. The first that claims a place has it.
 */
record TextForm(Hint.Kind kind, Pattern form, Predicate<String> fits) {

    /** A word of a name. One letter alone stands for somebody already. */
    private static final String CAPITALISED =
            "(?-i:\\p{Lu})(?:\\p{L}{1,40}|['’](?-i:\\p{Lu})\\p{L}{1,40})(?:['’-](?-i:\\p{Lu})\\p{L}{1,40}){0,3}";

    static final List<TextForm> ALL = List.of(
            of(
                    Hint.Kind.EMAIL,
                    "(?<![\\p{L}\\p{N}._%+'-])[\\p{L}\\p{N}._%+'-]{1,64}@(?:[\\p{L}\\p{N}-]{1,63}\\.){1,6}\\p{L}{2,24}"),
            of(
                    Hint.Kind.BIRTH,
                    "\\b(?:d\\.?\\s?o\\.?\\s?b\\b\\.?|date of birth|birth ?date|born(?: on)?(?: the)?|birthday|dyddiad geni|ganwyd|ganed)"
                            + "[^\\p{L}\\p{N}]{0,6}(?:(?:is|was|of|on|the|ar)\\s){0,3}(" + Dates.WRITTEN + ")"),
            of(Hint.Kind.BIRTH, "(?<![\\p{N}/.-])(" + Dates.WRITTEN + ")[ ,(]{1,3}(?:d\\.?o\\.?b\\b|date of birth)"),
            of(Hint.Kind.BIRTH, "\\(\\s?b\\.?\\s?(" + Dates.WRITTEN + ")"),
            of(
                    Hint.Kind.NAME,
                    "(?<![\\p{L}\\p{N}])((?:mrs?|ms|miss|mx|dr|prof|professor|sir|dame|rev)\\.?[ \u00A0]" + CAPITALISED
                            + "(?:[ \u00A0]" + CAPITALISED + "){0,2})"),
            of(
                    Hint.Kind.NHS_NUMBER,
                    "(?<![\\p{L}\\p{N}+/.-])([0-9]{3}[ \u00A0-]?[0-9]{3}[ \u00A0-]?[0-9]{4})(?![\\p{N}/]|[.-][\\p{N}])",
                    Numbers::isNhsNumber),
            of(
                    Hint.Kind.PHONE,
                    "(?<![\\p{L}\\p{N}+/.-])(?![0-9]{1,2}[.-][0-9]{1,2}[.-][0-9]{2})((?:(?:\\+|00)44[ \u00A0.-]?(?:\\(0\\))?[ \u00A0.-]?|\\(?0)"
                            + "[1235789](?:[ \u00A0().-]{0,2}[0-9]){8,9})(?![\\p{N}/])"),
            of(
                    Hint.Kind.INSURANCE,
                    "(?<![\\p{L}\\p{N}])((?!bg|gb|nk|kn|tn|nt|zz)[a-ceghj-prstw-z][a-ceghj-nprstw-z][ -]?[0-9]{2}[ -]?[0-9]{2}[ -]?[0-9]{2}"
                            + "[ -]?[a-d])(?![\\p{L}\\p{N}])"),
            of(Hint.Kind.REGISTRATION, "(?<![\\p{L}\\p{N}])(swe? ?[0-9]{4,7})(?![\\p{L}\\p{N}])"),
            of(
                    Hint.Kind.POSTCODE,
                    "(?<![\\p{L}\\p{N}])((?:[a-pr-uwyz][0-9][0-9]?|[a-pr-uwyz][a-hk-y][0-9][0-9]?|[a-pr-uwyz][0-9][a-hjkpstuw]"
                            + "|[a-pr-uwyz][a-hk-y][0-9][abehmnprv-y])[ \u00A0]?[0-9][abd-hjlnp-uw-z]{2})(?![\\p{L}\\p{N}])"));

    private static TextForm of(Hint.Kind kind, String form) {
        return of(kind, form, found -> true);
    }

    /** @param form with the place in its first group, or without groups; small letters stand for both */
    private static TextForm of(Hint.Kind kind, String form, Predicate<String> fits) {
        return new TextForm(
                kind, Pattern.compile(form, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS), fits);
    }

    List<Hint> in(String text) {
        List<Hint> found = new ArrayList<>();
        Matcher matcher = form.matcher(text);
        while (matcher.find()) {
            int group = Math.min(1, matcher.groupCount());
            if (fits.test(matcher.group(group))) {
                found.add(new Hint(kind, matcher.start(group), matcher.end(group)));
            }
        }
        return found;
    }
}
