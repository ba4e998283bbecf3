package sosad.app.viewmodel.tables;

import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import sosad.app.history.Fate;
import sosad.app.history.Message;
import sosad.app.history.NodeState;
import sosad.app.history.Snapshot;
import sosad.app.lab.live.LiveState;
import sosad.app.viewmodel.Counted;
import sosad.model.Key;
import sosad.model.Version;

/** A cluster at a moment in one line. */
public final class ClusterSummary {
    private ClusterSummary() {}

    /**
     * Returns such as "3 nodes up · 1 message in flight · 0 of 4 entries on every node", of a live cluster such as "3
     * nodes up · 143 messages/s, a sample is shown · 1.9 MB/s"; whether its nodes agree is said elsewhere.
     */
    public static String of(Snapshot snapshot, Optional<LiveState> live) {
        int inFlight = count(snapshot, Fate.IN_FLIGHT);
        String flying = live.map(ClusterSummary::passing)
                .orElse(inFlight == 0 ? "nothing in flight" : Counted.of(inFlight, "message") + " in flight");
        return join(
                snapshot,
                nodes(snapshot, "node"),
                flying,
                live.map(ClusterSummary::bytes).orElseGet(() -> spread(snapshot, "entry")));
    }

    private static String passing(LiveState live) {
        boolean all = live.sample().some().size() == live.sample().total();
        return Counted.of(live.perSecond(), "message") + "/s" + (all ? "" : ", a sample is shown");
    }

    /** Returns the same in fewer words, such as "3 up · 1 in flight · 0 of 4 on every node". */
    public static String inShort(Snapshot snapshot, Optional<LiveState> live) {
        String flying = live.map(state -> format("%,d/s", state.perSecond()))
                .orElse(count(snapshot, Fate.IN_FLIGHT) + " in flight");
        return join(
                snapshot,
                nodes(snapshot, ""),
                flying,
                live.map(ClusterSummary::bytes).orElseGet(() -> spread(snapshot, "")));
    }

    private static String bytes(LiveState live) {
        double kilobytes = live.bytesPerSecond() / 1_000.0;
        return kilobytes < 1_000
                ? String.format(Locale.ROOT, "%.0f kB/s", kilobytes)
                : String.format(Locale.ROOT, "%.1f MB/s", kilobytes / 1_000);
    }

    private static String join(Snapshot snapshot, String nodes, String flying, String spread) {
        List<String> parts = new ArrayList<>(List.of(nodes, flying));
        int delayed =
                (int) snapshot.messages().stream().filter(Message::isDelayed).count();
        addIfAny(parts, count(snapshot, Fate.HELD) - delayed, "held");
        addIfAny(parts, delayed, "delayed");
        addIfAny(parts, count(snapshot, Fate.WAITING), "waiting");
        addIfAny(parts, snapshot.rules().size(), snapshot.rules().size() == 1 ? "rule" : "rules");
        parts.add(spread);
        return String.join(" · ", parts);
    }

    private static void addIfAny(List<String> parts, int count, String word) {
        if (count > 0) {
            parts.add(count + " " + word);
        }
    }

    private static String nodes(Snapshot snapshot, String noun) {
        int all = snapshot.nodes().size();
        long up = snapshot.nodes().stream()
                .filter(node -> node.status() == NodeState.Status.UP)
                .count();
        return (up == all ? Counted.of(all, noun) : format("%d of %s", up, Counted.of(all, noun))).strip() + " up";
    }

    private static int count(Snapshot snapshot, Fate fate) {
        return (int) snapshot.messages().stream()
                .filter(message -> message.fate() == fate)
                .count();
    }

    /** On how many keys all live nodes agree with the newest version. */
    private static String spread(Snapshot snapshot, String noun) {
        Map<Key, Version> newest = Matrix.newest(snapshot);
        if (newest.isEmpty()) {
            return "nothing stored yet";
        }
        List<NodeState> live =
                snapshot.nodes().stream().filter(NodeState::hasProcess).toList();
        Map<Key, Integer> holders = new HashMap<>();
        for (NodeState node : live) {
            node.entries().stream()
                    .filter(entry -> entry.version().equals(newest.get(entry.key())))
                    .forEach(entry -> holders.merge(entry.key(), 1, Integer::sum));
        }
        long everywhere = holders.values().stream()
                .filter(holding -> holding == live.size())
                .count();
        return format(
                "%,d of %s on every node",
                everywhere, Counted.of(newest.size(), noun).strip());
    }
}
