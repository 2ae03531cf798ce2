package quire.store;

import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/** Ends the process, as if it were killed, once step 99 was run and before it is committed. */
final class HaltInTheMiddle implements Callback {

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_EACH_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        if ("99".equals(context.getMigrationInfo().getVersion().getVersion())) {
            Runtime.getRuntime().halt(137);
        }
    }

    @Override
    public String getCallbackName() {
        return "halt";
    }
}
