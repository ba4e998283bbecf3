package sosad.node.store;

import sosad.node.store.DiskStore.StoreException;

/**
 * The file of the batches; used by only one thread. Between the journal and the file, so that a disk can be slow, full
 * or failing without one.
 */
interface BatchFile {
    /** Writes the batch as a whole; a process that is killed afterwards has not lost it. */
    void write(Batch batch) throws StoreException;

    /** Returns how many batches were written to it in all its life. */
    long batches();

    /** Makes sure that all batches written so far survive the machine's failure. */
    void sync() throws StoreException;

    /** Returns what to throw when nothing can be written for this reason; nothing is written afterwards. */
    StoreException failed(String reason);

    /** Lets go of the file; without a further write, if one has failed. */
    void close();
}
