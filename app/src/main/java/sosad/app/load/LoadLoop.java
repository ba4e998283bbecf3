package sosad.app.load;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import sosad.app.process.NodeException;

/** The thread that serves some clients. */
final class LoadLoop implements AutoCloseable {
    private static final long MAX_SECONDS_TO_STOP = 20;
    /** After so long it looks whether it is to end, too. */
    private static final long MAX_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    /** A selector waits whole milliseconds; what is due sooner is waited for in naps. */
    private static final long MIN_SELECT_NANOS = TimeUnit.MICROSECONDS.toNanos(1_500);

    private static final long NAP_NANOS = TimeUnit.MICROSECONDS.toNanos(50);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final List<LoadConnection> connections;
    private final Thread thread;
    private volatile boolean isStopping;
    private volatile boolean isCutOff;
    private volatile long cpuNanos;

    LoadLoop(String name, List<LoadConnection> connections) {
        this.connections = List.copyOf(connections);
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try (Selector selector = Selector.open()) {
            while (!isOver()) {
                connections.forEach(connection -> connection.turn(selector, System.nanoTime()));
                await(selector);
                for (SelectionKey key : selector.selectedKeys()) {
                    ((LoadConnection) key.attachment()).ready(System.nanoTime());
                }
                selector.selectedKeys().clear();
            }
        } catch (IOException e) {
            throw new NodeException("clients cannot wait for replies: " + e.getMessage());
        } finally {
            connections.forEach(LoadConnection::cutOff);
            cpuNanos = THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : 0;
        }
    }

    private boolean isOver() {
        if (isStopping) {
            connections.forEach(LoadConnection::stop);
        }
        return isCutOff || (isStopping && connections.stream().allMatch(LoadConnection::isIdle));
    }

    private void await(Selector selector) throws IOException {
        long now = System.nanoTime();
        long wait = MAX_WAIT_NANOS;
        for (LoadConnection connection : connections) {
            long wake = connection.wakeNanos(now);
            wait = wake == ClientScript.NEVER_NANOS ? wait : Math.min(wait, wake - now);
        }
        if (wait >= MIN_SELECT_NANOS) {
            selector.select(TimeUnit.NANOSECONDS.toMillis(wait));
        } else if (selector.selectNow() == 0 && wait > 0) {
            LockSupport.parkNanos(Math.min(wait, NAP_NANOS));
        }
    }

    /** Returns the processor time that it took, once it has ended; 0 where the system does not say. */
    long cpuNanos() {
        return cpuNanos;
    }

    /** Lets its clients send nothing more; it ends when all replies are there, or not in time. */
    void stop() {
        isStopping = true;
        awaitEnd();
    }

    /** Ends it at once; what is under way counts for nothing. */
    void cutOff() {
        isCutOff = true;
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            thread.join(TimeUnit.SECONDS.toMillis(MAX_SECONDS_TO_STOP));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        if (thread.isAlive()) {
            throw new NodeException("the %s do not end".formatted(thread.getName()));
        }
    }

    @Override
    public void close() {
        cutOff();
    }
}
