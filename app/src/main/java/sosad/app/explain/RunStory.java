package sosad.app.explain;

import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import sosad.app.history.History;
import sosad.app.history.HistoryEvent;
import sosad.app.history.Message;
import sosad.app.history.NodeState;
import sosad.app.history.Phase;
import sosad.app.history.RunEvent;
import sosad.app.history.RunEvent.Handling;
import sosad.app.history.Snapshot;
import sosad.app.lab.LivedStretch;
import sosad.app.lab.PlayedRun;
import sosad.app.lab.SimulatedRun;
import sosad.app.lab.step.RunRecord;
import sosad.app.replay.RecordFileException;
import sosad.app.scenario.Action;
import sosad.app.scenario.ClusterPlan;
import sosad.message.Launch.StoreKind;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.model.Version;
import sosad.wire.FrameKind;

/** A run up to the moment asked about, read once: the ways of its messages, what was sent, and when stores began. */
final class RunStory {
    /** What becomes of messages where nobody does anything to them. */
    private static final Set<Handling> BY_ITSELF = Set.of(Handling.LOST, Handling.REFUSED, Handling.WAITS);

    private final ClusterPlan plan;
    private final List<Snapshot> snapshots;
    private final List<MessageTrack> tracks;
    private final List<Sending> sendings = new ArrayList<>();
    private final Map<NodeId, List<MessageTrack>> tracksTo = new HashMap<>();
    private final Map<NodeId, List<Sending>> silencesTo = new HashMap<>();
    private final Map<NodeId, List<Integer>> births = new HashMap<>();
    private final Map<Integer, Sending> sendingsByEvent = new HashMap<>();
    private final Set<Integer> wipes = new HashSet<>();
    private final List<LivedStretch> lived;
    private final History whole;
    private final Optional<SimulatedRun> simulated;

    /** @throws UnanswerableException if the run does not come out the same in memory */
    RunStory(PlayedRun run, int event) {
        this.plan = run.scenario().cluster();
        this.snapshots = List.copyOf(run.history().first(event + 1).snapshots());
        this.tracks = List.copyOf(tracks(snapshots).values());
        this.lived = run.upTo(event).lived();
        this.whole = run.history();
        this.simulated = lived.isEmpty() ? Optional.of(SimulatedRun.repeat(run, event, this::note)) : lived(run, event);
        sendings.removeIf(sending -> sending.after() > event);
        for (Sending sending : sendings) {
            for (int id = sending.before() + 1; id <= sending.after(); id++) {
                sendingsByEvent.put(id, sending);
            }
        }
        simulated.ifPresent(
                same -> check(same.history().at(Math.min(event, same.history().size() - 1))));
    }

