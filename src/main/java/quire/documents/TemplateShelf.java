package quire.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;
import quire.core.Problem;
import quire.core.Recent;
import quire.forms.Form;
import quire.merge.Delimiters;
import quire.merge.html.HtmlTemplate;
import quire.merge.html.HtmlTemplates;
import quire.merge.word.Scaffold;
import quire.merge.word.WordTemplate;

/**
 * The templates of an installation: {@code word/*.docx}, {@code pdf/*.html} and {@code bundle/*.html} of one folder. A form without a Word
 * template of its own gets the one that its outline suggests; one without an HTML layout gets the layout that all share.
 * Thread-safe; the files are read when the shelf is opened, and each template is compiled once.
 */
public final class TemplateShelf {

    /** The layout that renders any form. */
    static final String SHARED_LAYOUT = "_form.html";

    /** The kinds of layouts. */
    static final String WORD = "word";

    static final String PAGE = "pdf";

    private static final int KEPT = 100;

    private final Map<String, byte[]> word;
    private final Map<String, byte[]> pages;
    private final Map<String, Digest> wordDigests;
    private final Map<String, Digest> pageDigests;
    private final Map<String, byte[]> bundle;
    private final HtmlTemplates html;
    private final Recent<Digest, WordTemplate> compiled = new Recent<>(KEPT);
    private final Recent<Digest, byte[]> scaffolds = new Recent<>(KEPT);

    private TemplateShelf(Map<String, byte[]> word, Map<String, byte[]> pages, Map<String, byte[]> bundle) {
        this.word = word;
        this.pages = pages;
        this.bundle = bundle;
        this.html = new HtmlTemplates(this::partial);
        this.wordDigests = digests(word);
        this.pageDigests = digests(pages);
    }

    /** By file name, sorted: every signature asks for them. */
    private static Map<String, Digest> digests(Map<String, byte[]> files) {
        Map<String, Digest> digests = new TreeMap<>();
        files.forEach((name, file) -> digests.put(name, Digest.of(file)));
        return digests;
    }

