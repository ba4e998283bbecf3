package sosad.app.lab.step;

import java.util.AbstractList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import sosad.app.history.ClientRead;
import sosad.app.history.GatewayState.ForwardedRequest;
import sosad.app.history.Message;
import sosad.app.history.NodeState.Status;
import sosad.app.history.PersistentList;
import sosad.app.history.Phase;
import sosad.app.history.ScriptStatus;
import sosad.app.history.SentCounts;
import sosad.app.history.Snapshot;
import sosad.app.scenario.Action;
import sosad.app.scenario.ClusterPlan;
import sosad.app.scenario.Expectation;
import sosad.message.InquiryMessage;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.sim.Fingerprint;

/**
 * All that a run in steps knows besides its cluster: the step, the processes, the messages and in which order they
 * come, links, rules and reads. A value: its copy goes on by itself, on a copy of the cluster.
 */
final class StepState {
    /** The numbers of copies of messages that go on by themselves come after this one, and no node's messages do. */
    private static final long COPIES = 1L << 52;

    int begun;
    int step;
    long time;
    Phase phase = Phase.START;
    ScriptStatus script = ScriptStatus.ON_SCRIPT;
    Snapshot present;

    /** The actions of the present step that are still to be carried out, and those in flight. */
    final Deque<Action> actions = new ArrayDeque<>();

    final Deque<Action> inFlight = new ArrayDeque<>();
    final List<Expectation> expectations = new ArrayList<>();

    final Map<NodeId, Status> nodes = new TreeMap<>();
    final Map<NodeId, Long> skews = new TreeMap<>();
    final Map<NodeId, Status> gateways = new TreeMap<>();
    final Map<NodeId, PersistentList<ForwardedRequest>> passed = new TreeMap<>();
    Set<Link> cut = Set.of();
    final RuleBook rules;
    final CauseIndex causes;

    PersistentList<Message> messages = PersistentList.empty();
    final Map<Long, Integer> places = new HashMap<>();
    final Queue queue = new Queue();
    final List<Long> held = new ArrayList<>();
    final List<Long> waiting = new ArrayList<>();

    /** The messages lost in this step; they stay in the network until it is over, for they may be restored. */
    final List<Long> lost = new ArrayList<>();

    /** Copies that go on by themselves, and the number of the frame that stands for them in the network. */
    final Map<Long, Long> frames = new HashMap<>();

    long lastCopy = COPIES;

    /** What nodes have sent: it says how a run came here, not how it goes on. */
    SentCounts sent = SentCounts.NOTHING;

    /** What clients have read in this step, and reads that wait for answers. */
    PersistentList<ClientRead> clientReads = PersistentList.empty();

    final List<Questions.Read> reads = new ArrayList<>();
    final List<InquiryMessage> inquiries = new ArrayList<>();

    /** A list of which there is a copy at any moment, for nothing. */
    static final class Queue extends AbstractList<Long> {
        private PersistentList<Long> now = PersistentList.empty();

        PersistentList<Long> now() {
            return now;
        }

        @Override
        public Long get(int index) {
            return now.get(index);
        }

        @Override
        public int size() {
            return now.size();
        }

        @Override
        public void add(int index, Long id) {
            now = now.plus(index, id);
        }

        @Override
        public Long remove(int index) {
            Long removed = now.get(index);
            now = now.minus(index);
            return removed;
        }
    }

    /** The start of a cluster whose processes are all up. */
    StepState(ClusterPlan plan) {
        time = plan.rules().startTime();
        rules = new RuleBook();
        causes = new CauseIndex();
        plan.nodes().forEach(node -> {
            nodes.put(node, Status.UP);
            skews.put(node, 0L);
        });
        plan.gatewayNames().forEach(gateway -> gateways.put(gateway, Status.UP));
    }

    private StepState(StepState same) {
        begun = same.begun;
        step = same.step;
        time = same.time;
        phase = same.phase;
        script = same.script;
        present = same.present;
        actions.addAll(same.actions);
        inFlight.addAll(same.inFlight);
        expectations.addAll(same.expectations);
        nodes.putAll(same.nodes);
        skews.putAll(same.skews);
        gateways.putAll(same.gateways);
        passed.putAll(same.passed);
        cut = same.cut;
        rules = same.rules.copy();
        causes = same.causes.copy();
        messages = same.messages;
        places.putAll(same.places);
        queue.now = same.queue.now;
        held.addAll(same.held);
        waiting.addAll(same.waiting);
        lost.addAll(same.lost);
        frames.putAll(same.frames);
        lastCopy = same.lastCopy;
        sent = same.sent;
        clientReads = same.clientReads;
        reads.addAll(same.reads);
        inquiries.addAll(same.inquiries);
    }

    StepState copy() {
        return new StepState(this);
    }

    /** Something happens that the scenario does not say. */
    void leaveScript() {
        if (script == ScriptStatus.ON_SCRIPT) {
            script = ScriptStatus.OFF_SCRIPT;
        }
    }

    /**
     * Returns a number that two states share from which a run goes on in the same way, and others do not, but by rare
     * chance. By which events a run came there makes no difference.
     */
    long fingerprint() {
        return Fingerprint.of(List.of(
                List.of(begun, step, time, phase, script, lastCopy),
                actions,
                inFlight,
                expectations,
                nodes,
                skews,
                gateways,
                passed,
                cut,
                rules.inForce(),
                messages,
                List.of(queue, held, waiting, lost, frames),
                clientReads,
                reads,
                inquiries));
    }

    /** The status of a node or gateway. */
    Status status(NodeId process) {
        return gateways.getOrDefault(process, nodes.get(process));
    }

    void setStatus(NodeId process, Status status) {
        (gateways.containsKey(process) ? gateways : nodes).put(process, status);
    }

    void cut(Collection<Link> links) {
        Set<Link> all = new HashSet<>(cut);
        if (all.addAll(links)) {
            cut = Set.copyOf(all);
        }
    }

    /** Mends these links, or all; gives those that were cut. */
    List<Link> mend(Optional<List<Link>> links) {
        List<Link> mended = links.orElse(cut.stream().sorted().toList()).stream()
                .filter(cut::contains)
                .distinct()
                .toList();
        Set<Link> left = new HashSet<>(cut);
        if (left.removeAll(mended)) {
            cut = Set.copyOf(left);
        }
        return mended;
    }
}
