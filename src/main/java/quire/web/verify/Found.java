package quire.web.verify;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.bundle.BundleVerdict;
import quire.documents.CopyVerdict;

/**
 * What was found out about a file, for people and for programs.
 *
 * @param heading in a few words
 * @param explanation in one or two sentences
 * @param good whether the file can be relied on
 * @param mark the short hash of the signed record that it is; null for none
 * @param digest of the file, in hexadecimal
 * @param json the same for programs
 */
record Found(
        String heading,
        String explanation,
        boolean good,
        @Nullable String mark,
        String digest,
        Map<String, @Nullable Object> json) {

    static Found of(CopyVerdict verdict) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("verdict", verdict.kind().word());
        json.put("title", verdict.kind().title());
        json.put("explanation", verdict.explanation());
        json.put("form", verdict.form());
        json.put("signed", verdict.signed() == null ? null : verdict.signed().toString());
        json.put("record", verdict.mark() == null ? null : verdict.mark().replace(" ", ""));
        json.put("opened_again", verdict.opened());
        json.put("sha256", verdict.file().hex());
        return new Found(
                verdict.kind().title(),
                verdict.explanation(),
                verdict.isGood(),
                verdict.mark(),
                verdict.file().hex(),
                json);
    }

    static Found of(BundleVerdict verdict) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("verdict", verdict.kind().name().toLowerCase(Locale.ROOT));
        json.put("title", verdict.heading());
        json.put("explanation", verdict.explanation());
        json.put("bundle", verdict.title());
        json.put("version", verdict.number());
        json.put("supplement", verdict.supplement() == 0 ? null : verdict.supplement());
        json.put("made", verdict.made() == null ? null : verdict.made().toString());
        json.put("changed", verdict.changed());
        json.put("sha256", verdict.file().hex());
        return new Found(
                verdict.heading(),
                verdict.explanation(),
                verdict.isGood(),
                null,
                verdict.file().hex(),
                json);
    }
}