    /**
     * Reads the templates of a folder.
     *
     * @throws Problem if there is no such folder
     */
    public static TemplateShelf open(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw Problem.notFound("There is no folder " + folder + " with templates.");
        }
        return new TemplateShelf(
                read(folder.resolve("word"), ".docx"),
                read(folder.resolve("pdf"), ".html"),
                read(folder.resolve("bundle"), ".html"));
    }

    /** A shelf of templates that are at hand, by file name. */
    static TemplateShelf of(Map<String, byte[]> word, Map<String, byte[]> pages) {
        return new TemplateShelf(new LinkedHashMap<>(word), new LinkedHashMap<>(pages), Map.of());
    }

    private static Map<String, byte[]> read(Path folder, String ending) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> list = Files.list(folder)) {
                for (Path file : list.sorted().toList()) {
                    String name = String.valueOf(file.getFileName());
                    // Word leaves a lock file beside a document that is open.
                    if (name.endsWith(ending) && !name.startsWith("~$")) {
                        files.put(name, Files.readAllBytes(file));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    /** Every Word template by its file name. */
    public Map<String, byte[]> wordFiles() {
        return Map.copyOf(word);
    }

    /** Every HTML layout and partial by its file name. */
    public Map<String, byte[]> pageFiles() {
        return Map.copyOf(pages);
    }

    /** The templates that a form's papers are made with: its own Word template, if it has one, and its layout. */
    public List<TemplateFile> templates(Form form) {
        List<TemplateFile> templates = new ArrayList<>();
        String wordName = wordName(form);
        byte[] wordFile = wordName == null ? null : word.get(wordName);
        if (wordName != null && wordFile != null) {
            templates.add(TemplateFile.of(wordName, wordFile));
        }
        String pageName = pageName(form);
        byte[] page = pages.getOrDefault(pageName, new byte[0]);
        templates.add(TemplateFile.of(pageName, page).with(this::partial));
        return templates;
    }

    /**
     * What a form's papers are made with.
     *
     * @param kind {@code word} for its Word template, {@code pdf} for its layout with everything that layouts share
     * @param files the name and the digest of each file, a line each; before them, for {@code pdf}, the name of its layout
     * @param contents of the files
     */
    record Layout(String kind, String files, Map<Digest, byte[]> contents) {

        /** That of the only file, or of what is said of all of them. */
        Digest digest() {
            return kind.equals(WORD) ? contents.keySet().iterator().next() : Digest.of(files);
        }
    }

    /** The digests of what a form's papers are made with, by kind. */
    Map<String, Digest> digests(Form form) {
        Map<String, Digest> digests = new TreeMap<>();
        layouts(form).forEach(layout -> digests.put(layout.kind(), layout.digest()));
        return digests;
    }

    /** What a form's papers are made with, one of each kind. */
    List<Layout> layouts(Form form) {
        String wordName = wordName(form);
        byte[] own = wordName == null ? null : word.get(wordName);
        byte[] file = own == null ? scaffold(form) : own;
        Digest known = wordName == null ? null : wordDigests.get(wordName);
        Digest digest = known == null ? Digest.of(file) : known;
        String name = wordName == null ? form.id() + ".docx" : wordName;
        return List.of(new Layout(WORD, name + " " + digest.hex(), Map.of(digest, file)), pageLayout(form));
    }

    private Layout pageLayout(Form form) {
        StringBuilder files = new StringBuilder(pageName(form));
        Map<Digest, byte[]> contents = new LinkedHashMap<>();
        pageDigests.forEach((name, digest) -> {
            files.append('\n').append(name).append(' ').append(digest.hex());
            contents.put(digest, pages.getOrDefault(name, new byte[0]));
        });
        return new Layout(PAGE, files.toString(), contents);
    }

    private byte[] scaffold(Form form) {
        return scaffolds.get(form.digest(), () -> Scaffold.of(FormOutline.of(form)));
    }

    /**
     * One of the HTML layouts by its file name.
     *
     * @throws Problem if there is none
     */
    TemplateFile layout(String name) {
        byte[] page = pages.get(name);
        if (page == null) {
            throw Problem.notFound("There is no layout " + name + " in templates/pdf.");
        }
        return TemplateFile.of(name, page).with(this::partial);
    }

    /**
     * One of the layouts of the pages that are made for bundles, by its file name.
     *
     * @throws Problem if there is none
     */
    HtmlTemplate bundlePage(String name) {
        byte[] page = bundle.get(name);
        if (page == null) {
            throw Problem.notFound("There is no layout " + name + " in templates/bundle.");
        }
        return html.compile(new String(page, StandardCharsets.UTF_8), name);
    }

    /** The digest of everything that pages of bundles are made with. */
    public Digest bundleDigest() {
        StringBuilder files = new StringBuilder();
        new TreeMap<>(bundle)
                .forEach((name, page) -> files.append(name)
                        .append(' ')
                        .append(Digest.of(page).hex())
                        .append('\n'));
        partial("style").ifPresent(files::append);
        return Digest.of(files.toString());
    }

    /** The source of a partial: the file of that name among the HTML layouts. */
    Optional<String> partial(String name) {
        return Optional.ofNullable(pages.get(name + ".html")).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** The Word template that a form has of its own, by file name; null if it has none. */
    @Nullable
    String wordName(Form form) {
        String named = form.print().docx();
        return own(named, form.id() + ".docx", word, form);
    }

    /** The HTML layout that a form is printed with, by file name. */
    String pageName(Form form) {
        String own = own(form.print().pdf(), form.id() + ".html", pages, form);
        if (own == null && !pages.containsKey(SHARED_LAYOUT)) {
            throw Problem.notFound("There is no layout for “" + form.title() + "”: neither " + form.id() + ".html nor "
                    + SHARED_LAYOUT + " is in templates/pdf.");
        }
        return own == null ? SHARED_LAYOUT : own;
    }

    private static @Nullable String own(@Nullable String named, String usual, Map<String, byte[]> files, Form form) {
        if (named == null || named.equals("default")) {
            return files.containsKey(usual) ? usual : null;
        }
        if (!files.containsKey(named)) {
            throw Problem.notFound(
                    "The form “" + form.id() + "” wants the template " + named + ", which is not there.");
        }
        return named;
    }

    /** The Word template for a form, ready to merge. */
    WordTemplate word(Form form) {
        String name = wordName(form);
        byte[] bytes = name == null ? null : word.get(name);
        if (bytes != null) {
            return compile(bytes, Delimiters.MUSTACHE);
        }
        return compiled.get(form.digest(), () -> WordTemplate.compile(scaffold(form)));
    }

    /** The HTML layout for a form, ready to merge. */
    HtmlTemplate page(Form form) {
        String name = pageName(form);
        byte[] source = pages.getOrDefault(name, new byte[0]);
        return html.compile(new String(source, StandardCharsets.UTF_8), name);
    }

    /** Compiles a Word template, each content once. */
    WordTemplate compile(byte[] docx, Delimiters delimiters) {
        Digest key = Digest.of(Digest.of(docx).hex() + delimiters);
        return compiled.get(key, () -> WordTemplate.compile(docx, delimiters));
    }

    /** The names of all files, for a person who asks what is here. */
    public List<String> names() {
        return Stream.concat(word.keySet().stream(), pages.keySet().stream()).toList();
    }
}
