package quire.forms;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;

/** Puts the versions of forms together: one in the folder itself is current, those under {@code earlier} came before. */
final class EarlierVersions {

    private final List<Finding> findings;

    /** @param findings where faults go */
    EarlierVersions(List<Finding> findings) {
        this.findings = findings;
    }

    /** The versions of each form, the current one last. */
    Map<String, List<Form>> with(List<FormFile> current, List<FormFile> earlier) {
        Map<String, FormFile> currentById = new TreeMap<>();
        current.forEach(file -> currentById.put(file.id(), file));
        Map<String, List<FormFile>> files = new TreeMap<>();
        for (FormFile file : earlier) {
            if (comesBefore(file, currentById.get(file.id()))) {
                files.computeIfAbsent(file.id(), id -> new ArrayList<>()).add(file);
            }
        }
        current.forEach(file ->
                files.computeIfAbsent(file.id(), id -> new ArrayList<>()).add(file));
        Map<String, List<Form>> forms = new TreeMap<>();
        files.forEach((id, versions) -> {
            versions.sort(Comparator.comparingInt(FormFile::version));
            VersionRules.check(versions, findings);
            forms.put(id, versions.stream().map(FormFile::form).toList());
        });
        return forms;
    }

    private boolean comesBefore(FormFile earlier, @Nullable FormFile current) {
        if (current == null) {
            fault(
                    earlier,
                    "This is an earlier version of the form “" + earlier.id() + "”, and there is no current one without"
                            + " faults. Put the current version into the folder above, as " + earlier.id() + ".yaml.");
        } else if (current.version() == earlier.version()) {
            fault(
                    earlier,
                    "Version " + earlier.version() + " of the form “" + earlier.id() + "” stands here and in "
                            + VersionRules.words(current.place()) + ". A version exists once.");
        } else if (current.version() < earlier.version()) {
            fault(
                    earlier,
                    "This is version " + earlier.version() + " of the form “" + earlier.id() + "”. The current one, in "
                            + VersionRules.words(current.place()) + ", is version " + current.version()
                            + " and must be the highest.");
        } else {
            return true;
        }
        return false;
    }

    private void fault(FormFile file, String message) {
        findings.add(Finding.error("version", message, file.place()));
    }
}
