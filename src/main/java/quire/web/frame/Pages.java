package quire.web.frame;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import quire.merge.Missing;
import quire.merge.Value;
import quire.merge.html.HtmlTemplate;
import quire.merge.html.HtmlTemplates;
import quire.people.Display;
import quire.people.Pass;

/** Renders pages from the templates beside this class. Shared between threads. */
public final class Pages {

    private static final String FOLDER = "/quire/web/pages/";

    private final HtmlTemplates templates = new HtmlTemplates(name -> source("parts/" + name));
    private final String service;
    private final String assets;
    private final Rooms rooms;

    /**
     * @param service what this installation calls itself
     * @param assets the address under which the style sheet and scripts of this version are found
     * @param rooms where the menu looks what its reader has to do with
     */
    public Pages(String service, String assets, Rooms rooms) {
        this.service = service;
        this.assets = assets;
        this.rooms = rooms;
    }

    /** What this installation calls itself. */
    public String service() {
        return service;
    }

    /**
     * Answers with one page.
     *
     * @param page the template's name, without its ending
     * @param view everything that the template names; a key that is not there is a fault of ours
     */
    public void show(Context request, String page, View view) {
        Reply.html(request, render(page, around(view, Visit.find(request))));
    }

    /**
     * Answers with one page that has something in it that is HTML already.
     *
     * @param key under which the template names it
     * @param html what somebody has made safe to be shown as it is
     */
    public void show(Context request, String page, View view, String key, String html) {
        // Templates take no markup from data; so its place is held by what nobody can have typed.
        String place = UUID.randomUUID().toString();
        String around = render(page, around(view.text(key, place), Visit.find(request)));
        Reply.html(request, around.replace(place, html));
    }

    private String render(String page, View view) {
        String source = source(page).orElseThrow(() -> new IllegalArgumentException("There is no page " + page));
        HtmlTemplate template = templates.compile(source, page + ".html");
        Value data = view.text("service", service).text("assets", assets).done();
        return template.merge(data, Missing.ERROR).html();
    }

    /** What every page has around its own content: for whom it is, how they want to read it, and their menu. */
    private View around(View view, @Nullable Visit visit) {
        Visitor visitor = visit == null ? null : visit.visitor();
        if (visit == null || visitor == null) {
            return view.text("stamp", "")
                    .value("guest", Value.Flag.NO)
                    .text("display", "")
                    .value("visitor", Value.Flag.NO)
                    .list("menu", List.of());
        }
        if (visitor.pass() != null) {
            return view.text("stamp", visitor.stamp())
                    .text("display", classes(visitor.person().display()))
                    .value("visitor", Value.Flag.NO)
                    .group("guest", guest(visitor, visitor.pass()))
                    .list("menu", List.of());
        }
        List<View> menu =
                Menu.of(rooms, visit).stream().map(at -> item(at, view)).toList();
        return view.text("stamp", visitor.stamp())
                .text("display", classes(visitor.person().display()))
                .value("guest", Value.Flag.NO)
                .group("visitor", new View().text("name", visitor.person().name()))
                .list("menu", menu);
    }

    /** Nothing is open to them but one paper, so there is no menu: who they are, and the way out. */
    private static View guest(Visitor visitor, Pass pass) {
        return new View().text("name", visitor.person().name()).text("finish", "/guest/" + pass.document() + "/finish");
    }

    private static View item(Frame.At at, View page) {
        return new View()
                .text("href", at.href())
                .text("text", at.text())
                .flag("here", page.textOf("at").equals(at.href()));
    }

    /** The style sheet knows each choice as a class; the plain ones need none. */
    private static String classes(Display display) {
        StringBuilder classes = new StringBuilder();
        add(classes, "font", display.font(), Display.PLAIN.font());
        add(classes, "size", display.size(), Display.PLAIN.size());
        add(classes, "spacing", display.spacing(), Display.PLAIN.spacing());
        add(classes, "background", display.background(), Display.PLAIN.background());
        return classes.toString();
    }

    private static void add(StringBuilder classes, String what, Enum<?> chosen, Enum<?> plain) {
        if (chosen != plain) {
            classes.append(" quire-")
                    .append(what)
                    .append('-')
                    .append(Display.word(chosen).replace('_', '-'));
        }
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
