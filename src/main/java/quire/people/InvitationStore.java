package quire.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import quire.core.Digest;
import quire.store.Row;
import quire.store.Sql;
import quire.store.Transaction;

/** The SQL of invitations, their links and their codes. */
final class InvitationStore {

    /** The six digits that were sent last. */
    record Code(Digest code, Instant sent, Instant expires, int tries) {}

    private static final String OPEN =
            "submitted_at is null and declined_at is null and cancelled_at is null and replaced_at is null";

    private InvitationStore() {}

    static void insert(Transaction tx, Invitation one) {
        tx.sql(
                        "insert into invitation (id, guest, document, portfolio, organisation, role, name, email, email_folded, relationship,"
                                + " message, with_code, post, registration, asked_by, deputy_of, asked_at, until_day)"
                                + " values (:id, :guest, :document, :portfolio, :organisation, :role, :name, :email, :folded, :relationship,"
                                + " :message, :code, :post, :registration, :by, :deputy, :at, :until)")
                .with("id", one.id())
                .with("guest", one.guest())
                .with("document", one.document())
                .with("portfolio", one.portfolio())
                .with("organisation", one.organisation())
                .with("role", one.role())
                .with("name", one.to().name())
                .with("email", one.to().email())
                .with("folded", EmailAddress.folded(one.to().email()))
                .with("relationship", one.to().relationship())
                .with("message", one.terms().message())
                .with("code", one.terms().withCode())
                .with("post", one.to().post())
                .with("registration", one.to().registration())
                .with("by", one.asked().by())
                .with("deputy", one.asked().deputyOf())
                .with("at", one.asked().at())
                .with("until", one.terms().until().toString())
                .run();
    }

    static Optional<Invitation> find(Transaction tx, String id) {
        return tx.sql("select * from invitation where id = :id").with("id", id).find(InvitationStore::read);
    }

    /** As nobody else can change it until the work ends. */
    static Optional<Invitation> held(Transaction tx, String id) {
        return tx.sql("select * from invitation where id = :id")
                .with("id", id)
                .forUpdate()
                .find(InvitationStore::read);
    }

    static Optional<Invitation> byToken(Transaction tx, String token) {
        return tx.sql(
                        "select i.* from invitation i join invitation_link l on l.invitation = i.id where l.token = :token")
                .with("token", Secrets.kept(token))
                .find(InvitationStore::read);
    }

    /** All of a paper, the first one first. */
    static List<Invitation> ofDocument(Transaction tx, String document) {
        return tx.sql("select * from invitation where document = :document order by asked_at, id")
                .with("document", document)
                .list(InvitationStore::read);
    }

    /** The open one for a part of a paper, whether or not its last day is over. */
    static Optional<Invitation> open(Transaction tx, String document, String role) {
        return tx.sql("select * from invitation where document = :document and role = :role and " + OPEN)
                .with("document", document)
                .with("role", role)
                .forUpdate()
                .find(InvitationStore::read);
    }

    /** The latest one of a guest, which says what they are called. */
    static Optional<Invitation> ofGuest(Transaction tx, String guest) {
        return tx.sql("select * from invitation where guest = :guest order by asked_at desc, id limit 1")
                .with("guest", guest)
                .find(InvitationStore::read);
    }

    /**
     * The parts that somebody may play in a paper because they were asked to: a guest, or somebody with an account under the
     * address that was written to, in the organisation that asked.
     */
    static Set<String> roles(Transaction tx, String person, String document, LocalDate today) {
        return Set.copyOf(tx.sql("select distinct i.role from invitation i"
                        + " left join person p on p.email_folded = i.email_folded and p.organisation = i.organisation"
                        + " where i.document = :document and (i.guest = :person or p.id = :person)"
                        + " and i.declined_at is null and i.cancelled_at is null and i.replaced_at is null"
                        + " and (i.submitted_at is not null or i.until_day >= :today)")
                .with("document", document)
                .with("person", person)
                .with("today", today.toString())
                .list(row -> row.text("role")));
    }

