package quire.programme;

import quire.core.Place;

/**
 * A programme as it was read.
 *
 * @param programme the programme
 * @param place where its version stands, for findings about it
 */
record ProgrammeFile(Programme programme, Place place) {

    String id() {
        return programme.id();
    }

    int version() {
        return programme.version();
    }
}
