package quire.app;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import quire.core.Digest;
import quire.store.Backup;
import quire.store.Backups;
import quire.store.RecordPlace;

/** {@code backup} and {@code restore}. */
final class BackupCommand {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM uuuu 'at' HH:mm:ss", Locale.UK);

    private final Surroundings here;

    BackupCommand(Surroundings here) {
        this.here = here;
    }

    /** Exits as if the input were at fault where a backup was made of a record that has lost files. */
    int backup(RecordPlace place, Path file) {
        Backup made = watched(watcher -> Backups.write(place, file, here.clock().instant(), watcher));
        here.out().println("Backed up " + contents(made) + " to " + file + ".");
        return tellLost(made) ? ExitCode.INPUT : ExitCode.DONE;
    }

    int restore(Path file, RecordPlace place) {
        Backup restored = watched(watcher -> Backups.restore(file, place, watcher));
        ZoneId zone = here.clock().getZone();
        here.out()
                .println("Restored " + contents(restored) + ", and checked every one. The record is as it was on "
                        + MOMENT.format(restored.madeAt().atZone(zone)) + ".");
        tellLost(restored);
        return ExitCode.DONE;
    }

    private interface Work {
        Backup run(Backups.Watcher watcher);
    }

    private Backup watched(Work work) {
        Progress progress = new Progress(here.err(), here.terminal());
        try {
            return work.run((rows, files) -> progress.show(counted(rows, "row") + ", " + counted(files, "file")));
        } finally {
            progress.finish();
        }
    }

    private boolean tellLost(Backup backup) {
        if (!backup.lost().isEmpty()) {
            String names = backup.lost().stream().map(Digest::brief).collect(Collectors.joining(", "));
            here.err()
                    .println("Warning: " + counted(backup.lost().size(), "file")
                            + " that the record names could not be read when the backup was made, and so not be backed"
                            + " up: " + names + ". Look for them in earlier backups.");
        }
        return !backup.lost().isEmpty();
    }

    private static String contents(Backup backup) {
        return counted(backup.rows(), "row") + " and " + counted(backup.files(), "file");
    }

    private static String counted(long number, String what) {
        return String.format(Locale.UK, "%,d %s%s", number, what, number == 1 ? "" : "s");
    }
}
