package sosad.app.view.stage.card;

import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import sosad.app.fault.Fault.FaultSpec;
import sosad.app.history.NodeState;
import sosad.app.history.Snapshot;
import sosad.app.lab.step.Preconditions;
import sosad.app.scenario.Action;
import sosad.app.supervisor.Health;
import sosad.model.NodeId;
import sosad.protocol.Row;

/**
 * The state that a card shows.
 *
 * @param snapshot the whole cluster
 * @param node the node now
 * @param base the node at the moment against which "changed" is measured, if there is one
 * @param health what the supervisor thinks of it
 * @param lacks how many entries it lacks
 * @param faults what is wrong with its live process, besides its status
 * @param writes how many writes a second built-in clients do there; empty: there are none
 */
record CardState(
        Snapshot snapshot,
        NodeState node,
        Optional<NodeState> base,
        Health health,
        int lacks,
        List<FaultSpec> faults,
        OptionalLong writes) {
    private static final int MAX_TROUBLES = 2;

    static OptionalLong writes(Map<NodeId, Long> writes, NodeId node) {
        return writes.containsKey(node) ? OptionalLong.of(writes.get(node)) : OptionalLong.empty();
    }

    /** Returns whether this can be done now. */
    boolean allows(Action action) {
        return Preconditions.unmet(snapshot, action).isEmpty();
    }

    /** Returns a number of a peer's row, if the node has that row. */
    Optional<Long> number(NodeId peer, Function<Row, Long> part) {
        return Optional.ofNullable(node.rows().get(peer)).map(part);
    }

    /** Returns whether a number of a peer's row differs from that at the base. */
    boolean isChanged(NodeId peer, Function<Row, Long> part) {
        return number(peer, part).isPresent()
                && base.map(before -> before.rows().get(peer))
                        .map(part)
                        .filter(old -> !old.equals(number(peer, part).get()))
                        .isPresent();
    }

    /** Such as {@code 3 entries}. */
    String entries() {
        return switch (node.entries().size()) {
            case 0 -> "no entries";
            case 1 -> "1 entry";
            default -> node.entries().size() + " entries";
        };
    }

    /** The state in a word. */
    String status() {
        return switch (node.status()) {
            case UP ->
                writes.isPresent() && health == Health.UP
                        ? format("%,d %s/s", writes.getAsLong(), writes.getAsLong() == 1 ? "write" : "writes")
                        : status(true, health);
            case PAUSED -> "paused";
            case DEAD -> status(false, health);
        };
    }

    /** Returns how far its clock is off, and what else is wrong, in a few words; empty: nothing. */
    String troubles() {
        List<String> troubles = new ArrayList<>();
        if (node.skew() != 0) {
            troubles.add("clock " + signed(node.skew()));
        }
        faults.forEach(fault -> troubles.add(fault.kind().name().replace('-', ' ')));
        int shown = Math.min(MAX_TROUBLES, troubles.size());
        String rest = troubles.size() > shown ? " +" + (troubles.size() - shown) : "";
        return String.join(", ", troubles.subList(0, shown)) + rest;
    }

    /** Everything that stands beside the badge. */
    String headWords() {
        return status() + troubles();
    }

    /** Returns what is known of a process, and what the supervisor thinks of it, in a word. */
    static String status(boolean live, Health health) {
        return switch (health) {
            case UP -> live ? "up" : "dead";
            case DOWN -> live ? "not answering" : "dead";
            case SUSPECTED, RESTARTING, GIVEN_UP -> health.word();
        };
    }

    /** All of it, for a screen reader and a tooltip. */
    String sentence() {
        String text = "Node " + node.id() + ", " + status();
        if (!node.hasProcess()) {
            return text;
        }
        text += ", " + entries() + (lacks > 0 ? ", lacks " + lacks : "");
        if (node.skew() != 0) {
            text += ", clock " + signed(node.skew());
        }
        for (FaultSpec fault : faults) {
            text += ", " + fault.words();
        }
        StringBuilder rows = new StringBuilder();
        node.rows().forEach((peer, row) -> rows.append("; ")
                .append(peer)
                .append(" now ")
                .append(row.now())
                .append(" prev ")
                .append(row.prev()));
        return text + rows;
    }

    private static String signed(long number) {
        return number > 0 ? "+" + number : "−" + Math.abs(number);
    }
}
