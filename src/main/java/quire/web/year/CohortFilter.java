package quire.web.year;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quire.web.frame.View;

/**
 * What of a cohort somebody wants to see.
 *
 * @param name a part of a name or code; empty for any
 * @param organisation the name of an employer; empty for any
 * @param show how the portfolios stand
 */
record CohortFilter(String name, String organisation, Show show) {

    /** How portfolios stand. */
    enum Show {
        OPEN("Open"),
        OVERDUE("With something overdue"),
        COMMENTS("With open comments"),
        QUIET("Nothing written for " + CohortRow.QUIET_DAYS + " days"),
        CLOSED("Closed"),
        EVERYONE("Everyone");

        private final String words;

        Show(String words) {
            this.words = words;
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        private boolean fits(CohortRow row) {
            return switch (this) {
                case OPEN -> row.isOpen();
                case OVERDUE -> row.overdue() > 0;
                case COMMENTS -> row.isOpen() && row.comments() > 0;
                case QUIET -> row.isQuiet();
                case CLOSED -> !row.isOpen();
                case EVERYONE -> true;
            };
        }
    }

    static CohortFilter in(Context request) {
        String show = text(request, "show").toUpperCase(Locale.ROOT);
        Show chosen = Arrays.stream(Show.values())
                .filter(one -> one.name().equals(show))
                .findFirst()
                .orElse(Show.OPEN);
        return new CohortFilter(text(request, "name").strip(), text(request, "organisation"), chosen);
    }

    boolean fits(CohortRow row) {
        String words = (row.name() + " " + row.portfolio().code()).toLowerCase(Locale.UK);
        return words.contains(name.toLowerCase(Locale.UK))
                && (organisation.isEmpty() || organisation.equals(row.organisation()))
                && show.fits(row);
    }

    /** The choices of the list that opens. */
    List<View> choices() {
        return Arrays.stream(Show.values())
                .map(one -> new View()
                        .text("word", one.word())
                        .text("words", one.words)
                        .flag("chosen", one == show))
                .toList();
    }

    /** The address of a page of what fits. */
    String address(int page) {
        return "/cohort?" + query(page == 1 ? "" : String.valueOf(page));
    }

    /** Where what fits is taken away as a table. */
    String export() {
        return "/cohort/export?" + query("");
    }

    private String query(String page) {
        return Stream.of(
                        pair("name", name),
                        pair("organisation", organisation),
                        pair("show", show == Show.OPEN ? "" : show.word()),
                        pair("page", page))
                .filter(pair -> !pair.endsWith("="))
                .collect(Collectors.joining("&"));
    }

    private static String pair(String key, String value) {
        return key + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String text(Context request, String key) {
        String text = request.queryParam(key);
        return text == null ? "" : text;
    }
}
