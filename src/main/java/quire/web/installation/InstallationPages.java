package quire.web.installation;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import quire.core.RecordState;
import quire.post.KeptLetter;
import quire.post.PostOffice;
import quire.scan.Scanner;
import quire.web.frame.Body;
import quire.web.frame.Frame;
import quire.web.frame.Installation;
import quire.web.frame.Pages;
import quire.web.frame.Rooms;
import quire.web.frame.Times;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** How the installation stands. Nothing can be changed here, and nothing that people wrote is on it. */
final class InstallationPages {

    private static final double GIGA = 1_000_000_000;
    private static final double MEGA = 1_000_000;

    private final Rooms rooms;
    private final Pages pages;

    InstallationPages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    void show(Context request) {
        RecordState record = rooms.installation().record();
        View view = Frame.page("Installation", "", Frame.At.INSTALLATION)
                .text("scarce", record.isScarce() ? String.valueOf(record.freePerCent()) : "")
                .text("damaged", damage())
                .list(
                        "program",
                        List.of(View.row("Version", rooms.installation().version())))
                .list("database", database(record))
                .list("backups", backups(record.backup()))
                .list("letters", letters())
                .list("uploads", uploads())
                .list("trail", trail());
        pages.show(request, "installation", view);
    }

    /** Reads the whole trail again. */
    void checkTrail(Context request) {
        Body.form(request);
        rooms.installation()
                .look(
                        rooms.trail(),
                        rooms.documents()::recordCheck,
                        Visit.of(request).now());
        request.redirect("/installation#trail", HttpStatus.SEE_OTHER);
    }

    private static List<View> database(RecordState record) {
        String free = record.free() == null || record.room() == null
                ? "Only the database server knows"
                : size(record.free()) + " of " + size(record.room()) + " (" + record.freePerCent() + " per cent)";
        return List.of(
                View.row("Kind", record.database()),
                View.row("Place", record.place()),
                View.row("Size", size(record.bytes())),
                View.row("Free space", free),
                View.row("Step of the tables", record.step()));
    }

    private List<View> backups(RecordState.@Nullable Backup last) {
        if (last == null) {
            return List.of(View.row("Last backup", "None is known. The command “backup” makes one."));
        }
        String tried = last.tried() == null
                ? "Not yet. The command “verify-backup” restores it for a trial."
                : last.fault() == null
                        ? "Good, " + Times.words(last.tried(), rooms.clock())
                        : "Not good, " + Times.words(last.tried(), rooms.clock()) + ": " + last.fault();
        return List.of(
                View.row("Last backup", Times.words(last.made(), rooms.clock())),
                View.row("Restored for a trial", tried));
    }

    private List<View> letters() {
        PostOffice post = rooms.post();
        long notSent =
                post.outbox().count(KeptLetter.State.BOUNCED) + post.outbox().count(KeptLetter.State.FAILED);
        return List.of(
                View.row("Mail server", post.sends() ? post.place() : "None is set, so letters are only kept"),
                View.row("Waiting", String.valueOf(post.outbox().count(KeptLetter.State.WAITING))),
                View.row("Not delivered", String.valueOf(notSent)));
    }

    private List<View> uploads() {
        Scanner scanner = rooms.installation().scanner();
        String state = scanner.place().isEmpty()
                ? "None is set, so files are taken in unscanned"
                : scanner.place() + (scanner.answers() ? ", answers" : ", does not answer");
        return List.of(
                View.row("Virus scanner", state),
                View.row(
                        "Waiting for it",
                        String.valueOf(rooms.evidence().quarantine().waiting())));
    }

    private List<View> trail() {
        String looked = rooms.installation()
                .last()
                .map(last -> (last.isWhole() ? "Whole, " : "Not whole, ") + Times.words(last.at(), rooms.clock()) + ", "
                        + last.verdict().checked() + " entries")
                .orElse("Not since the program was started");
        return List.of(View.row("Head", rooms.trail().head().toString()), View.row("Last looked through", looked));
    }

    private String damage() {
        return rooms.installation().last().map(Installation.Looked::damage).orElse("");
    }

    private static String size(long bytes) {
        return bytes >= GIGA
                ? String.format(Locale.UK, "%.1f GB", bytes / GIGA)
                : String.format(Locale.UK, "%.1f MB", bytes / MEGA);
    }
}
