package sosad.node.store;

import java.util.concurrent.TimeUnit;
import sosad.message.DiskFault;
import sosad.node.store.DiskStore.StoreException;

/** A file on a disk that can be told to be slow, full or failing. Written by one thread, told by another. */
final class SwitchedFile implements BatchFile {
    private static final String BY_COMMAND = " (as set-disk has told it)";

    private final BatchFile file;
    private DiskFault fault = DiskFault.NONE;
    private boolean isClosing;

    SwitchedFile(BatchFile file) {
        this.file = file;
    }

    /** Sets the fault of the disk; a waiting write then waits no longer than that. */
    synchronized void become(DiskFault newFault) {
        fault = newFault;
        notifyAll();
    }

    /** Lets no write wait from now on. */
    synchronized void hurry() {
        isClosing = true;
        notifyAll();
    }

    @Override
    public void write(Batch batch) throws StoreException {
        switch (afterTheDelay()) {
            case WORKS -> file.write(batch);
            case FAILS -> throw file.failed("Input/output error" + BY_COMMAND);
            case FULL -> throw file.failed("No space left on device" + BY_COMMAND);
        }
    }

    private synchronized DiskFault.State afterTheDelay() {
        long begin = System.nanoTime();
        try {
            for (long left = delayNanos(); left > 0; left = delayNanos() - (System.nanoTime() - begin)) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the thread is to end: the wait is over
        }
        return fault.state();
    }

    private long delayNanos() {
        return isClosing ? 0 : TimeUnit.MILLISECONDS.toNanos(fault.delayMillis());
    }

    @Override
    public void sync() throws StoreException {
        if (state() == DiskFault.State.FAILS) {
            throw file.failed("Input/output error" + BY_COMMAND);
        }
        file.sync();
    }

    private synchronized DiskFault.State state() {
        return fault.state();
    }

    @Override
    public long batches() {
        return file.batches();
    }

    @Override
    public StoreException failed(String reason) {
        return file.failed(reason);
    }

    @Override
    public void close() {
        file.close();
    }
}
