package sosad.app.process;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The source of a cluster's processes. Those that a cluster has let go in good order are kept for the next one: to
 * begin in a process that has done the same before takes a few milliseconds, and what it does then is not slow any
 * more. A node takes nothing over from an earlier one in its process but the process id.
 */
public final class ProcessPool implements AutoCloseable {
    /** The number of processes that lessons use; more would waste memory. */
    private static final int MAX_IDLE = 8;

    private final Program program;
    private final int mostIdle;
    private final Deque<PooledProcess> idle = new ArrayDeque<>();

    /** @param mostIdle how many processes are kept at most */
    public ProcessPool(Program program, int mostIdle) {
        this.program = program;
        this.mostIdle = mostIdle;
    }

    /** A pool for clusters that come one after the other. */
    public static ProcessPool of(Program program) {
        return new ProcessPool(program, MAX_IDLE);
    }

    /** A pool for one cluster, of which nothing is kept, so that it need not be closed. */
    public static ProcessPool keepingNone(Program program) {
        return new ProcessPool(program, 0);
    }

    /** Starts the processes of a cluster of this size, unless they are there, ahead of what will run in them. */
    public synchronized void prepare(int processes) {
        try {
            while (idle.size() < processes) {
                idle.add(start());
            }
        } catch (IOException e) {
            // The start of a node reports it.
        }
    }

    private PooledProcess start() throws IOException {
        return new PooledProcess(LocalLauncher.PLAIN, new ProcessCommand(program.childCommand()));
    }

    /**
     * Begins a node or gateway.
     *
     * @param who what it is called in errors, such as {@code node A}
     * @param launch what it is to be: the variable's name and JSON
     * @param lines takes what it prints, on a thread of its own
     * @throws NodeException if the system will not start a process
     */
    public synchronized MemberProcess begin(String who, Map.Entry<String, String> launch, Consumer<String> lines) {
        MemberProcess begun = new MemberProcess(who, lines);
        while (!idle.isEmpty()) {
            PooledProcess used = next(who);
            try {
                if (used.awaitFree()) {
                    return begin(begun, launch, used);
                }
            } catch (IOException e) {
                // It has died idle.
            }
            kill(used);
        }
        try {
            return begin(begun, launch, start());
        } catch (IOException e) {
            throw new NodeException(who + " cannot be started: " + e.getMessage());
        }
    }

    /**
     * Removes the process in which the one of this name ran before, if it is there: that may still hold the port that
     * is asked for now, until it is free.
     */
    private PooledProcess next(String who) {
        PooledProcess next = idle.stream()
                .filter(process -> process.wasThatOf(who))
                .findFirst()
                .orElseGet(idle::element);
        idle.remove(next);
        return next;
    }

    private static MemberProcess begin(MemberProcess begun, Map.Entry<String, String> launch, PooledProcess process)
            throws IOException {
        begun.runsIn(process);
        process.begin(launch, begun);
        return begun;
    }

    /** Takes back a process that answered when it was last asked; the connection to its node is about to be closed. */
    public synchronized void takeBack(MemberProcess returned) {
        if (idle.size() < mostIdle) {
            PooledProcess process = returned.pooled();
            process.leave();
            idle.add(process);
        } else {
            returned.kill();
        }
    }

    /** Ends the processes that are kept. */
    @Override
    public synchronized void close() {
        idle.forEach(process -> process.host().destroy());
        idle.forEach(ProcessPool::kill);
        idle.clear();
    }

    private static void kill(PooledProcess dying) {
        try {
            dying.host().kill();
        } catch (IOException e) {
            // It has been told to end; nobody can do more.
        }
    }
}
