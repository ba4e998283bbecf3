package sosad.app.lab.step;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import sosad.app.client.ClientReply;
import sosad.app.cluster.StepCluster;
import sosad.app.history.ClientRead;
import sosad.app.history.Fate;
import sosad.app.history.Message;
import sosad.app.history.NodeState;
import sosad.app.history.NodeState.Status;
import sosad.app.history.RunEvent;
import sosad.app.scenario.Action;
import sosad.app.scenario.Fates;
import sosad.message.InquiryMessage;
import sosad.model.Entry;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.model.Value;

/**
 * Reads that ask the peers. Their questions, answers and repairs are messages like any others where a read is stepped
 * through; otherwise they are delivered at once, unless their link is cut, or their destination is dead or paused (row
 * {@code get} in {@code docs/scenarios.md}).
 */
final class Questions {
    private static final ClientReply WAITS = new ClientReply("waits for the answers of peers", false, 0);

    private final StepCluster cluster;
    private final StepState state;
    private final ProcessStates processes;
    private final Traffic traffic;
    private final Consumer<RunEvent> happened;

    /** A read of the client's {@code get} that waits for answers. */
    record Read(Action.Get get, long number) {}

    Questions(
            StepCluster cluster,
            StepState state,
            ProcessStates processes,
            Traffic traffic,
            Consumer<RunEvent> happened) {
        this.cluster = cluster;
        this.state = state;
        this.processes = processes;
        this.traffic = traffic;
        this.happened = happened;
    }

    /** A client reads; gives what it got, or that it waits. */
    ClientReply ask(Action.Get get) {
        StepCluster.StartedRead asked = cluster.ask(get.access().name(), get.key(), get.mode());
        Read read = new Read(get, asked.read());
        if (asked.sent().isEmpty()) {
            return end(read, Optional.empty());
        }
        state.reads.add(read);
        happened.accept(new RunEvent.Asked(get.access().name(), get.key(), get.mode()));
        if (get.step()) {
            traffic.sent(asked.sent(), Fates.NONE, state.step);
            return WAITS;
        }
        count(asked.sent());
        return deliver(asked.sent()).getOrDefault(read, WAITS);
    }

    /** A question, answer or repair that was stepped through has arrived, which has this effect. */
    void heard(Message message, StepCluster.InquiryEffect effect) {
        traffic.sent(effect.sent(), Fates.NONE, state.step);
        effect.ended()
                .flatMap(number -> taken(message.to(), number))
                .ifPresent(read -> end(read, message.entries().stream().findFirst()));
    }

    /** Gives what the clients got whose reads are over because of it. */
    private Map<Read, ClientReply> deliver(List<InquiryMessage> sent) {
        Map<Read, ClientReply> ended = new HashMap<>();
        Deque<InquiryMessage> onTheirWay = new ArrayDeque<>(sent);
        while (!onTheirWay.isEmpty()) {
            InquiryMessage message = onTheirWay.remove();
            Optional<String> lost = whyLost(message);
            NodeId to = message.inquiry().to();
            if (lost.isPresent()) {
                cluster.discard(message.id());
                tell(message, Fate.LOST, lost.get());
            } else if (state.status(to) == Status.PAUSED) {
                state.inquiries.add(message);
                tell(message, Fate.WAITING, to + " is paused");
            } else {
                StepCluster.InquiryEffect heard = cluster.deliver(message);
                cluster.discard(message.id());
                count(heard.sent());
                onTheirWay.addAll(heard.sent());
                tell(message, Fate.DELIVERED, "");
                heard.ended()
                        .flatMap(number -> taken(to, number))
                        .ifPresent(read ->
                                ended.put(read, end(read, message.inquiry().carried())));
            }
        }
        return ended;
    }

    private void count(List<InquiryMessage> sent) {
        sent.forEach(message -> state.sent = state.sent.plus(message, cluster.bytes(message)));
    }

