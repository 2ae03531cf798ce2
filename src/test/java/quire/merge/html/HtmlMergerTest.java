package quire.merge.html;

import org.jsoup.parser.Parser;
import quire.merge.MergerContract;
import quire.merge.Missing;
import quire.merge.Value;

/** The template language in HTML. */
class HtmlMergerTest extends MergerContract {

    private final HtmlTemplates templates = HtmlTemplates.withoutPartials();

    @Override
    protected String merge(String template, Object jsonData, Missing missing) {
        String html = templates
                .compile(template, "template.html")
                .merge(Value.of(jsonData), missing)
                .html();
        return Parser.unescapeEntities(html.replaceAll("</?mark>", ""), true);
    }
}
