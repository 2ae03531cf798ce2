package quire.web.frame;

import io.javalin.http.Context;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * One page of a long list.
 *
 * @param page which one, from 1
 * @param pages how many there are; at least 1
 */
public record Paging(int page, int pages) {

    /** How many stand on one page. */
    public static final int SIZE = 25;

    /** The page that an address asks for, or the nearest that there is. */
    public static Paging in(Context request, int items) {
        int pages = Math.max(1, (items + SIZE - 1) / SIZE);
        String asked = request.queryParam("page");
        int page = asked != null && asked.matches("\\d{1,6}") ? Integer.parseInt(asked) : 1;
        return new Paging(Math.max(1, Math.min(page, pages)), pages);
    }

    /** Those of all that stand on this page. */
    public <T> List<T> of(List<T> items) {
        return items.subList(Math.min(items.size(), (page - 1) * SIZE), Math.min(items.size(), page * SIZE));
    }

    /**
     * The links to the other pages.
     *
     * @param address of a page
     */
    public View show(View view, IntFunction<String> address) {
        return view.text("page", String.valueOf(page))
                .text("pages", String.valueOf(pages))
                .text("previous", page > 1 ? address.apply(page - 1) : "")
                .text("next", page < pages ? address.apply(page + 1) : "")
                .list(
                        "steps",
                        pages == 1
                                ? List.of()
                                : IntStream.rangeClosed(1, pages)
                                        .filter(this::isNear)
                                        .mapToObj(number -> step(number, address))
                                        .toList());
    }

    /** The first, the last and those around this one; with a gap where others are left out. */
    private boolean isNear(int number) {
        return number == 1 || number == pages || Math.abs(number - page) <= 1;
    }

    private View step(int number, IntFunction<String> address) {
        return new View()
                .text("number", String.valueOf(number))
                .text("href", address.apply(number))
                .flag("here", number == page)
                .flag("gap", number > 1 && !isNear(number - 1));
    }
}
