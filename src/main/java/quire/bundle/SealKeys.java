package quire.bundle;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import quire.seal.SealCertificate;
import quire.seal.SealKey;
import quire.seal.Sealer;
import quire.seal.TimeAuthority;
import quire.store.Database;
import quire.store.Transaction;

/**
 * What this installation seals with, and has ever sealed with. The key is the operator's, or one that is made when the first is
 * needed and kept in the record, where only whoever has the whole record finds it. May be shared between threads.
 */
public final class SealKeys {

    /** The format asks for a password; what protects the key is what protects the record. */
    private static final String PASSWORD = "kept in the record";

    private final Database database;
    private final Optional<SealKey> own;
    private final Optional<TimeAuthority> authority;
    private final String installation;

    /**
     * @param own the operator's key; empty for one that is made
     * @param authority who vouches for the time of each seal; empty for nobody
     * @param installation what people call the installation
     */
    public SealKeys(Database database, Optional<SealKey> own, Optional<TimeAuthority> authority, String installation) {
        this.database = database;
        this.own = own;
        this.authority = authority;
        this.installation = installation;
    }

    /** The key to seal with now; its certificate is noted before it is used. */
    public SealKey current(Instant now) {
        SealKey key = own.orElseGet(() -> made(now));
        note(key.certificate(), now);
        return key;
    }

    /** Seals with that key, and never without the word of the authority where there is one. */
    Sealer sealer(Instant now) {
        return new Sealer(current(now), authority.orElse(null));
    }

    /** Every certificate that was ever sealed with, the first one first. */
    public List<SealCertificate> certificates() {
        return database.read(tx -> tx.sql("select pem from seal_certificate order by since, fingerprint")
                .list(row -> SealCertificate.ofPem(row.text("pem"))));
    }

    private SealKey made(Instant now) {
        return kept(now)
                .orElseGet(() -> database.write(tx -> {
                    tx.hold("seal_key", installation);
                    return find(tx, now).orElseGet(() -> make(tx, now));
                }));
    }

    private Optional<SealKey> kept(Instant now) {
        return database.read(tx -> find(tx, now));
    }

    private static Optional<SealKey> find(Transaction tx, Instant now) {
        return tx.sql("select content from seal_key where id = 1")
                .find(row -> SealKey.read(Base64.getDecoder().decode(row.text("content")), PASSWORD, now));
    }

    private SealKey make(Transaction tx, Instant now) {
        SealKey key = SealKey.make(installation, now);
        tx.sql("insert into seal_key (id, content, made_at) values (1, :content, :now)")
                .with("content", Base64.getEncoder().encodeToString(key.pkcs12(PASSWORD)))
                .with("now", now)
                .run();
        return key;
    }

    private void note(SealCertificate certificate, Instant now) {
        boolean known = certificates().stream().anyMatch(certificate::equals);
        if (!known) {
            database.run(tx -> {
                tx.hold("seal_certificate", certificate.fingerprint().hex());
                boolean there = tx.sql("select pem from seal_certificate where fingerprint = :fingerprint")
                        .with("fingerprint", certificate.fingerprint())
                        .find(row -> row.text("pem"))
                        .isPresent();
                if (!there) {
                    tx.sql("insert into seal_certificate (fingerprint, pem, since) values (:fingerprint, :pem, :now)")
                            .with("fingerprint", certificate.fingerprint())
                            .with("pem", certificate.pem())
                            .with("now", now)
                            .run();
                }
            });
        }
    }
}
