package sosad.app.explain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import sosad.app.history.HistoryEvent;
import sosad.app.history.Message;
import sosad.app.history.RunEvent;
import sosad.app.history.Snapshot;
import sosad.app.lab.PlayedRun;
import sosad.app.lab.SimulatedRun;
import sosad.app.scenario.Action;
import sosad.app.scenario.Fates;
import sosad.app.scenario.Scenario;
import sosad.app.scenario.Scenario.Step;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;

/** A scenario's variants: what one of its decisions can be otherwise, and how it is played then. */
final class RunVariants {
    private final Scenario scenario;
    private final List<NodeId> nodes;
    private final Map<Site, Action> actions = new HashMap<>();
    private final List<Edit> edits = new ArrayList<>();
    private final Map<Site, int[]> spans = new HashMap<>();
    private final Set<Site> failed = new HashSet<>();
    private final Played original;

    /** The place of an action: the step, whether it stands in flight, and which it is there. */
    record Site(int step, boolean inFlight, int index) {}

    /** A decision that was made otherwise. */
    record Edit(Site site, Kind kind, Optional<NodeId> to) {
        enum Kind {
            /** The action is left out. */
            DROP,
            /** Its message to a node is lost. */
            LOSE,
            /** Its message to a node has no fate of its own. */
            FREE
        }
    }

    /** A run that was played: what happened, by signature, and what every node holds at the end. */
    record Played(Set<String> signatures, Map<NodeId, Map<Key, Entry>> held, PlayedRun run) {
        Optional<Entry> held(NodeId node, Key key) {
            return Optional.ofNullable(held.get(node).get(key));
        }

        /** The value and where it comes from; stores are numbered by their starts, which may be others. */
        String outcome(NodeId node, Key key) {
            return held(node, key)
                    .map(entry -> entry.value() + "@" + entry.timestamp() + " of "
                            + entry.version().origin())
                    .orElse("nothing");
        }
    }

    RunVariants(Scenario scenario) {
        this.scenario = scenario;
        this.nodes = scenario.cluster().nodes();
        for (int step = 0; step < scenario.steps().size(); step++) {
            add(step, false, scenario.steps().get(step).actions());
            add(step, true, scenario.steps().get(step).inFlight());
        }
        this.original = play(scenario);
        List<Site> order = new ArrayList<>();
        for (int step = 0; step < scenario.steps().size(); step++) {
            for (int i = 0; i < scenario.steps().get(step).actions().size(); i++) {
                order.add(new Site(step, false, i));
            }
            for (int i = 0; i < scenario.steps().get(step).inFlight().size(); i++) {
                order.add(new Site(step, true, i));
            }
        }
        List<int[]> performed = new ArrayList<>();
        SimulatedRun.repeat(
                original.run(),
                original.run().history().size(),
                done -> performed.add(
                        new int[] {done.before(), done.run().present().index()}));
        for (int i = 0; i < order.size(); i++) {
            spans.put(order.get(i), performed.get(i));
            if (isOfProcess(actions.get(order.get(i))) && isFailure(performed.get(i)[1])) {
                failed.add(order.get(i));
            }
        }
    }

    private boolean isFailure(int event) {
        return original.run().history().at(event).what() instanceof RunEvent.Failed;
    }

    private void add(int step, boolean inFlight, List<Action> all) {
        for (int i = 0; i < all.size(); i++) {
            Site site = new Site(step, inFlight, i);
            Action action = all.get(i);
            actions.put(site, action);
            if (!(action instanceof Action.Expect || isSending(action))) {
                edits.add(new Edit(site, Edit.Kind.DROP, Optional.empty()));
            }
            if (isSending(action)) {
                for (NodeId node : nodes) {
                    edits.add(new Edit(site, Edit.Kind.LOSE, Optional.of(node)));
                    if (!fates(action).equals(without(fates(action), node))) {
                        edits.add(new Edit(site, Edit.Kind.FREE, Optional.of(node)));
                    }
                }
            }
        }
    }

    /** Everything of which it is likely that it hinders messages and writes. */
    List<Edit> helping() {
        return edits().stream()
                .filter(edit -> edit.kind() == Edit.Kind.FREE
                        || (edit.kind() == Edit.Kind.DROP && hinders(actions.get(edit.site()))))
                .toList();
    }

