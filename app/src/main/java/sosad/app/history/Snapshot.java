package sosad.app.history;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import sosad.model.Link;
import sosad.model.NodeId;

/**
 * The whole cluster at a moment: what a pane shows.
 *
 * @param event what happened just now
 * @param step the index of the step it belongs to; 0 is the start, before the first step
 * @param begun how many of the scenario's steps have begun; steps opened by hand do not count
 * @param time T
 * @param phase how far the step is
 * @param nodes every node, in alphabetical order
 * @param gateways every gateway, in alphabetical order
 * @param messages those of this step, and older ones that are held or waiting or were settled in this step, in the
 *     order in which they were composed
 * @param queue the ids of the messages in flight, in the order in which they will be delivered
 * @param cut the links that are cut
 * @param rules the rules in force, in the order in which they were set
 * @param script whether the run so far is the scenario's
 * @param actionsLeft how many of the actions that the scenario carries out in flight are still to come
 * @param reads the clients' reads of this step, in the order in which they began, and older ones that wait for answers
 * @param sent what nodes have sent each other in this step and in the run
 */
public record Snapshot(
        HistoryEvent event,
        int step,
        int begun,
        long time,
        Phase phase,
        List<NodeState> nodes,
        List<GatewayState> gateways,
        List<Message> messages,
        List<Long> queue,
        Set<Link> cut,
        List<RuleInForce> rules,
        ScriptStatus script,
        int actionsLeft,
        List<ClientRead> reads,
        SentCounts sent) {
    public Snapshot {
        Objects.requireNonNull(phase);
        Objects.requireNonNull(event);
        Objects.requireNonNull(script);
        Objects.requireNonNull(sent);
        nodes = List.copyOf(nodes);
        gateways = List.copyOf(gateways);
        messages = PersistentList.copyOf(messages);
        queue = PersistentList.copyOf(queue);
        cut = Set.copyOf(cut);
        rules = List.copyOf(rules);
        reads = PersistentList.copyOf(reads);
    }

    /** Returns its place in the history, from 0. */
    public int index() {
        return event.id();
    }

    /** Returns what happened just now. */
    public RunEvent what() {
        return event.what();
    }

    /** Returns whether something has happened that the scenario does not say. */
    public boolean offScript() {
        return script != ScriptStatus.ON_SCRIPT;
    }

    /** Returns whether a message was lost in this step. */
    public boolean hasLost() {
        return messages.stream().anyMatch(message -> message.fate() == Fate.LOST);
    }

    /** Returns whether the nodes run by their own clocks; if not, the run is played in steps. */
    public boolean isLive() {
        return phase == Phase.LIVE;
    }

    /** Returns whether it is a moment of a live run that is over, as its nodes have recorded it. */
    public boolean isLived() {
        return phase == Phase.LIVED;
    }

    /** @throws IllegalArgumentException if there is no such node */
    public NodeState node(NodeId id) {
        return nodes.stream()
                .filter(node -> node.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no node " + id));
    }

    /** Returns whether a node or gateway has a process, paused or not. */
    public boolean hasProcess(NodeId name) {
        return gateways.stream().anyMatch(gateway -> gateway.id().equals(name) && gateway.hasProcess())
                || nodes.stream().anyMatch(node -> node.id().equals(name) && node.hasProcess());
    }

    /** The message with this id, if it stands in this moment. */
    public Optional<Message> message(long id) {
        return messages.stream().filter(message -> message.id() == id).findFirst();
    }
}
