package quire.store;

/** Where a record is kept: in a folder of its own on this machine, or on a database server. */
public sealed interface RecordPlace permits RecordFolder, RecordServer {

    /** What messages call it; never holds a password. */
    String name();
}
