package quire.convert.word;

/** Writes a Word file as one page of HTML, its looks in a style sheet of its own. Used once. */
final class PageWriter {

    private static final String CORE_PROPERTIES = "core-properties";

    /** Before the looks of the document, so that these win. A row may go on over the page, as in Word. */
    private static final String STYLE = """
            body{margin:0}
            h1,h2,h3,h4,h5,h6,p,ul,li{margin:0;padding:0;font-weight:normal}
            h1,h2,h3,h4,h5,h6,p{white-space:pre-wrap;overflow-wrap:break-word}
            h1,h2,h3,h4,h5,h6{page-break-after:avoid}
            ul{list-style:none}
            tr{page-break-inside:auto}
            table{border-collapse:collapse;border-spacing:0}
            th{text-align:left;font-weight:normal}
            td,th{overflow-wrap:break-word}
            a{color:inherit;text-decoration:none}
            .page-decimal:after{content:counter(page)}
            .page-lower-roman:after{content:counter(page,lower-roman)}
            .page-upper-roman:after{content:counter(page,upper-roman)}
            .page-lower-alpha:after{content:counter(page,lower-alpha)}
            .page-upper-alpha:after{content:counter(page,upper-alpha)}
            .pages:after{content:counter(pages)}
            .page-of:after{content:target-counter(attr(href),page)}
            .foot{float:footnote;display:block;text-indent:0}
            .foot::footnote-call{content:''}
            .foot::footnote-marker{content:''}
            @page{@footnote{border-top:0.5pt solid #000;padding-top:3pt;margin-top:6pt}}
            .notes{margin-top:12pt;border-top:0.5pt solid #000;padding-top:4pt}
            """;

    private final WordPackage file;
    private final String main;
    private final Conversion conversion;

    PageWriter(WordPackage file, Pictures pictures, Losses losses) {
        this.file = file;
        main = file.mainPart();
        conversion = conversion(file, main, pictures, losses);
    }

    private static Conversion conversion(WordPackage file, String main, Pictures pictures, Losses losses) {
        WordStyles styles = new WordStyles(file.related(main, "styles"));
        Settings settings = Settings.of(file.related(main, "settings"), styles.run());
        Targets targets = new Targets();
        return new Conversion(
                file,
                styles,
                new Numbering(file.related(main, "numbering"), styles),
                new Fonts(file.related(main, "fontTable"), file.related(main, "theme")),
                settings,
                targets,
                new Notes(file, main, settings, targets),
                pictures,
                new Headings(),
                new Looks(),
                losses);
    }

    String write(WordPaper paper) {
        Xml document = file.xml(main);
        conversion.targets().look(document);
        Html body = new BodyWriter(conversion, main).write(document.child("w:body"));
        Html page = new Html();
        page.open("html", "lang", conversion.settings().language()).open("head");
        page.open("title").text(title(paper)).close("title");
        page.open("style")
                .raw(STYLE + conversion.looks().sheet())
                .close("style")
                .close("head");
        page.open("body").append(body).close("body").close("html");
        return page.toString();
    }

    private String title(WordPaper paper) {
        if (!paper.title().isBlank()) {
            return paper.title().strip();
        }
        String own = file.related("", CORE_PROPERTIES).child("dc:title").text().strip();
        int dot = paper.name().lastIndexOf('.');
        return own.isEmpty() ? dot > 0 ? paper.name().substring(0, dot) : paper.name() : own;
    }
}