    /** What the nodes' processes go through, left out. */
    List<Edit> ofProcesses() {
        return edits.stream()
                .filter(edit -> isOfProcess(actions.get(edit.site())))
                .toList();
    }

    /** What is pushed and synced, left out, whether it was carried out or failed. */
    List<Edit> ofSendings() {
        return actions.entrySet().stream()
                .filter(one -> isSending(one.getValue()))
                .map(one -> new Edit(one.getKey(), Edit.Kind.DROP, Optional.empty()))
                .sorted(Comparator.comparing(Edit::toString))
                .toList();
    }

    /** The loss of every message. */
    List<Edit> losses() {
        return edits.stream().filter(edit -> edit.kind() == Edit.Kind.LOSE).toList();
    }

    /** The loss of every message, which nothing that is done by hand makes good. */
    List<Edit> lastingLosses() {
        return edits.stream()
                .filter(edit -> edit.kind() == Edit.Kind.LOSE || actions.get(edit.site()) instanceof Action.Handle)
                .toList();
    }

    private static boolean hinders(Action action) {
        return action instanceof Action.Cut
                || action instanceof Action.SetRule
                || action instanceof Action.Discard
                || action instanceof Action.Trim
                || action instanceof Action.Handle;
    }

    private static boolean isSending(Action action) {
        return action instanceof Action.Push || action instanceof Action.Sync;
    }

    Played original() {
        return original;
    }

    List<NodeId> nodes() {
        return nodes;
    }

    /** The signatures of these events of the original. */
    Set<String> signatures(Collection<Integer> events) {
        List<String> all = signatures(original.run().history().snapshots());
        Set<String> signatures = new HashSet<>();
        events.forEach(event -> signatures.add(all.get(event)));
        return signatures;
    }

    /** Of several events that are alike, each has a number. */
    private static List<String> signatures(List<Snapshot> snapshots) {
        Map<String, Integer> alike = new HashMap<>();
        List<String> signatures = new ArrayList<>();
        for (Snapshot snapshot : snapshots) {
            String signature = signature(snapshot);
            signatures.add(signature + " #" + alike.merge(signature, 1, Integer::sum));
        }
        return signatures;
    }

    /** What can be otherwise; the nodes' processes go through the same in all variants. */
    List<Edit> edits() {
        return edits.stream()
                .filter(edit -> !isOfProcess(actions.get(edit.site())))
                .toList();
    }

    private static boolean isOfProcess(Action action) {
        return action instanceof Action.Kill
                || action instanceof Action.Start
                || action instanceof Action.Pause
                || action instanceof Action.Resume
                || action instanceof Action.Skew;
    }

    /** The edits that undo what happened in an event. */
    List<Edit> undoing(int event) {
        HistoryEvent happened = original.run().history().at(event).event();
        if (happened.what() instanceof RunEvent.Delivered delivered) {
            int sending = happened.causes().stream()
                    .filter(cause -> cause.what() instanceof RunEvent.Sent)
                    .map(HistoryEvent::id)
                    .findFirst()
                    .orElse(event);
            return of(sending, Optional.of(delivered.message().to()));
        } else if (happened.what() instanceof RunEvent.Sent sent) {
            return with(happened, of(event, Optional.of(sent.message().to())));
        }
        return with(happened, of(event, Optional.empty()));
    }

    /** What follows from something else, as from a rule or from corruption, is undone with that. */
    private List<Edit> with(HistoryEvent happened, List<Edit> undoing) {
        List<Edit> all = new ArrayList<>(undoing);
        happened.causes().stream()
                .filter(cause -> undoing.isEmpty() || cause.what() instanceof RunEvent.RuleSet)
                .forEach(cause -> all.addAll(undoing(cause.id())));
        return all;
    }

    private List<Edit> of(int event, Optional<NodeId> to) {
        return edits.stream()
                .filter(edit -> isOf(event, edit.site())
                        && (edit.kind() == Edit.Kind.DROP || edit.to().equals(to)))
                .toList();
    }

    private boolean isOf(int event, Site site) {
        int[] span = spans.get(site);
        return event > span[0] && event <= span[1];
    }

