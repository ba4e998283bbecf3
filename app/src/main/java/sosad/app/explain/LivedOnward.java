package sosad.app.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;
import sosad.app.history.Fate;
import sosad.app.history.Message;
import sosad.app.history.Snapshot;
import sosad.app.lab.FairEnd;
import sosad.app.lab.LivedStretch;
import sosad.app.replay.RecordFileException;
import sosad.engine.EngineSnapshot;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.protocol.Content;
import sosad.protocol.FairContinuation;
import sosad.protocol.Inquiry;
import sosad.protocol.Replica;
import sosad.protocol.ReplicaSnapshot;
import sosad.protocol.Rules;
import sosad.protocol.Sizing;
import sosad.protocol.Update;

/** The replicas of a live stretch, as their records have them at the moment. */
final class LivedOnward implements Onward {
    /** Every number that a store has told of itself is at most this: no store comes back older here. */
    private static final long NUMBER = Long.MAX_VALUE;

    private final List<ReplicaSnapshot> states;
    private final List<Arrival> arrivals = new ArrayList<>();

    /** A message that was under way, and what its receiver took over. */
    private record Arrival(Message message, List<Entry> applied) {}

    private LivedOnward(List<ReplicaSnapshot> then, List<Message> underWay) {
        List<Replica> replicas = then.stream().map(LivedOnward::replica).toList();
        for (Message message : underWay) {
            replicas.stream()
                    .filter(replica -> replica.id().equals(message.to()))
                    .forEach(replica -> arrivals.add(new Arrival(message, receive(replica, message.content()))));
        }
        this.states = replicas.stream().map(Replica::snapshot).toList();
    }

    /**
     * @param now the cluster at the moment
     * @throws UnanswerableException if the states cannot be had, or not all that was under way is known
     */
    static LivedOnward at(LivedStretch stretch, Snapshot now) {
        boolean isDelayed = now.messages().stream().anyMatch(Message::isDelayed);
        if (isDelayed) {
            throw new UnanswerableException(
                    "A message was delayed before the nodes ran by their own clocks; what comes of it then is not recorded,"
                            + " so nothing can be said of what will come");
        }
        if (now.messages().stream().anyMatch(LivedOnward::isOfRead)) {
            throw new UnanswerableException(
                    "A read that asks other nodes is under way at that moment; what it would still bring cannot be run on");
        }
        try {
            List<ReplicaSnapshot> states = stretch.states(now.index()).stream()
                    .map(EngineSnapshot::replica)
                    .toList();
            check(states, now);
            return new LivedOnward(
                    states,
                    now.messages().stream()
                            .filter(message -> message.fate() == Fate.IN_FLIGHT)
                            .toList());
        } catch (RecordFileException unreadable) {
            throw gone();
        }
    }

    static UnanswerableException gone() {
        return new UnanswerableException(
                "What the nodes recorded while they ran by their own clocks is not there any more, so nothing can be run on"
                        + " from that moment");
    }

    private static boolean isOfRead(Message message) {
        return message.fate() == Fate.IN_FLIGHT
                && message.inquiry()
                        .filter(inquiry -> !(inquiry instanceof Inquiry.Repair))
                        .isPresent();
    }

    /** The records must say the same as the history. */
    private static void check(List<ReplicaSnapshot> states, Snapshot now) {
        List<NodeId> recorded = states.stream().map(ReplicaSnapshot::id).toList();
        List<NodeId> running = now.nodes().stream()
                .filter(node -> now.hasProcess(node.id()))
                .map(node -> node.id())
                .toList();
        boolean areSame = recorded.equals(running)
                && states.stream()
                        .allMatch(state -> state.entries().size()
                                        == now.node(state.id()).entries().size()
                                && state.entries().stream().allMatch(held -> now.node(state.id())
                                        .entry(held.entry().key())
                                        .equals(Optional.of(held.entry()))));
        if (!areSame) {
            throw new UnanswerableException(
                    "The nodes' whole states at that moment are not in their records, so nothing can be run on from it");
        }
    }

    private static List<Entry> receive(Replica receiver, Content content) {
        if (content instanceof Update update) {
            return receiver.receive(update).applied();
        }
        return content instanceof Inquiry.Repair repair && receiver.adopt(repair.entry())
                ? List.of(repair.entry())
                : List.of();
    }

    @Override
    public FairEnd syncFairly(Rules rules, Function<FairEnd, ObjIntConsumer<Content>> arrivals) {
        List<Replica> replicas =
                states.stream().map(state -> replica(state.under(rules))).toList();
        FairEnd end = new FairEnd(replicas);
        new FairContinuation(replicas, arrivals.apply(end)).finish();
        return end;
    }

    private static Replica replica(ReplicaSnapshot state) {
        return Replica.restore(state, () -> NUMBER, Sizing.UNLIMITED);
    }

    @Override
    public Optional<Message> bringing(NodeId at, Key key) {
        Optional<Message> last = Optional.empty();
        for (Arrival arrival : arrivals) {
            if (arrival.message().to().equals(at)
                    && arrival.applied().stream().anyMatch(entry -> entry.key().equals(key))) {
                last = Optional.of(arrival.message());
            }
        }
        return last;
    }
}
