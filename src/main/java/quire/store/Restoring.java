package quire.store;

import quire.core.Problem;

/**
 * An empty place that a backup is being restored into. Until {@link #finish} it holds no record; closing it earlier
 * empties it.
 */
sealed interface Restoring extends AutoCloseable permits RestoringFolder, RestoringServer {

    /**
     * Begins to restore.
     *
     * @throws Problem if the place cannot be used or is not empty
     */
    static Restoring into(RecordPlace place) {
        return place instanceof RecordServer server
                ? RestoringServer.into(server)
                : RestoringFolder.into(((RecordFolder) place).path());
    }

    /** An empty database whose tables were made up to a point. */
    Database open(Schema.Target target);

    /** Makes what was restored the record of the place. */
    void finish();

    @Override
    void close();
}
