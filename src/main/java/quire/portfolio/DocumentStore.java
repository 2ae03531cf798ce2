package quire.portfolio;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;
import quire.core.Json;
import quire.forms.Form;
import quire.store.Row;
import quire.store.Sql;
import quire.store.Transaction;

/** The SQL of documents and their section states. */
final class DocumentStore {

    /** A document as its row holds it, the form still a digest. */
    record Kept(
            String id,
            @Nullable Placement place,
            Digest form,
            int number,
            Instant created,
            String startedBy,
            Instant changed,
            int revision,
            Map<String, @Nullable Object> answers) {}

    private static final String SUMMARY = "select d.id, d.portfolio, d.paper, d.form_digest, d.number, d.created_at,"
            + " d.changed_at, d.progress, d.awaits, (select count(*) from section_state s"
            + " where s.document = d.id and s.state in ('COMPLETED', 'SIGNED', 'LOCKED')) as completed from document d";

    private DocumentStore() {}

    static void keepForm(Transaction tx, Form form, Digest digest, Instant now) {
        Optional<Integer> version = tx.sql("select version from form_version where digest = :digest")
                .with("digest", digest)
                .find(row -> row.count("version"));
        if (version.isPresent()) {
            return;
        }
        tx.sql("insert into form_version (digest, form, version, canonical, stored_at)"
                        + " values (:digest, :form, :version, :canonical, :now) on conflict (digest) do nothing")
                .with("digest", digest)
                .with("form", form.id())
                .with("version", form.version())
                .with("canonical", form.canonicalJson())
                .with("now", now)
                .run();
    }

    /** Makes whoever numbers the next document of this form wait until the work ends. */
    static void holdSeries(Transaction tx, Form form) {
        tx.sql("select digest from form_version where form = :form order by digest")
                .with("form", form.id())
                .forUpdate()
                .list(row -> row.text("digest"));
    }

    static String canonicalForm(Transaction tx, Digest digest) {
        return tx.sql("select canonical from form_version where digest = :digest")
                .with("digest", digest)
                .get(row -> row.text("canonical"));
    }

    /** The next number of a series: in a portfolio, or among the documents that belong to none. */
    static int nextNumber(Transaction tx, @Nullable Placement place, Form form) {
        return tx.sql("select coalesce(max(number), 0) + 1 as next from document"
                        + " where form = :form and coalesce(portfolio, '') = :portfolio")
                .with("form", form.id())
                .with("portfolio", place == null ? "" : place.portfolio())
                .get(row -> row.count("next"));
    }

    static void insert(Transaction tx, Kept document, String form) {
        Placement place = document.place();
        tx.sql("insert into document (id, portfolio, paper, form, form_digest, number, created_at,"
                        + " started_by, changed_at, revision, answers) values (:id, :portfolio, :paper, :form,"
                        + " :digest, :number, :created, :by, :changed, :revision, :answers)")
                .with("id", document.id())
                .with("portfolio", place == null ? null : place.portfolio())
                .with("paper", place == null ? null : place.paper())
                .with("form", form)
                .with("digest", document.form())
                .with("number", document.number())
                .with("created", document.created())
                .with("by", document.startedBy())
                .with("changed", document.changed())
                .with("revision", document.revision())
                .with("answers", Json.canonical(document.answers()))
                .run();
    }

    static void update(Transaction tx, String id, int revision, String answers, Instant now) {
        tx.sql("update document set revision = :revision, answers = :answers, changed_at = :now where id = :id")
                .with("revision", revision)
                .with("answers", answers)
                .with("now", now)
                .with("id", id)
                .run();
    }

    /** As {@link #find}; whoever else wants to change the document waits until the work ends. */
    static Optional<Kept> findHeld(Transaction tx, String id) {
        return tx.sql("select * from document where id = :id")
                .with("id", id)
                .forUpdate()
                .find(DocumentStore::kept);
    }

    /** The portfolio that a document belongs to. */
    static Optional<String> portfolio(Transaction tx, String id) {
        return tx.sql("select portfolio from document where id = :id and portfolio is not null")
                .with("id", id)
                .find(row -> row.text("portfolio"));
    }

    static Optional<Kept> find(Transaction tx, String id) {
        return tx.sql("select * from document where id = :id").with("id", id).find(DocumentStore::kept);
    }

    /** Those last changed come first. */
    static List<Summary> list(Transaction tx, Function<Digest, Form> forms) {
        return tx.sql(SUMMARY + " order by d.changed_at desc, d.id")
                .list(row -> summary(row, forms.apply(row.digest("form_digest"))));
    }

    /** Those started first come first. */
    static List<Summary> ofPortfolio(Transaction tx, String portfolio, Function<Digest, Form> forms) {
        return tx.sql(SUMMARY + " where d.portfolio = :portfolio order by d.created_at, d.number, d.id")
                .with("portfolio", portfolio)
                .list(row -> summary(row, forms.apply(row.digest("form_digest"))));
    }

