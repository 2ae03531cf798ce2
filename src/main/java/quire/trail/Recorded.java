package quire.trail;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;
import quire.core.Json;

/**
 * An entry as it stands in the trail. It never changes.
 *
 * @param seq its number, from 1 without gaps; it, and not the time, is the order of what was done
 * @param at when it was done, by the clock of the server, to the millisecond
 * @param previous the hash of the entry before
 * @param hash SHA-256 of the previous hash, the number and the canonical JSON of the rest, one after the other as text
 */
public record Recorded(long seq, Instant at, Entry entry, Digest previous, Digest hash) {

    /** Part of what is hashed, so it is fixed here whatever the database does. */
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** The entry that comes after a head. */
    static Recorded after(Head head, Entry entry, Instant at) {
        entry.check();
        long seq = head.seq() + 1;
        Digest hash = hash(head.hash(), seq, rest(entry, written(at)));
        return new Recorded(seq, Instant.parse(written(at)), entry, head.hash(), hash);
    }

    /** Whether the hash is that of what the entry says, in whatever trail it stands. */
    public boolean isGenuine() {
        return hash.equals(hash(previous, seq, rest(entry, written(at))));
    }

    static String written(Instant at) {
        return MOMENT.format(at);
    }

    /** What is hashed beside the previous hash and the number. The digits of the number end where the brace begins. */
    static Map<String, @Nullable Object> rest(Entry entry, String at) {
        Map<String, @Nullable Object> rest = new LinkedHashMap<>();
        rest.put("at", at);
        rest.put("actor", entry.actor());
        rest.put("action", entry.action());
        rest.put("subject_kind", entry.kind());
        rest.put("subject", entry.subject());
        rest.put("portfolio", entry.portfolio());
        rest.put("details", entry.details());
        return rest;
    }

    static Digest hash(Digest previous, long seq, Map<String, @Nullable Object> rest) {
        return Digest.of(previous.hex() + seq + Json.canonical(rest));
    }
}