    private Optional<String> whyLost(InquiryMessage message) {
        NodeId to = message.inquiry().to();
        Link link = new Link(message.inquiry().from(), to);
        if (state.cut.contains(link)) {
            state.causes.becauseOf(link);
            return Optional.of("the link is cut");
        }
        if (state.status(to) != Status.UP) {
            state.causes.becauseOf(to);
        }
        return state.status(to) == Status.DEAD ? Optional.of(to + " is dead") : Optional.empty();
    }

    private void tell(InquiryMessage message, Fate fate, String why) {
        happened.accept(new RunEvent.Inquired(message.inquiry(), fate, why));
    }

    private Optional<Read> taken(NodeId at, long number) {
        Optional<Read> found = state.reads.stream()
                .filter(read -> read.get().access().name().equals(at) && read.number() == number)
                .findFirst();
        found.ifPresent(state.reads::remove);
        return found;
    }

    /** @param answered what the answer brought that ended it, if one did */
    private ClientReply end(Read read, Optional<Entry> answered) {
        Action.Get get = read.get();
        StepCluster.Read outcome = cluster.outcome(get.access().name(), read.number());
        if (outcome.failure().isPresent()) {
            fail(get, outcome.failure().get());
            return new ClientReply(outcome.failure().get(), true, outcome.micros());
        }
        answered(get, outcome, answered);
        return ClientReply.ofRead(outcome.value(), outcome.micros());
    }

    /**
     * A client has got what it asked for; reports whether that is stale.
     *
     * @param found the entry that it got if the node itself holds none
     */
    void answered(Action.Get get, StepCluster.Read outcome, Optional<Entry> found) {
        List<NodeState> nodes = processes.nodes(cluster);
        Optional<Entry> got = nodes.stream()
                .filter(node -> node.id().equals(outcome.node()))
                .findFirst()
                .flatMap(node -> node.entry(get.key()))
                .or(() -> found);
        happened.accept(new RunEvent.Read(
                outcome.node(),
                get.key(),
                outcome.value(),
                Performer.gateway(get.access()),
                get.mode(),
                ClientRead.newer(get.key(), got, nodes)));
        check(get, outcome.value());
    }

    private void fail(Action.Get get, String reason) {
        happened.accept(new RunEvent.Failed(get, reason));
        failed(get, reason);
    }

    /** Reports whether the client got what the scenario expects, if it expects something. */
    private void check(Action.Get get, Optional<Value> got) {
        get.claim().ifPresent(claim -> {
            boolean met = get.expected().equals(Optional.of(got));
            String found = met ? "" : "it gets " + got.map(Value::text).orElse("nothing");
            happened.accept(new RunEvent.Checked(claim, met, found));
        });
    }

    /** Reports that the client got no reply, if the scenario expects one. */
    void failed(Action.Get get, String reason) {
        get.claim().ifPresent(claim -> happened.accept(new RunEvent.Checked(claim, false, "it fails: " + reason)));
    }

    /** A paused node goes on: what waits for it is delivered. */
    void resumed(NodeId node) {
        deliver(takeWaitingFor(node));
    }

    /** A node's process is gone: what waits for it is lost, and the reads of its own clients fail. */
    void died(NodeId node) {
        deliver(takeWaitingFor(node));
        List<Read> cutOff = state.reads.stream()
                .filter(read -> read.get().access().name().equals(node))
                .toList();
        state.reads.removeAll(cutOff);
        cutOff.forEach(read -> fail(read.get(), node + " died before it had the answers"));
    }

    private List<InquiryMessage> takeWaitingFor(NodeId node) {
        List<InquiryMessage> taken = state.inquiries.stream()
                .filter(message -> message.inquiry().to().equals(node))
                .toList();
        state.inquiries.removeAll(taken);
        return taken;
    }

    /** The step ends: reads that still wait for answers fail; those at a paused node when it goes on. */
    void giveUp() {
        List<Read> given = state.reads.stream()
                .filter(read -> state.status(read.get().access().name()) == Status.UP)
                .toList();
        state.reads.removeAll(given);
        given.stream().map(read -> read.get().access().name()).distinct().forEach(cluster::endReads);
        given.forEach(read -> end(read, Optional.empty()));
    }
}
