package quire.app;

import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;
import quire.core.Problem;
import quire.store.Backup;
import quire.store.Backups;
import quire.store.Database;
import quire.store.RecordPlace;
import quire.trail.Entry;
import quire.trail.Trail;
import quire.trail.Verdict;

/** {@code backup}, {@code restore} and {@code verify-backup}. */
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
        noted(() -> Backups.noteMade(place, file));
        return tellLost(made) ? ExitCode.INPUT : ExitCode.DONE;
    }

    /** Exits as if the input were at fault where the backup was made of a record whose trail had been changed. */
    int restore(Path file, RecordPlace place) {
        Backup restored = watched(watcher -> Backups.restore(file, place, watcher));
        here.out()
                .println("Restored " + contents(restored) + ", and checked every one. The record is as it was on "
                        + moment(restored) + ".");
        tellLost(restored);
        try (Database database = Database.open(place)) {
            Verdict verdict = new Trail(database).verify();
            if (verdict.isWhole()) {
                noteRestored(database, restored, verdict);
            }
            return new TrailWords(here).tell(verdict);
        }
    }

    /**
     * Restores a backup for a trial into a passing folder and looks at everything.
     *
     * @param place is told how it ended; null where none was named
     */
    int verify(Path file, @Nullable RecordPlace place) {
        try {
            Verdict verdict = tried(file);
            Verdict.Fault fault = verdict.fault();
            noteTried(place, file, fault == null ? null : fault.sentence());
            return new TrailWords(here).tell(verdict);
        } catch (Problem e) {
            noteTried(place, file, e.getMessage());
            throw e;
        }
    }

    private Verdict tried(Path file) {
        try (DataPlace trial = DataPlace.forATrial()) {
            Backup restored = watched(watcher -> Backups.restore(file, trial.place(), watcher));
            here.out()
                    .println("Restored " + contents(restored) + " for a trial, and checked every one. The backup shows"
                            + " the record as it was on " + moment(restored) + ".");
            tellLost(restored);
            try (Database database = Database.open(trial.place())) {
                return new Trail(database).verify();
            }
        }
    }

    private void noteTried(@Nullable RecordPlace place, Path file, @Nullable String fault) {
        if (place == null) {
            return;
        }
        noted(() -> {
            if (!Backups.noteTried(place, file, here.clock().instant(), fault)) {
                here.err().println("Note: " + place.name() + " does not know this backup as one of its own.");
            }
        });
    }

    /** A restored record goes on with an entry that says so: what was done after the backup is not in it. */
    private void noteRestored(Database database, Backup restored, Verdict verdict) {
        Entry entry = Entry.of("system", "record.restored", "installation", "this")
                .with("as_of", restored.madeAt().toString())
                .with("head", verdict.head().seq())
                .with("rows", restored.rows())
                .with("files", restored.files())
                .with("lost", restored.lost().size());
        database.run(tx -> new Trail(database).add(tx, entry, here.clock().instant()));
    }

    /** The backup is good, whether or not its place can be told. */
    private void noted(Runnable note) {
        try {
            note.run();
        } catch (Problem e) {
            here.err().println("Warning: this could not be noted in the record. " + e.getMessage());
        }
    }

    private String moment(Backup backup) {
        return MOMENT.format(backup.madeAt().atZone(here.clock().getZone()));
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