    /** When a section of each document of a portfolio last changed its state, by document. */
    static Map<String, Instant> settled(Transaction tx, String portfolio) {
        Map<String, Instant> settled = new LinkedHashMap<>();
        tx.sql("select s.document, max(s.changed_at) as settled_at from section_state s"
                        + " join document d on d.id = s.document where d.portfolio = :portfolio group by s.document")
                .with("portfolio", portfolio)
                .each(row -> settled.put(row.text("document"), row.instant("settled_at")));
        return settled;
    }

    /** What was started in some portfolios, by portfolio, those started first first. */
    static Map<String, List<Summary>> ofPortfolios(
            Transaction tx, Collection<String> portfolios, Function<Digest, Form> forms) {
        Map<String, List<Summary>> found = new LinkedHashMap<>();
        portfolios.forEach(portfolio -> found.put(portfolio, new ArrayList<>()));
        PortfolioSearch wanted = PortfolioSearch.by("d.portfolio", found.keySet());
        Sql sql = tx.sql(SUMMARY + " where " + wanted.where() + " order by d.created_at, d.number, d.id");
        wanted.values().forEach(sql::with);
        sql.each(row -> Objects.requireNonNull(found.get(row.text("portfolio")))
                .add(summary(row, forms.apply(row.digest("form_digest")))));
        return found;
    }

    /** What somebody started outside any portfolio; those last changed come first. */
    static List<Summary> triedBy(Transaction tx, String person, Function<Digest, Form> forms) {
        return tx.sql(SUMMARY + " where d.portfolio is null and d.started_by = :person"
                        + " order by d.changed_at desc, d.id")
                .with("person", person)
                .list(row -> summary(row, forms.apply(row.digest("form_digest"))));
    }

    /** Those started first come first. */
    static List<Kept> keptInPortfolio(Transaction tx, String portfolio) {
        return tx.sql("select * from document where portfolio = :portfolio order by created_at, number, id")
                .with("portfolio", portfolio)
                .list(DocumentStore::kept);
    }

    /** Keeps how far a document has come, and whose signature it waits for. */
    static void keepProgress(Transaction tx, Document document, Instant now) {
        List<Signature> signatures =
                document.form().signOff().isEmpty() ? List.of() : SignatureStore.of(tx, document.id());
        Progress progress = Progress.of(document);
        SignOff signOff = SignOff.of(document, signatures, LocalDate.ofInstant(now, ZoneOffset.UTC));
        Set<String> awaits = new TreeSet<>(signOff.awaited(progress));
        tx.sql("update document set progress = :progress, awaits = :awaits"
                        + " where id = :id and (progress <> :progress or awaits <> :awaits)")
                .with("progress", progress.name())
                .with("awaits", joined(awaits))
                .with("id", document.id())
                .run();
    }

    static Map<String, SectionState> states(Transaction tx, String id) {
        Map<String, SectionState> states = new LinkedHashMap<>();
        tx.sql("select section, state from section_state where document = :id")
                .with("id", id)
                .each(row -> states.put(row.text("section"), SectionState.valueOf(row.text("state"))));
        return states;
    }

    static void setState(Transaction tx, String id, String section, SectionState state, Instant now) {
        tx.sql("insert into section_state (document, section, state, changed_at) values (:id, :section, :state, :now)"
                        + " on conflict (document, section) do update set state = :state, changed_at = :now")
                .with("id", id)
                .with("section", section)
                .with("state", state.name())
                .with("now", now)
                .run();
    }

    /** Ids of fields or roles as one text. */
    static String joined(Collection<String> ids) {
        return String.join(" ", ids);
    }

    /** What {@link #joined} has made one. */
    static List<String> parted(String ids) {
        return ids.isEmpty() ? List.of() : List.of(ids.split(" ", -1));
    }

    private static Kept kept(Row row) {
        return new Kept(
                row.text("id"),
                row.findText("portfolio")
                        .map(portfolio -> new Placement(portfolio, row.text("paper")))
                        .orElse(null),
                row.digest("form_digest"),
                row.count("number"),
                row.instant("created_at"),
                row.text("started_by"),
                row.instant("changed_at"),
                row.count("revision"),
                Json.readObject(row.text("answers"), "The answers of a document"));
    }

    private static Summary summary(Row row, Form form) {
        return new Summary(
                row.text("id"),
                row.findText("paper").orElse(null),
                form.titleOf(row.count("number")),
                form.id(),
                row.instant("created_at"),
                row.instant("changed_at"),
                row.count("completed"),
                form.sections().size(),
                Progress.valueOf(row.text("progress")),
                Set.copyOf(parted(row.text("awaits"))));
    }
}
