package sosad.node.record;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sosad.engine.EngineSnapshot;
import sosad.message.Launch.RecordTo;
import sosad.model.NodeId;
import sosad.record.Ending;

/**
 * The thread that writes the record of one stretch of live time. What it is handed waits in a queue of fixed length; it
 * ends with the stretch.
 */
public final class RecordThread {
    private static final Logger LOG = LoggerFactory.getLogger(RecordThread.class);

    /** The most blocks that wait, some megabytes. */
    private static final int MAX_WAITING = 64;

    /** A block is handed over after so long even if it is not full. */
    private static final int FLUSH_MILLIS = 100;

    /** The longest wait for the disk when the node ends. */
    private static final int CLOSE_MILLIS = 2_000;

    private final BlockingQueue<Task> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
    private final RecordFiles files;
    private final Executor loop;
    private final Runnable flush;
    private final Thread thread;
    private volatile Optional<End> end = Optional.empty();
    private volatile boolean isOver;

    /** Something for the files to do. */
    private interface Task {
        void at(RecordFiles files) throws RecordFiles.FailedException;
    }

    /** @param then called on the event loop when all is written */
    private record End(Ending reason, Runnable then) {}

    /** Takes a state, and when it was that of the engine. */
    interface States {
        boolean take(EngineSnapshot state, long epochMillis);
    }

    /** Makes a thread for each stretch of live time of a node. */
    public interface Source {
        /** @param flush hands over what there is; called on the event loop */
        RecordThread begin(RecordTo place, NodeId node, long epochMillis, Runnable flush);

        /**
         * Threads that write to files.
         *
         * @param loop the event loop
         */
        static Source of(Executor loop) {
            return (place, node, epochMillis, flush) ->
                    new RecordThread(new RecordFiles(place, node, epochMillis), loop, flush);
        }
    }

    private RecordThread(RecordFiles files, Executor loop, Runnable flush) {
        this.files = files;
        this.loop = loop;
        this.flush = flush;
        this.thread = new Thread(this::run, "record");
        thread.setDaemon(true); // a disk that does not answer must not keep the process
        thread.start();
    }

    /** Takes a block of inputs, or has no room for it. */
    boolean inputs(byte[] block) {
        return waiting.offer(to -> to.inputs(block));
    }

    /** Takes a state of the engine, or has no room for it. */
    boolean state(EngineSnapshot state, long epochMillis) {
        return waiting.offer(to -> to.state(state, epochMillis));
    }

    /** Takes the state with which the record begins, or goes on after detail was lost. */
    boolean beginAnew(EngineSnapshot state, long epochMillis) {
        return waiting.offer(to -> to.beginAnew(state, epochMillis));
    }

    /** Returns whether it has written all it was handed. */
    boolean isIdle() {
        return waiting.isEmpty();
    }

    /** Returns whether it writes nothing more. */
    boolean isOver() {
        return isOver;
    }

    /** After how many bytes a new part begins with the next state. */
    long partBytes() {
        return files.partBytes();
    }

    /** How many bytes the last state took. */
    long stateBytes() {
        return files.stateBytes();
    }

    /**
     * Ends once everything handed over is written.
     *
     * @param then called on the event loop afterwards
     */
    void end(Ending reason, Runnable then) {
        end = Optional.of(new End(reason, then));
        if (isOver) {
            tell();
        }
    }

    /** Waits until it has ended, but not long. */
    void await() {
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (files) {
            while (!isOver) {
                boolean isLast = end.isPresent();
                Task next = waiting.poll(isLast ? 0 : FLUSH_MILLIS, TimeUnit.MILLISECONDS);
                if (next != null) {
                    next.at(files);
                    isOver = files.isFull();
                } else if (isLast) {
                    files.end(end.get().reason());
                    isOver = true;
                } else {
                    loop.execute(flush);
                }
            }
        } catch (RecordFiles.FailedException e) {
            LOG.warn("the record ends here, the node goes on without: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RejectedExecutionException e) {
            LOG.debug("the event loop has ended before the record");
        } finally {
            isOver = true;
            tell();
        }
    }

    /** Tells who waits for the end; whichever thread comes last does it. */
    private synchronized void tell() {
        end.ifPresent(ended -> {
            end = Optional.of(new End(ended.reason(), () -> {}));
            loop.execute(ended.then());
        });
    }
}
