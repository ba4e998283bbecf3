package sosad.app.export.trace;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import sosad.app.export.log.EdnOperation;
import sosad.app.history.History;
import sosad.app.history.RunEvent;
import sosad.app.history.Snapshot;
import sosad.app.scenario.Action;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.Reads.ReadMode;

/**
 * What clients asked in a run, and what they got, as a history of Jepsen: a register for each key, whose value is a
 * text, or {@code nil} for nothing. Time counts the run's events. A write that failed may have been done all the same,
 * so it ends with {@code :info}, and its process with it; a read that failed did nothing.
 */
public final class JepsenRun {
    private static final String INVOKE = "invoke";
    private static final String READ = "read";
    private static final String WRITE = "write";

    private final StringBuilder edn = new StringBuilder();
    private final PriorityQueue<Integer> free = new PriorityQueue<>();
    private final List<Reading> readings = new ArrayList<>();
    private int processes;
    private int index;

    /** A read that waits for its answer. */
    private record Reading(NodeId node, Key key, ReadMode mode, int process) {}

    private JepsenRun() {}

    /** Returns the text of the history. */
    public static String text(History history) {
        JepsenRun run = new JepsenRun();
        history.snapshots().forEach(run::add);
        run.readings.forEach(reading -> run.line(
                history.size(), "info", reading.process(), READ, reading.key(), Optional.empty(), reading.node()));
        return run.edn.toString();
    }

    private void add(Snapshot moment) {
        RunEvent what = moment.what();
        long time = moment.index();
        if (what instanceof RunEvent.Wrote wrote) {
            write(time, "ok", wrote.entry().key(), wrote.entry().value(), wrote.node());
        } else if (what instanceof RunEvent.Asked asked) {
            int process = process();
            line(time, INVOKE, process, READ, asked.key(), Optional.empty(), asked.node());
            readings.add(new Reading(asked.node(), asked.key(), asked.mode(), process));
        } else if (what instanceof RunEvent.Read read) {
            read(time, "ok", read.key(), read.value(), read.node(), read.mode());
        } else if (what instanceof RunEvent.Failed failed) {
            failed(time, failed.action());
        }
    }

    private void failed(long time, Action action) {
        if (action instanceof Action.Put put) {
            write(
                    time,
                    "info",
                    put.key(),
                    Optional.of(put.value()),
                    put.access().name());
        } else if (action instanceof Action.Delete delete) {
            write(time, "info", delete.key(), Optional.empty(), delete.access().name());
        } else if (action instanceof Action.Get get) {
            read(time, "fail", get.key(), Optional.empty(), get.access().name(), get.mode());
        }
    }

    private void write(long time, String end, Key key, Optional<Value> value, NodeId node) {
        int process = process();
        line(time, INVOKE, process, WRITE, key, value, node);
        line(time, end, process, WRITE, key, value, node);
        if (end.equals("ok")) {
            free.add(process);
        }
    }

    private void read(long time, String end, Key key, Optional<Value> value, NodeId node, ReadMode mode) {
        int process = waiting(node, key, mode).orElseGet(() -> {
            int fresh = process();
            line(time, INVOKE, fresh, READ, key, Optional.empty(), node);
            return fresh;
        });
        line(time, end, process, READ, key, value, node);
        free.add(process);
    }

    /** Returns the process of the oldest read that waits for such an answer, which waits no more. */
    private Optional<Integer> waiting(NodeId node, Key key, ReadMode mode) {
        for (Iterator<Reading> all = readings.iterator(); all.hasNext(); ) {
            Reading reading = all.next();
            if (reading.node().equals(node) && reading.key().equals(key) && reading.mode() == mode) {
                all.remove();
                return Optional.of(reading.process());
            }
        }
        return Optional.empty();
    }

    private int process() {
        return free.isEmpty() ? processes++ : free.remove();
    }

    private void line(
            long time, String type, int process, String function, Key key, Optional<Value> value, NodeId node) {
        String text = value.map(Value::text).map(EdnOperation::quoted).orElse("nil");
        edn.append(new EdnOperation(index++, time, type, process, function, key.text(), text, node.name()));
    }
}
