package quire.takeaway;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import quire.convert.FileKind;
import quire.convert.Uploads;
import quire.core.Digest;
import quire.core.Problem;
import quire.forms.Form;
import quire.forms.FormReader;
import quire.programme.Programme;
import quire.programme.Programmes;
import quire.store.Blobs;

/** Holds what came from elsewhere against what this installation knows of forms, programmes and files. */
final class ArrivalCheck {

    private final Carried carried;
    private final PortfolioRecord record;
    private final IncomingZip zip;

    ArrivalCheck(Carried carried, IncomingZip zip) {
        this.carried = carried;
        this.record = carried.record();
        this.zip = zip;
    }

    /** @throws Problem with what cannot be, or cannot be here */
    void check(Programmes programmes, Blobs blobs) {
        forms();
        programme(programmes);
        files(blobs);
    }

    private void forms() {
        for (RecordRow row : record.of("form_version")) {
            Form form;
            try {
                form = FormReader.read(row.text("canonical"), row.text("form")).orThrow();
            } catch (Problem e) {
                throw Unfit.impossible("a form in it cannot be read").because(e);
            }
            boolean same = form.id().equals(row.text("form"))
                    && form.version() == row.count("version")
                    && form.digest().hex().equals(row.text("digest"));
            boolean used = record.of("document").stream()
                    .filter(document -> document.text("form_digest").equals(row.text("digest")))
                    .allMatch(document -> document.text("form").equals(form.id()));
            if (!same || !used) {
                throw Unfit.impossible("a form in it is not the one that it says");
            }
        }
    }

    private void programme(Programmes programmes) {
        RecordRow own = record.portfolio();
        Optional<Programme> shelved = programmes.find(own.text("programme"), own.count("version"));
        if (shelved.filter(one -> one.digest().hex().equals(own.text("programme_digest")))
                .isEmpty()) {
            throw Unfit.here(
                    "The portfolio is on the programme “" + Unfit.plain(own.text("programme")) + "” in version "
                            + own.count("version") + ", which this installation does not have, or has otherwise."
                            + " Put the file of that version beside the other programmes, and take the portfolio in then.");
        }
    }

    private void files(Blobs blobs) {
        Map<String, String> paths = carried.paths();
        paths.forEach((hex, path) -> {
            if (!zip.part(path).digest().hex().equals(hex)) {
                throw Unfit.changed(path);
            }
        });
        for (String hex : carried.record().files()) {
            if (!paths.containsKey(hex) && blobs.has(new Digest(hex))) {
                throw Unfit.impossible("an answer names a file that is not in it");
            }
        }
        carried.record().of("evidence").forEach(row -> judge(row, paths.getOrDefault(row.text("digest"), "")));
    }

    /** What was let in there is looked at here as well: a file that only says that it was judged is none. */
    private void judge(RecordRow row, String path) {
        boolean same = kind(row, path).name().equals(row.text("kind"))
                && Long.valueOf(zip.part(path).size()).equals(row.get("size"));
        if (!same) {
            throw Unfit.impossible("the file “" + path + "” is not of the kind that it says");
        }
    }

    private FileKind kind(RecordRow row, String path) {
        try (InputStream content = zip.content(path)) {
            return new Uploads().judge(row.text("name"), content).kind();
        } catch (Problem e) {
            throw Unfit.impossible("the file “" + path + "” is none that may be in a portfolio")
                    .because(e);
        } catch (IOException e) {
            throw Unfit.changed(path).because(e);
        }
    }
}
