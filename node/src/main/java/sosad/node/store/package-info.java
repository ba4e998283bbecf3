/**
 * The disk store: what must survive a restart, in one file that a batch changes as a whole or not at all. The event
 * loop collects changes ({@link sosad.node.store.BatchJournal}), one thread of its own writes them
 * ({@link sosad.node.store.StoreFile}). Why so: {@code docs/decisions/0015-disk-store.md} and 0041.
 */
package sosad.node.store;
