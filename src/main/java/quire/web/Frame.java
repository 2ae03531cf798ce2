package quire.web;

import java.util.List;
import quire.merge.Value;

/** What stands around the content of every page. */
final class Frame {

    /** Which part of the menu a page belongs to. */
    enum At {
        DOCUMENTS,
        FORMS,
        CATALOGUE,
        ELSEWHERE
    }

    /** A line of an error summary, and where it leads; an empty address leads nowhere. */
    record Fault(String message, String href) {}

    private Frame() {}

    /**
     * A page without faults and without a way back.
     *
     * @param title what the page is about
     * @param context what the title alone does not say, such as the document; may be empty
     */
    static View page(String title, String context, At at) {
        return new View()
                .text("title", title)
                .text("context", context)
                .group(
                        "at",
                        new View()
                                .flag("documents", at == At.DOCUMENTS)
                                .flag("forms", at == At.FORMS)
                                .flag("catalogue", at == At.CATALOGUE))
                .value("back", Value.Flag.NO)
                .flag("failed", false)
                .text("note", "")
                .list("errors", List.of());
    }

    static View back(View page, String href, String text) {
        return page.group("back", new View().text("href", href).text("text", text));
    }

    /** The page with an error summary on top. */
    static View failed(View page, String note, List<Fault> faults) {
        return page.flag("failed", true)
                .text("note", note)
                .list(
                        "errors",
                        faults.stream()
                                .map(fault -> new View()
                                        .text("message", fault.message())
                                        .text("href", fault.href()))
                                .toList());
    }
}