    /** Plays the variant in which these decisions are made otherwise. */
    Played play(Collection<Edit> chosen) {
        Map<Site, Action> changed = new HashMap<>(actions);
        Set<Site> dropped = new HashSet<>(failed);
        for (Edit edit : chosen) {
            Action action = changed.get(edit.site());
            switch (edit.kind()) {
                case DROP -> dropped.add(edit.site());
                case LOSE ->
                    changed.put(
                            edit.site(),
                            with(action, losing(fates(action), edit.to().orElseThrow())));
                case FREE ->
                    changed.put(
                            edit.site(),
                            with(action, without(fates(action), edit.to().orElseThrow())));
            }
        }
        List<Step> steps = new ArrayList<>();
        for (int step = 0; step < scenario.steps().size(); step++) {
            Step old = scenario.steps().get(step);
            steps.add(new Step(
                    old.time(),
                    old.title(),
                    old.before(),
                    old.say(),
                    left(step, false, old.actions().size(), changed, dropped),
                    left(step, true, old.inFlight().size(), changed, dropped)));
        }
        return play(new Scenario(scenario.title(), scenario.about(), scenario.cluster(), steps));
    }

    private static List<Action> left(
            int step, boolean inFlight, int size, Map<Site, Action> changed, Set<Site> dropped) {
        List<Action> left = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Site site = new Site(step, inFlight, i);
            if (!dropped.contains(site)) {
                left.add(changed.get(site));
            }
        }
        return left;
    }

    private static Fates fates(Action action) {
        return action instanceof Action.Push push ? push.fates() : ((Action.Sync) action).fates();
    }

    private static Action with(Action action, Fates fates) {
        if (action instanceof Action.Push push) {
            return new Action.Push(push.from(), push.to(), fates);
        }
        Action.Sync sync = (Action.Sync) action;
        return new Action.Sync(sync.from(), sync.to(), sync.keys(), fates);
    }

    private static Fates without(Fates fates, NodeId node) {
        Map<NodeId, Integer> delay = new TreeMap<>(fates.delay());
        delay.remove(node);
        return new Fates(
                minus(fates.lose(), node),
                minus(fates.hold(), node),
                delay,
                minus(fates.corrupt(), node),
                fates.duplicate());
    }

    private static Fates losing(Fates fates, NodeId node) {
        Set<NodeId> lose = new HashSet<>(fates.lose());
        lose.add(node);
        return new Fates(lose, fates.hold(), fates.delay(), fates.corrupt(), fates.duplicate());
    }

    private static Set<NodeId> minus(Set<NodeId> nodes, NodeId node) {
        Set<NodeId> rest = new HashSet<>(nodes);
        rest.remove(node);
        return rest;
    }

    private static Played play(Scenario scenario) {
        SimulatedRun run = SimulatedRun.of(scenario);
        run.playAll();
        Set<String> signatures = new LinkedHashSet<>(signatures(run.history().snapshots()));
        Map<NodeId, Map<Key, Entry>> held = new HashMap<>();
        run.present().nodes().forEach(node -> {
            Map<Key, Entry> entries = new HashMap<>();
            node.entries().forEach(entry -> entries.put(entry.key(), entry));
            held.put(node.id(), entries);
        });
        return new Played(signatures, held, run.played());
    }

    /** What has happened in an event, without what is numbered. */
    private static String signature(Snapshot snapshot) {
        RunEvent what = snapshot.what();
        String words = what.getClass().getSimpleName();
        if (what instanceof RunEvent.Wrote wrote) {
            words += wrote.node() + words(wrote.entry()) + wrote.lost();
        } else if (what instanceof RunEvent.Sent sent) {
            words += words(sent.message())
                    + sent.message().fate()
                    + sent.message().why();
        } else if (what instanceof RunEvent.Delivered delivered) {
            words += words(delivered.message());
        } else if (what instanceof RunEvent.Handled handled) {
            words += words(handled.message())
                    + handled.handling()
                    + handled.message().fate();
        } else {
            words += what;
        }
        return snapshot.step() + " " + words;
    }

    private static String words(Message message) {
        return " %s-%s %s %s"
                .formatted(
                        message.from(),
                        message.to(),
                        message.kind(),
                        message.entries().stream().map(RunVariants::words).toList());
    }

    private static String words(Entry entry) {
        return " " + entry.key() + "@" + entry.timestamp() + "=" + entry.value() + "/"
                + entry.version().origin();
    }
}
