package sosad.app.testing;

import java.util.List;
import java.util.Set;
import sosad.app.history.ClientRead;
import sosad.app.history.GatewayState;
import sosad.app.history.HistoryEvent;
import sosad.app.history.Message;
import sosad.app.history.NodeState;
import sosad.app.history.Phase;
import sosad.app.history.RuleInForce;
import sosad.app.history.RunEvent;
import sosad.app.history.ScriptStatus;
import sosad.app.history.SentCounts;
import sosad.app.history.Snapshot;
import sosad.model.Link;

/** Snapshots made by hand. */
public final class Snapshots {
    private Snapshots() {}

    /** A moment after an event of the scenario that follows from nothing, with nothing left to do in flight. */
    public static Snapshot of(
            int index,
            int step,
            int begun,
            long time,
            Phase phase,
            RunEvent what,
            List<NodeState> nodes,
            List<GatewayState> gateways,
            List<Message> messages,
            List<Long> queue,
            Set<Link> cut,
            List<RuleInForce> rules,
            boolean offScript) {
        return new Snapshot(
                new HistoryEvent(index, what, HistoryEvent.Trigger.SCENARIO, List.of()),
                step,
                begun,
                time,
                phase,
                nodes,
                gateways,
                messages,
                queue,
                cut,
                rules,
                offScript ? ScriptStatus.OFF_SCRIPT : ScriptStatus.ON_SCRIPT,
                0,
                List.of(),
                SentCounts.NOTHING);
    }

    /** The same moment after other reads. */
    public static Snapshot withReads(Snapshot snapshot, List<ClientRead> reads) {
        return new Snapshot(
                snapshot.event(),
                snapshot.step(),
                snapshot.begun(),
                snapshot.time(),
                snapshot.phase(),
                snapshot.nodes(),
                snapshot.gateways(),
                snapshot.messages(),
                snapshot.queue(),
                snapshot.cut(),
                snapshot.rules(),
                snapshot.script(),
                snapshot.actionsLeft(),
                reads,
                snapshot.sent());
    }
}
