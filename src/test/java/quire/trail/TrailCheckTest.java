package quire.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import quire.core.Json;

class TrailCheckTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00.123456Z");

    @Property(tries = 100)
    void whateverWasAddedIsWhole(@ForAll("entries") @Size(max = 8) List<Entry> entries) {
        List<TrailStore.Stored> rows = chain(entries);
        assertThat(check(rows).isWhole()).isTrue();
        assertThat(check(rows).checked()).isEqualTo(entries.size());
    }

    /** S-74: any column of any row. A new hash is found at the row or, if it fits, at the one after. */
    @Property(tries = 300)
    void s74_everyChangeOfOneColumnIsFound(
            @ForAll("entries") @Size(min = 2, max = 6) List<Entry> entries,
            @ForAll @IntRange(max = 5) int which,
            @ForAll @IntRange(max = 8) int column) {
        List<TrailStore.Stored> rows = new ArrayList<>(chain(entries));
        int index = which % rows.size();
        rows.set(index, changed(rows.get(index), column));
        Verdict verdict = check(rows);
        assertThat(verdict.isWhole()).isFalse();
        assertThat(verdict.fault()).isNotNull().extracting(Verdict.Fault::seq).isEqualTo(index + 1L);
    }

    /** S-74: whoever can also compute the hash is found at the next entry, or at the end. */
    @Property(tries = 100)
    void s74_aRowWithANewHashIsFoundToo(
            @ForAll("entries") @Size(min = 2, max = 6) List<Entry> entries, @ForAll @IntRange(max = 5) int which) {
        List<TrailStore.Stored> rows = new ArrayList<>(chain(entries));
        int index = which % rows.size();
        TrailStore.Stored other = changed(rows.get(index), 1);
        String hash = Recorded.hash(new quire.core.Digest(other.previous()), other.seq(), other.rest())
                .hex();
        rows.set(
                index,
                new TrailStore.Stored(other.seq(), other.at(), other.entry(), other.details(), other.previous(), hash));
        assertThat(check(rows, chain(entries)).fault()).isNotNull();
    }

    @Provide
    Arbitrary<List<Entry>> entries() {
        Arbitrary<String> id = Arbitraries.strings()
                .ofMinLength(1)
                .ofMaxLength(12)
                .filter(text -> !text.isBlank() && TrailCheckTest.isText(text));
        Arbitrary<@Nullable String> portfolio = id.injectNull(0.5);
        Arbitrary<Map<String, Object>> details = Arbitraries.maps(
                        id,
                        Arbitraries.oneOf(
                                id.map(text -> (Object) text),
                                Arbitraries.integers().map(i -> (Object) i)))
                .ofMaxSize(3);
        return Combinators.combine(id, id, portfolio, details)
                .as((actor, subject, where, facts) ->
                        new Entry(actor, "document.saved", "document", subject, where, Map.copyOf(facts)))
                .list();
    }

    /** Half a character is none, and JSON has no way to say it. */
    private static boolean isText(String text) {
        return text.codePoints().noneMatch(point -> point >= 0xD800 && point <= 0xDFFF);
    }

    private static List<TrailStore.Stored> chain(List<Entry> entries) {
        List<TrailStore.Stored> rows = new ArrayList<>();
        Head head = Head.START;
        for (Entry entry : entries) {
            Recorded recorded = Recorded.after(head, entry, NOW);
            head = new Head(recorded.seq(), recorded.hash());
            rows.add(new TrailStore.Stored(
                    recorded.seq(),
                    Recorded.written(recorded.at()),
                    new Entry(
                            entry.actor(), entry.action(), entry.kind(), entry.subject(), entry.portfolio(), Map.of()),
                    Json.canonical(entry.details()),
                    recorded.previous().hex(),
                    recorded.hash().hex()));
        }
        return rows;
    }

    private static TrailStore.Stored changed(TrailStore.Stored row, int column) {
        Entry was = row.entry();
        Entry is =
                switch (column) {
                    case 0 ->
                        new Entry(
                                was.actor() + "x", was.action(), was.kind(), was.subject(), was.portfolio(), Map.of());
                    case 1 ->
                        new Entry(was.actor(), "document.read", was.kind(), was.subject(), was.portfolio(), Map.of());
                    case 2 -> new Entry(was.actor(), was.action(), "person", was.subject(), was.portfolio(), Map.of());
                    case 3 ->
                        new Entry(
                                was.actor(), was.action(), was.kind(), was.subject() + " ", was.portfolio(), Map.of());
                    case 4 -> was.in(was.portfolio() == null ? "" : null);
                    default -> was;
                };
        return new TrailStore.Stored(
                row.seq(),
                column == 5 ? row.at().replace("123Z", "124Z") : row.at(),
                is,
                column == 6 ? "{\"a\":1,\"b\":2,\"more\":true}" : row.details(),
                column == 7 ? row.hash() : row.previous(),
                column == 8 ? row.previous() : row.hash());
    }

    private static Verdict check(List<TrailStore.Stored> rows) {
        return check(rows, rows);
    }

    /** @param promised the rows whose last one is the head that the trail speaks of */
    private static Verdict check(List<TrailStore.Stored> rows, List<TrailStore.Stored> promised) {
        TrailCheck check = new TrailCheck(List.of());
        rows.forEach(check::look);
        Head head = promised.isEmpty()
                ? Head.START
                : new Head(
                        promised.size(),
                        new quire.core.Digest(promised.get(promised.size() - 1).hash()));
        return check.verdict(new TrailStore.End(head, rows.size()));
    }
}