    /** What somebody with an account was asked for under their address and has not answered, the one asked first first. */
    static List<Invitation> waitingFor(Transaction tx, String person, LocalDate today) {
        return tx.sql("select i.* from invitation i"
                        + " join person p on p.email_folded = i.email_folded and p.organisation = i.organisation"
                        + " where p.id = :person and i.until_day >= :today and i.submitted_at is null"
                        + " and i.declined_at is null and i.cancelled_at is null and i.replaced_at is null"
                        + " order by i.asked_at, i.id")
                .with("person", person)
                .with("today", today.toString())
                .list(InvitationStore::read);
    }

    /** Notes a moment that an invitation knows once. */
    static void mark(Transaction tx, String id, String what, Instant now) {
        tx.sql("update invitation set " + what + "_at = :now where id = :id")
                .with("now", now)
                .with("id", id)
                .run();
    }

    static void describe(Transaction tx, String id, Invitation.Addressee to) {
        tx.sql("update invitation set name = :name, relationship = :relationship, post = :post,"
                        + " registration = :registration where id = :id")
                .with("name", to.name())
                .with("relationship", to.relationship())
                .with("post", to.post())
                .with("registration", to.registration())
                .with("id", id)
                .run();
    }

    static void addLink(Transaction tx, String invitation, String token, Instant now) {
        tx.sql("insert into invitation_link (token, invitation, made_at) values (:token, :invitation, :now)")
                .with("token", Secrets.kept(token))
                .with("invitation", invitation)
                .with("now", now)
                .run();
    }

    static Optional<Code> code(Transaction tx, String invitation) {
        return code(invitationCode(tx, invitation));
    }

    /** As nobody else can try it until the work ends. */
    static Optional<Code> heldCode(Transaction tx, String invitation) {
        return code(invitationCode(tx, invitation).forUpdate());
    }

    private static Sql invitationCode(Transaction tx, String invitation) {
        return tx.sql("select code, sent_at, expires_at, tries from invitation_code where invitation = :invitation")
                .with("invitation", invitation);
    }

    private static Optional<Code> code(Sql sql) {
        return sql.find(row ->
                new Code(row.digest("code"), row.instant("sent_at"), row.instant("expires_at"), row.count("tries")));
    }

    static void keepCode(Transaction tx, String invitation, Digest code, Instant now, Instant expires) {
        forgetCode(tx, invitation);
        tx.sql("insert into invitation_code (invitation, code, sent_at, expires_at, tries)"
                        + " values (:invitation, :code, :now, :expires, 0)")
                .with("invitation", invitation)
                .with("code", code)
                .with("now", now)
                .with("expires", expires)
                .run();
    }

    static void countTry(Transaction tx, String invitation) {
        tx.sql("update invitation_code set tries = tries + 1 where invitation = :invitation")
                .with("invitation", invitation)
                .run();
    }

    static void forgetCode(Transaction tx, String invitation) {
        tx.sql("delete from invitation_code where invitation = :invitation")
                .with("invitation", invitation)
                .run();
    }

    private static Invitation read(Row row) {
        return new Invitation(
                row.text("id"),
                row.text("guest"),
                row.text("document"),
                row.text("portfolio"),
                row.text("organisation"),
                row.text("role"),
                new Invitation.Addressee(
                        row.text("name"),
                        row.text("email"),
                        row.text("relationship"),
                        row.text("post"),
                        row.text("registration")),
                new Invitation.Terms(
                        row.text("message"), row.flag("with_code"), LocalDate.parse(row.text("until_day"))),
                new Invitation.Asked(
                        row.text("asked_by"), row.findText("deputy_of").orElse(null), row.instant("asked_at")),
                new Invitation.Moments(
                        row.findInstant("reminded_at").orElse(null),
                        row.findInstant("started_at").orElse(null),
                        row.findInstant("submitted_at").orElse(null),
                        row.findInstant("declined_at").orElse(null),
                        row.findInstant("cancelled_at").orElse(null),
                        row.findInstant("replaced_at").orElse(null)));
    }
}
