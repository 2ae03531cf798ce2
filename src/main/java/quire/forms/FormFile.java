package quire.forms;

import quire.core.Place;

/**
 * A form file without errors.
 *
 * @param form what it defines
 * @param outline what stands where
 */
record FormFile(Form form, Outline outline) {

    String id() {
        return form.id();
    }

    int version() {
        return form.version();
    }

    /** Where the version stands. */
    Place place() {
        return outline.root().member("version").place();
    }
}
