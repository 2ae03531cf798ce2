package quire.portfolio;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;
import quire.core.Json;
import quire.core.Ordered;
import quire.forms.Answers;
import quire.forms.Form;
import quire.forms.Section;
import quire.forms.ShownAnswers;
import quire.forms.Visibility;
import quire.store.Transaction;

/** Notes how a paper stands in the moment in which the last of those who sign it has signed. */
final class Sealing {

    private Sealing() {}

    /**
     * Keeps the signed record of a paper; the one that is kept already if nothing has changed since.
     *
     * @param document held
     * @param signatures of the paper; all that must stand do
     */
    static SignedRecord seal(Transaction tx, Document document, List<Signature> signatures) {
        List<Signature> standing = signatures.stream().filter(Signature::stands).toList();
        List<SignedRecord> before = SignedRecordStore.of(tx, document.id());
        String json = Json.canonical(content(tx, document, standing, signatures));
        SignedRecord record = new SignedRecord(
                document.id(),
                before.size() + 1,
                json,
                Digest.of(json),
                standing.get(standing.size() - 1).at());
        if (!before.isEmpty() && before.get(before.size() - 1).digest().equals(record.digest())) {
            return before.get(before.size() - 1);
        }
        SignedRecordStore.insert(tx, record);
        return record;
    }

    private static Map<String, @Nullable Object> content(
            Transaction tx, Document document, List<Signature> standing, List<Signature> all) {
        Form form = document.form();
        Map<String, @Nullable Object> content = new LinkedHashMap<>();
        content.put("document", document.id());
        content.put(
                "form",
                Ordered.of(
                        "id",
                        form.id(),
                        "version",
                        form.version(),
                        "sha256",
                        form.digest().hex()));
        content.put("signatures", standing.stream().map(Sealing::signature).toList());
        content.put(
                "superseded",
                all.stream()
                        .filter(signature -> !signature.stands())
                        .map(Sealing::superseded)
                        .toList());
        content.put("unsigned", unsigned(tx, document, standing));
        return content;
    }

    static Map<String, @Nullable Object> signature(Signature signature) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("id", signature.id());
        all.put("number", signature.number());
        all.put("place", signature.place());
        all.put("step", signature.step());
        all.put("role", signature.role());
        all.put("name", signature.name());
        all.put("at", signature.at().toString());
        all.put("sha256", signature.digest().hex());
        return all;
    }

    static Map<String, @Nullable Object> superseded(Signature signature) {
        Map<String, @Nullable Object> all = signature(signature);
        all.put("superseded_at", Objects.requireNonNull(signature.superseded()).toString());
        return all;
    }

    /**
     * Answers that nobody signs for are not on a signed paper, but for those without which it would not show what was signed:
     * a condition asks for them.
     */
    private static Map<String, @Nullable Object> unsigned(Transaction tx, Document document, List<Signature> standing) {
        Form form = document.form();
        Answers all = Answers.of(form, document.answers());
        FrozenAnswers frozen = FrozenAnswers.of(standing.stream()
                .map(signature -> SignatureStore.snapshot(tx, signature.id()))
                .toList());
        Map<String, @Nullable Object> unsigned = new LinkedHashMap<>();
        if (!frozen.showsTheSame(form)) {
            Visibility sight = Visibility.of(form, all);
            form.sections().stream()
                    .filter(section -> sight.shows(section) && !frozen.has(section))
                    .forEach(section -> put(unsigned, form, all, section));
        }
        return unsigned;
    }

    private static void put(Map<String, @Nullable Object> unsigned, Form form, Answers all, Section section) {
        Map<String, @Nullable Object> shown = ShownAnswers.of(form, all, section);
        if (!shown.isEmpty()) {
            unsigned.put(section.id(), shown);
        }
    }
}
