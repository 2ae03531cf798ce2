package quire.takeaway;

import java.time.Instant;
import quire.core.Digest;
import quire.people.Actor;
import quire.store.Transaction;
import quire.trail.Entry;
import quire.trail.Trail;

/**
 * Writes into the trail what came with a portfolio: that it came, and each signature and each signed paper with its digest, so that
 * a later change of one of them shows here as if it had been given here.
 */
record ArrivalNotes(Trail trail, Transaction tx, Carried carried, Instant now) {

    void write(Digest manifest) {
        PortfolioRecord record = carried.record();
        note(did("portfolio.imported", "portfolio", record.portfolio().text("id"))
                .with("manifest", manifest.hex())
                .with("trail_head", carried.head().toString())
                .with("entries", record.of(RecordTables.TRAIL).size())
                .with("complete", carried.complete()));
        record.of("signature").forEach(this::signature);
        record.of("signed_record")
                .forEach(row -> note(did("document.sealed", "document", row.text("document"))
                        .with("record", row.count("number"))
                        .with("digest", row.text("digest"))));
        record.of("rendition")
                .forEach(row -> note(did("rendition.made", "document", row.text("document"))
                        .with("record", row.count("number"))
                        .with("type", row.text("kind"))
                        .with("digest", row.text("digest"))));
    }

    private void signature(RecordRow row) {
        note(did("signature.arrived", "signature", row.text("id"))
                .with("by", row.text("signed_by"))
                .with("at", Instant.parse(row.text("signed_at")).toString())
                .with("deputy_of", row.find("deputy_of"))
                .with("document", row.text("document"))
                .with("step", row.count("step"))
                .with("role", row.text("role"))
                .with("proof", row.text("proof"))
                .with("digest", row.text("digest"))
                .with("superseded_at", row.find("superseded_at")));
    }

    private Entry did(String action, String kind, String subject) {
        return Actor.SYSTEM
                .did(action, kind, subject)
                .in(carried.record().portfolio().text("id"));
    }

    private void note(Entry entry) {
        trail.add(tx, entry, now);
    }
}
