package quire.portfolio;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import quire.store.Transaction;

/** The SQL of which reminders are wanted. */
final class ReminderStore {

    private ReminderStore() {}

    /** Those that an organisation has turned off. */
    static Set<Reminder> off(Transaction tx, String organisation) {
        Set<Reminder> off = EnumSet.noneOf(Reminder.class);
        tx.sql("select moment from reminder_switch where organisation = :organisation")
                .with("organisation", organisation)
                .each(row -> off.add(Reminder.valueOf(row.text("moment"))));
        return off;
    }

    /** Whether it was on until now. */
    static boolean turnOff(Transaction tx, String organisation, Reminder reminder, Instant now) {
        return tx.sql(
                                "insert into reminder_switch (organisation, moment, changed_at) values (:organisation, :moment, :now)"
                                        + " on conflict (organisation, moment) do nothing")
                        .with("organisation", organisation)
                        .with("moment", reminder.name())
                        .with("now", now)
                        .run()
                == 1;
    }

    /** Whether it was off until now. */
    static boolean turnOn(Transaction tx, String organisation, Reminder reminder) {
        return tx.sql("delete from reminder_switch where organisation = :organisation and moment = :moment")
                        .with("organisation", organisation)
                        .with("moment", reminder.name())
                        .run()
                == 1;
    }

    static boolean refuses(Transaction tx, String person) {
        return tx.sql("select person from reminder_refusal where person = :person")
                .with("person", person)
                .find(row -> row.text("person"))
                .isPresent();
    }

    /** Whether they wanted them until now. */
    static boolean refuse(Transaction tx, String person, Instant now) {
        return tx.sql(
                                "insert into reminder_refusal (person, since) values (:person, :now) on conflict (person) do nothing")
                        .with("person", person)
                        .with("now", now)
                        .run()
                == 1;
    }

    /** Whether they did not want them until now. */
    static boolean accept(Transaction tx, String person) {
        return tx.sql("delete from reminder_refusal where person = :person")
                        .with("person", person)
                        .run()
                == 1;
    }
}
