package quire.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.MadeFile;
import quire.core.Place;
import quire.core.Problem;
import quire.documents.DocumentMaker;
import quire.documents.TemplateFile;
import quire.documents.TemplateLint;
import quire.documents.TemplateShelf;
import quire.forms.Answers;
import quire.forms.DocumentFacts;
import quire.forms.Form;
import quire.forms.Forms;
import quire.merge.Delimiters;
import quire.merge.Missing;
import quire.pdf.PdfMaker;
import quire.people.Actor;
import quire.portfolio.ProgrammePublishing;
import quire.portfolio.Publishing;
import quire.programme.Programmes;
import quire.store.Database;

/** What a command means by a template, a form's id or a file, and how papers are made with it. */
final class Papers {

    /**
     * The forms and templates at hand.
     *
     * @param forms those that are published
     * @param programmes the routes through the year that they belong to
     * @param templates those they are printed with
     */
    record Shelves(Forms forms, Programmes programmes, TemplateShelf templates) {}

    private final Surroundings here;
    private final Shipped shipped;

    Papers(Surroundings here, Shipped shipped) {
        this.here = here;
        this.shipped = shipped;
    }

    /** Whether a command's word means a file and not a form. */
    static boolean isFile(String template) {
        return template.contains(".") || template.contains("/") || template.contains("\\");
    }

    Forms forms() {
        return Forms.load(shipped.forms());
    }

    /**
     * What is at hand, before any of it is published.
     *
     * @param forms with what is wrong with them
     * @param programmes the same, held against these forms
     * @param templates those that forms are printed with
     */
    record AtHand(Forms.Read forms, Programmes.Read programmes, TemplateShelf templates) {}

    AtHand atHand() {
        Forms.Read forms = Forms.read(shipped.forms());
        return new AtHand(forms, Programmes.read(shipped.programmes(), forms.forms()), shelf());
    }

    /**
     * Publishes what is new, and gives everything that is published.
     *
     * @param note what is said of it; may be empty
     * @throws Problem if something has faults of which no version is published that could go on
     */
    Shelves published(AtHand atHand, Database database, String note, Instant now) {
        Forms forms = new Publishing(database).publish(atHand.forms(), note, Actor.SYSTEM, now);
        boolean asRead = forms.refused().isEmpty()
                && !Finding.anyError(atHand.programmes().findings());
        Programmes.Read read = asRead ? atHand.programmes() : Programmes.read(shipped.programmes(), forms);
        ProgrammePublishing programmes = new ProgrammePublishing(database, forms);
        return new Shelves(forms, programmes.publish(read, note, Actor.SYSTEM, now), atHand.templates());
    }

    /** What is published in a record, and nothing is written into it; what is at hand where nothing ever was. */
    Shelves onRecord(Database database) {
        AtHand atHand = atHand();
        Forms forms = new Publishing(database).onRecord(atHand.forms());
        if (forms.everyVersion().isEmpty()) {
            return new Shelves(atHand.forms().forms(), atHand.programmes().programmes(), atHand.templates());
        }
        Programmes programmes = new ProgrammePublishing(database, forms).onRecord(atHand.programmes());
        return new Shelves(forms, programmes, atHand.templates());
    }

    TemplateShelf shelf() {
        return TemplateShelf.open(shipped.templates());
    }

    /**
     * The maker for an order: from data to a finished file. It may be called from several threads.
     *
     * @throws Problem if there is no such form or file, or nothing could be made with it whatever the data
     */
    Function<Map<String, @Nullable Object>, MadeFile> maker(MergeOrder order) {
        return isFile(order.template()) ? ofFile(order) : ofForm(order);
    }

    /**
     * A template file with the partials beside it.
     *
     * @throws Problem if it cannot be read
     */
    static TemplateFile file(String name, @Nullable Delimiters delimiters) {
        Path path = Path.of(name);
        try {
            String fileName = String.valueOf(path.getFileName());
            return TemplateFile.of(fileName, Files.readAllBytes(path))
                    .with(partial -> beside(path, partial))
                    .with(delimiters == null ? Delimiters.MUSTACHE : delimiters);
        } catch (IOException e) {
            String what = Files.exists(path) ? " cannot be read." : " does not exist.";
            throw Problem.badInput(Finding.error("file", name + what, Place.inFile(name)))
                    .because(e);
        }
    }

    /** A starter Word template for a form. */
    byte[] scaffold(String form) {
        return new DocumentMaker(shelf(), new PdfMaker())
                .scaffold(forms().get(form))
                .bytes();
    }

    private Function<Map<String, @Nullable Object>, MadeFile> ofForm(MergeOrder order) {
        if (order.delimiters() != null) {
            throw Problem.badInput(Finding.error(
                    "delimiters", "--delimiters is for a template file; a form's templates use {{ }}.", Place.UNKNOWN));
        }
        Form form = forms().get(order.template());
        DocumentMaker maker = new DocumentMaker(shelf(), new PdfMaker());
        Missing missing = order.missing() == null ? Missing.ERROR : order.missing();
        DocumentFacts facts = new DocumentFacts(0, missing != Missing.ERROR, LocalDate.now(here.clock()));
        return data -> maker.make(form, Answers.of(form, data), facts, order.type(), missing);
    }

    private Function<Map<String, @Nullable Object>, MadeFile> ofFile(MergeOrder order) {
        TemplateFile template = file(order.template(), order.delimiters());
        refuseFaulty(template);
        DocumentMaker maker = new DocumentMaker(shelf(), new PdfMaker());
        Missing missing = order.missing() == null ? Missing.BLANK : order.missing();
        Instant now = here.clock().instant();
        return data -> maker.make(template, data, order.type(), missing, now);
    }

    /** Once for all, so that a batch does not fail at every line for the same reason. */
    private static void refuseFaulty(TemplateFile template) {
        List<Finding> findings = TemplateLint.check(template, null);
        if (Finding.anyError(findings)) {
            throw Problem.badInput("The template " + template.name() + " has faults.", findings);
        }
    }

    private static Optional<String> beside(Path template, String partial) {
        Path file = template.resolveSibling(partial + ".html").normalize();
        boolean isBeside = file.equals(
                template.resolveSibling(String.valueOf(file.getFileName())).normalize());
        try {
            return isBeside && Files.isRegularFile(file)
                    ? Optional.of(Utf8.decode(Files.readAllBytes(file), file.toString()))
                    : Optional.empty();
        } catch (IOException e) {
            throw Problem.badInput(Finding.error("file", file + " cannot be read.", Place.inFile(file.toString())))
                    .because(e);
        }
    }
}
