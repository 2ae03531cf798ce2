package quire.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import quire.merge.Missing;
import quire.merge.Value;
import quire.merge.html.HtmlTemplate;
import quire.merge.html.HtmlTemplates;

/** Renders pages from the templates beside this class. Shared between threads. */
final class Pages {

    private static final String FOLDER = "/quire/web/pages/";

    private final HtmlTemplates templates = new HtmlTemplates(name -> source("parts/" + name));
    private final String service;
    private final String assets;

    /**
     * @param service what this installation calls itself
     * @param assets the address under which the style sheet and scripts of this version are found
     */
    Pages(String service, String assets) {
        this.service = service;
        this.assets = assets;
    }

    /**
     * One page as HTML.
     *
     * @param page the template's name, without its ending
     * @param view everything that the template names; a key that is not there is a fault of ours
     */
    String render(String page, View view) {
        String source = source(page).orElseThrow(() -> new IllegalArgumentException("There is no page " + page));
        HtmlTemplate template = templates.compile(source, page + ".html");
        Value data = view.text("service", service).text("assets", assets).done();
        return template.merge(data, Missing.ERROR).html();
    }

    private static Optional<String> source(String name) {
        try (InputStream page = Pages.class.getResourceAsStream(FOLDER + name + ".html")) {
            return page == null
                    ? Optional.empty()
                    : Optional.of(new String(page.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the page " + name, e);
        }
    }
}