    /** Of a run that has lived, only what was before can be repeated; later a push or sync is known by its messages. */
    private Optional<SimulatedRun> lived(PlayedRun run, int event) {
        int begin = lived.get(0).begin();
        SimulatedRun.repeat(run.upTo(begin - 1), begin - 1, this::note);
        LivedStretch last = lived.get(lived.size() - 1);
        noteSent(snapshots.subList(begin, Math.min(last.end(), event) + 1));
        if (event <= last.end()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    SimulatedRun.repeatAfter(last, run, event, this::note)
                            .orElseThrow(
                                    () -> new UnanswerableException(
                                            "The nodes ran by their own clocks and then went on in steps; with gateways, stores on disk or"
                                                    + " copies of messages Why answers up to the moment at which the clocks had stopped")));
        } catch (RecordFileException unreadable) {
            throw LivedOnward.gone();
        }
    }

    private void noteSent(List<Snapshot> moments) {
        for (Snapshot snapshot : moments) {
            if (snapshot.what() instanceof RunEvent.Sent sent
                    && sent.message().update().isPresent()) {
                Message message = sent.message();
                int id = snapshot.index();
                boolean isSync = message.kind() == FrameKind.SYNC;
                sendings.add(new Sending(message.from(), isSync, List.of(message.to()), Optional.empty(), id - 1, id));
            }
        }
    }

    private RunStory(RunStory whole, int event) {
        this.plan = whole.plan;
        this.snapshots = whole.snapshots.subList(0, event + 1);
        this.tracks = whole.tracks.stream()
                .filter(track -> track.sending().id() <= event)
                .toList();
        this.lived = whole.lived;
        this.whole = whole.whole;
        this.simulated = whole.simulated;
        this.sendings.addAll(whole.sendings);
        this.sendingsByEvent.putAll(whole.sendingsByEvent);
        this.wipes.addAll(whole.wipes);
    }

    /** The story up to an earlier event, of which nothing is run on; its messages go on. */
    RunStory until(int event) {
        return new RunStory(this, event);
    }

    private void check(Snapshot repeated) {
        List<NodeState> then = RunRecord.comparable(now());
        List<NodeState> here = RunRecord.comparable(repeated);
        for (int i = 0; i < then.size(); i++) {
            if (!then.get(i).equals(here.get(i))) {
                throw new UnanswerableException(format(
                        "the run does not come out the same in memory: %s differs at event %d, so nothing can be said of it",
                        then.get(i).id(), end()));
            }
        }
    }

    private static Map<Object, MessageTrack> tracks(List<Snapshot> snapshots) {
        Map<Object, MessageTrack> tracks = new LinkedHashMap<>();
        for (Snapshot snapshot : snapshots) {
            HistoryEvent event = snapshot.event();
            RunEvent what = event.what();
            if (what instanceof RunEvent.Sent sent) {
                tracks.put(sent.message().id(), MessageTrack.beginning(event, sent.message()));
            } else if (what instanceof RunEvent.Delivered delivered) {
                goOn(tracks, event, delivered.message());
            } else if (what instanceof RunEvent.Handled handled) {
                goOn(tracks, event, handled.message());
            } else if (what instanceof RunEvent.Split split) {
                goOn(tracks, event, split.message());
                MessageTrack whole = tracks.get(split.message().id());
                tracks.put(
                        split.copy().id(),
                        new MessageTrack(whole.sending(), whole.later(), whole.first(), split.copy()));
            } else if (what instanceof RunEvent.Inquired inquired) { // it is known by what it says
                Message message = new Message(
                        event.id(), inquired.inquiry(), 1, inquired.fate(), snapshot.step(), inquired.why());
                tracks.put(inquired.inquiry(), MessageTrack.beginning(event, message));
            }
        }
        return tracks;
    }

    private static void goOn(Map<Object, MessageTrack> tracks, HistoryEvent event, Message message) {
        tracks.computeIfPresent(message.id(), (id, track) -> track.plus(event, message));
    }

    private void note(SimulatedRun.Performed performed) {
        Action action = performed.action();
        int after = performed.run().present().index();
        if (action instanceof Action.Start start && start.wipe()) {
            wipes.add(after);
        } else if (performed.run().present().what() instanceof RunEvent.Failed failed
                && failed.action().equals(action)) {
            return;
        } else if (action instanceof Action.Push push) {
            note(push.from(), false, push.to(), Optional.empty(), performed);
        } else if (action instanceof Action.Sync sync) {
            note(sync.from(), true, sync.to(), sync.keys(), performed);
        }
    }

    private void note(
            NodeId from,
            boolean isSync,
            Optional<List<NodeId>> to,
            Optional<List<Key>> keys,
            SimulatedRun.Performed performed) {
        int after = performed.run().present().index();
        List<NodeId> destinations = to.orElseGet(() -> performed.run().destinations(from, isSync));
        sendings.add(new Sending(from, isSync, destinations, keys, performed.before(), after));
    }

    /** The moment asked about. */
    Snapshot now() {
        return snapshots.get(end());
    }

    /** The event after which that moment is. */
    int end() {
        return snapshots.size() - 1;
    }

    Snapshot at(int event) {
        return snapshots.get(event);
    }

    HistoryEvent event(int id) {
        return snapshots.get(id).event();
    }

    ClusterPlan plan() {
        return plan;
    }

    /** The ways of all messages, in the order of their sending. */
    List<MessageTrack> tracks() {
        return tracks;
    }

    /** The way of the message with this number. */
    Optional<MessageTrack> track(long message) {
        return tracks.stream().filter(track -> track.last().id() == message).findFirst();
    }

    /** The versions of a key that were written or carried by a message, in their order. */
    List<Version> versions(Key key) {
        TreeSet<Version> versions = new TreeSet<>();
        for (Snapshot snapshot : snapshots) {
            if (snapshot.what() instanceof RunEvent.Wrote wrote
                    && wrote.entry().key().equals(key)) {
                versions.add(wrote.entry().version());
            }
        }
        tracks.forEach(track -> track.carried(key).ifPresent(entry -> versions.add(entry.version())));
        return List.copyOf(versions);
    }

    /** The push or sync that an event belongs to. */
    Optional<Sending> sending(int event) {
        return Optional.ofNullable(sendingsByEvent.get(event));
    }

    /** The ways of the messages to a node, in the order of their sending. */
    List<MessageTrack> tracksTo(NodeId node) {
        return tracksTo.computeIfAbsent(
                node,
                to -> tracks.stream().filter(track -> track.to().equals(to)).toList());
    }

    /** The pushes and syncs to a node that had nothing for it, in order. */
    List<Sending> silencesTo(NodeId node) {
        return silencesTo.computeIfAbsent(node, to -> sendings.stream()
                .filter(sending -> sending.to().contains(to) && !sending.from().equals(to) && isSilent(sending, to))
                .toList());
    }

    private boolean isSilent(Sending sending, NodeId to) {
        for (int id = sending.before() + 1; id <= sending.after(); id++) {
            if (event(id).what() instanceof RunEvent.Sent sent
                    && sent.message().to().equals(to)) {
                return false;
            }
        }
        return true;
    }

    /** Everything that was sent, in order. */
    List<Sending> sendings() {
        return sendings;
    }

    /**
     * The cluster that goes on from the first moment, from the one asked about, at which no action is half done.
     *
     * @throws UnanswerableException if it cannot be had
     */
    Onward onward() {
        if (simulated.isPresent()) {
            return new SimulatedOnward(simulated.get(), end());
        }
        LivedStretch last = lived.get(lived.size() - 1);
        return LivedOnward.at(last, whole.at(last.whole(end())));
    }

    /** The entry that a node held under a key at an event. */
    Optional<Entry> held(NodeId node, Key key, int event) {
        return at(event).node(node).entry(key);
    }

    /** The last event up to this one at which the node began with an empty store; 0 if that was the run's start. */
    int birth(NodeId node, int event) {
        int birth = 0;
        for (int begun : births.computeIfAbsent(node, this::births)) {
            birth = begun <= event ? begun : birth;
        }
        return birth;
    }

    private List<Integer> births(NodeId node) {
        List<Integer> all = new ArrayList<>();
        for (int id = 1; id <= end(); id++) {
            if (event(id).what() instanceof RunEvent.Started started
                    && started.node().equals(node)
                    && isEmptied(id)) {
                all.add(id);
            }
        }
        return all;
    }

    private boolean isEmptied(int start) {
        return plan.store() == StoreKind.MEMORY
                || wipes.stream().anyMatch(wipe -> wipe >= start && isOneAction(start, wipe));
    }

    private boolean isOneAction(int start, int end) {
        for (int id = start + 1; id <= Math.min(end, end()); id++) {
            if (!(event(id).what() instanceof RunEvent.Sent)) {
                return false;
            }
        }
        return true;
    }

    /** What failed at a node because it was paused or dead. */
    List<FailedAction> failures(NodeId node) {
        List<FailedAction> failures = new ArrayList<>();
        for (int id = 1; id <= end(); id++) {
            HistoryEvent event = event(id);
            if (event.what() instanceof RunEvent.Failed failed && FailedAction.isAt(node, failed.action())) {
                stop(node, id).ifPresent(stop -> failures.add(new FailedAction(failed.action(), event, stop)));
            }
        }
        return failures;
    }

    /**
     * The events because of each of which nothing that is sent over a link at an event arrives by another one, whatever
     * else is done to it: its destination is stopped when the step's actions are over, or the link is cut.
     */
    List<HistoryEvent> barriers(Link link, int sent, int until) {
        List<HistoryEvent> barriers = new ArrayList<>();
        stop(link, sent, until).ifPresent(barriers::add);
        int then = Math.min(sent, end());
        if (at(then).cut().contains(link)) {
            cut(link, then).ifPresent(barriers::add);
        }
        return barriers;
    }

    /** Returns whether the destination was stopped when what was sent at an event would have come. */
    boolean isStopped(Link link, int sent, int until) {
        return stop(link, sent, until).isPresent();
    }

    private Optional<HistoryEvent> stop(Link link, int sent, int until) {
        Optional<HistoryEvent> stop = stop(link.to(), Math.min(arrival(link, sent) - 1, end()));
        boolean isPause = stop.isPresent() && stop.get().what() instanceof RunEvent.Paused;
        return stop.filter(one -> !isPause || stop.equals(stop(link.to(), Math.min(until, end()))));
    }

    /**
     * The first event of the step in which something was sent over a link at which it can arrive, by hand or in its
     * turn.
     */
    int arrival(Link link, int sent) {
        int id = sent + 1;
        while (id <= end() && at(id).step() == at(sent).step() && !canArrive(link, id)) {
            id++;
        }
        return id;
    }

    private boolean canArrive(Link link, int id) {
        RunEvent what = event(id).what();
        return at(id).phase() != Phase.ACTING
                && (what instanceof RunEvent.Delivered
                        || (what instanceof RunEvent.Handled handled && BY_ITSELF.contains(handled.handling()))
                        || (what instanceof RunEvent.Failed failed
                                && failed.action() instanceof Action.Handle handle
                                && handle.link().equals(link)));
    }

    private Optional<HistoryEvent> cut(Link link, int at) {
        for (int id = at; id > 0; id--) {
            if (event(id).what() instanceof RunEvent.Cut cut
                    && cut.links().contains(link)
                    && !at(id - 1).cut().contains(link)) {
                return Optional.of(event(id));
            }
        }
        return Optional.empty();
    }

    /** The event by which a node was paused, or its process ended, if it is so at an event. */
    private Optional<HistoryEvent> stop(NodeId node, int at) {
        return switch (at(at).node(node).status()) {
            case UP -> Optional.empty();
            case DEAD -> death(node, at);
            case PAUSED -> {
                int id = at;
                while (id > 0 && !event(id).what().equals(new RunEvent.Paused(node))) {
                    id--;
                }
                yield id == 0 ? Optional.empty() : Optional.of(event(id));
            }
        };
    }

    /** The last event up to this one by which the node's process ended. */
    Optional<HistoryEvent> death(NodeId node, int event) {
        for (int id = event; id > 0; id--) {
            RunEvent what = event(id).what();
            boolean isDeath = (what instanceof RunEvent.Killed killed
                            && killed.node().equals(node))
                    || (what instanceof RunEvent.Died died && died.node().equals(node));
            if (isDeath) {
                return Optional.of(event(id));
            }
        }
        return Optional.empty();
    }
}
