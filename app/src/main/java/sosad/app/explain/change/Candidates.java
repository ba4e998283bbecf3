package sosad.app.explain.change;

import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import sosad.app.explain.change.PlainRun.SentMessage;
import sosad.app.scenario.Action;
import sosad.app.scenario.Action.Push;
import sosad.app.scenario.Action.Sync;
import sosad.app.scenario.Fates;
import sosad.app.scenario.MessageAction;
import sosad.model.Link;
import sosad.model.NodeId;

/** The single changes of a run that may help. */
final class Candidates {
    private static final int ADDED = Integer.MAX_VALUE;

    private final PlainRun run;
    private final Wording words;
    private final NodeId at;
    /** The steps, without their claims, which are no events. */
    private final List<PlainStep> steps;

    private final List<Candidate> found = new ArrayList<>();

    private Candidates(PlainRun run, NodeId at) {
        this.run = run;
        this.words = new Wording(run);
        this.at = at;
        this.steps = run.steps().stream().map(PlainStep::withoutClaims).toList();
    }

    /** Returns the changes of what happened, and additions between steps, the closest first. */
    static Iterable<Candidate> of(PlainRun run, NodeId at) {
        return new Candidates(run, at).each(Candidates::in);
    }

    /** Returns additions within steps, the closest first. */
    static Iterable<Candidate> within(PlainRun run, NodeId at) {
        return new Candidates(run, at).each(Candidates::additionsWithin);
    }

    /** Those of each step, from the last one on; of a long run few are looked at. */
    private Iterable<Candidate> each(ObjIntConsumer<Candidates> ofStep) {
        int last = steps.size() - 1;
        return () -> IntStream.rangeClosed(0, last)
                .mapToObj(back -> found(last - back, ofStep))
                .flatMap(List::stream)
                .iterator();
    }

    private List<Candidate> found(int step, ObjIntConsumer<Candidates> ofStep) {
        found.clear();
        ofStep.accept(this, step);
        return List.copyOf(found);
    }

    private void in(int step) {
        fates(step);
        swaps(step);
        omissions(step);
        additionsAfter(step);
        found.sort(Candidate.CLOSEST_FIRST);
    }

    /** Returns the run with the node asked about, if it is dead, started again in the end. */
    static PlainRun startedInTheEnd(PlainRun run, NodeId at) {
        int last = run.steps().size() - 1;
        if (last < 0) {
            return run;
        }
        PlainStep step = run.steps().get(last);
        PlainAction start = new PlainAction(ADDED, new Action.Start(at, false), Optional.empty(), 0);
        List<PlainAction> all = step.afterActions();
        return run.with(last, step.withInFlight(inserted(all, all.size(), start)));
    }

    private void add(ChangeKind kind, int place, String sentence, int step, PlainStep changed, List<Integer> events) {
        found.add(new Candidate(kind, place, sentence, run, step, changed, OptionalInt.empty(), events));
    }

    private void fates(int step) {
        PlainStep now = steps.get(step);
        for (int i = 0; i < now.actions().size(); i++) {
            for (Flip flip : flips(now.actions().get(i))) {
                PlainStep changed = now.withActions(replaced(now.actions(), i, flip.instead));
                add(ChangeKind.FATE, 2 * step, flip.sentence, step, changed, flip.events);
            }
        }
        for (int i = 0; i < now.inFlight().size(); i++) {
            for (Flip flip : flips(now.inFlight().get(i))) {
                PlainStep changed = now.withInFlight(replaced(now.inFlight(), i, flip.instead));
                add(ChangeKind.FATE, 2 * step, flip.sentence, step, changed, flip.events);
            }
        }
        if (step == run.steps().size() - 1) {
            releases(step);
        }
    }

    private static List<PlainAction> replaced(List<PlainAction> actions, int place, Optional<PlainAction> other) {
        List<PlainAction> others = new ArrayList<>(actions);
        others.remove(place);
        other.ifPresent(one -> others.add(place, one));
        return others;
    }

    private static List<PlainAction> inserted(List<PlainAction> actions, int place, PlainAction other) {
        List<PlainAction> others = new ArrayList<>(actions);
        others.add(place, other);
        return others;
    }

    /** Another fate of a message, and the action that stands instead of the one that gave it its fate. */
    private record Flip(String sentence, Optional<PlainAction> instead, List<Integer> events) {}

    private List<Flip> flips(PlainAction plain) {
        if (plain.action() instanceof Push push) {
            return flips(plain, push.fates(), fates -> new Push(push.from(), push.to(), fates));
        } else if (plain.action() instanceof Sync sync) {
            return flips(plain, sync.fates(), fates -> new Sync(sync.from(), sync.to(), sync.keys(), fates));
        } else if (plain.message().filter(this::isKnown).isEmpty()) {
            return List.of();
        }
        MessageRef name = plain.message().get();
        List<Integer> events = List.of(plain.event());
        if (plain.action() instanceof Action.Discard discard) {
            PlainAction instead = plain.with(new Action.Deliver(discard.link(), 1));
            return List.of(new Flip(words.message(name) + " were not discarded", Optional.of(instead), events));
        }
        return undone(plain.action())
                .map(word -> new Flip(words.message(name) + " were not " + word, Optional.empty(), events))
                .stream()
                .toList();
    }

    private boolean isKnown(MessageRef name) {
        return run.sent().containsKey(name.withCopy(0));
    }

    private static Optional<String> undone(Action action) {
        if (action instanceof Action.Trim) {
            return Optional.of("trimmed");
        }
        return action instanceof Action.Handle handle ? undone(handle.action().kind()) : Optional.empty();
    }

    private static Optional<String> undone(MessageAction.Kind kind) {
        return switch (kind) {
            case LOSE -> Optional.of("lost");
            case HOLD -> Optional.of("held");
            case DELAY -> Optional.of("delayed");
            case CORRUPT -> Optional.of("corrupted");
            case TRIM -> Optional.of("trimmed");
            case DELIVER, DUPLICATE, RESTORE, REORDER -> Optional.empty();
        };
    }

    private interface Refated {
        Action with(Fates fates);
    }

    private List<Flip> flips(PlainAction plain, Fates fates, Refated refated) {
        List<Flip> flips = new ArrayList<>();
        for (NodeId to : sorted(fates.lose())) {
            Fates others = new Fates(without(fates.lose(), to), fates.hold(), fates.duplicate());
            addFlip(flips, plain, to, "lost", refated.with(others));
        }
        for (NodeId to : sorted(fates.hold())) {
            Fates others = new Fates(fates.lose(), without(fates.hold(), to), fates.duplicate());
            addFlip(flips, plain, to, "held", refated.with(others));
        }
        return flips;
    }

    private void addFlip(List<Flip> flips, PlainAction plain, NodeId to, String fate, Action instead) {
        MessageRef name = new MessageRef(plain.id(), to, 0, 0);
        if (isKnown(name)) {
            List<Integer> events = List.of(run.sent().get(name).event());
            flips.add(new Flip(words.message(name) + " were not " + fate, Optional.of(plain.with(instead)), events));
        }
    }

    private static List<NodeId> sorted(Set<NodeId> nodes) {
        return nodes.stream().sorted().toList();
    }

    private static Set<NodeId> without(Set<NodeId> nodes, NodeId one) {
        Set<NodeId> others = new HashSet<>(nodes);
        others.remove(one);
        return others;
    }

    /** What is still held in the end is released. */
    private void releases(int step) {
        PlainStep now = steps.get(step);
        run.held().forEach(name -> {
            SentMessage sent = run.sent().get(name);
            PlainAction release =
                    new PlainAction(ADDED, new Action.Deliver(link(sent), 1), Optional.of(name), sent.event());
            found.add(new Candidate(
                    ChangeKind.FATE,
                    2 * step,
                    words.message(name) + " were released at " + words.time(step),
                    run,
                    step,
                    now.withActions(inserted(now.actions(), now.actions().size(), release)),
                    OptionalInt.of(ADDED),
                    List.of(sent.event())));
        });
    }

    private static Link link(SentMessage sent) {
        return new Link(sent.update().from(), sent.update().to());
    }

    /** Only the order in which one node gets messages counts. */
    private void swaps(int step) {
        PlainStep now = steps.get(step);
        List<PlainAction> all = now.afterActions();
        for (int later = 1; later < all.size(); later++) {
            for (int earlier = later - 1; earlier >= 0; earlier--) {
                if (areExchangeable(all.get(earlier), all.get(later))) {
                    swap(step, all, earlier, later);
                }
            }
        }
    }

    private boolean areExchangeable(PlainAction one, PlainAction other) {
        if (!one.delivers() || !other.delivers()) {
            return false;
        }
        MessageRef first = one.message().orElseThrow().withCopy(0);
        MessageRef second = other.message().orElseThrow().withCopy(0);
        return first.to().equals(second.to()) && !first.equals(second) && isKnown(first) && isKnown(second);
    }

    private void swap(int step, List<PlainAction> all, int earlier, int later) {
        PlainStep now = steps.get(step);
        List<PlainAction> exchanged = new ArrayList<>(all);
        Collections.swap(exchanged, earlier, later);
        int saidByScript = now.inFlight().size();
        int needed = earlier < saidByScript ? later + 1 : later;
        add(
                ChangeKind.ORDER,
                2 * step,
                words.swap(
                        all.get(later).message().orElseThrow(),
                        all.get(earlier).message().orElseThrow(),
                        step),
                step,
                now.withInFlight(exchanged.subList(0, Math.max(needed, saidByScript))),
                List.of(all.get(earlier).event(), all.get(later).event()));
    }

    private void omissions(int step) {
        PlainStep now = steps.get(step);
        for (int i = 0; i < now.actions().size(); i++) {
            PlainStep changed = now.withActions(replaced(now.actions(), i, Optional.empty()));
            omission(step, now.actions().get(i), changed);
        }
        for (int i = 0; i < now.inFlight().size(); i++) {
            PlainStep changed = now.withInFlight(replaced(now.inFlight(), i, Optional.empty()));
            omission(step, now.inFlight().get(i), changed);
        }
    }

    private void omission(int step, PlainAction plain, PlainStep changed) {
        without(plain.action())
                .ifPresent(words -> add(
                        ChangeKind.OMISSION,
                        2 * step,
                        words + " at " + this.words.time(step),
                        step,
                        changed,
                        List.of(plain.event())));
    }

    private static Optional<String> without(Action action) {
        if (action instanceof Action.Kill kill) {
            return Optional.of(kill.node() + " had not crashed");
        } else if (action instanceof Action.Pause pause) {
            return Optional.of(pause.node() + " were not paused");
        } else if (action instanceof Action.Cut cut) {
            return Optional.of(Wording.links(cut.links()) + " not cut");
        }
        return Optional.empty();
    }

    /** What stands after a step comes after everything in it has arrived. */
    private void additionsAfter(int step) {
        PlainStep now = steps.get(step);
        List<PlainAction> all = now.afterActions();
        int event = lastEvent(step);
        for (Addition addition : additions(event)) {
            PlainStep changed = all.isEmpty()
                    ? now.withActions(inserted(now.actions(), now.actions().size(), addition.action))
                    : now.withInFlight(inserted(all, all.size(), addition.action));
            String sentence = format("%s %s", addition.words, words.after(step));
            addition(2 * step + 1, sentence, step, changed, event);
        }
    }

    private void addition(int place, String sentence, int step, PlainStep changed, int event) {
        found.add(new Candidate(
                ChangeKind.ADDITION, place, sentence, run, step, changed, OptionalInt.of(ADDED), List.of(event)));
    }

    /** The last event of a step, or of one before it, that came of an action. */
    private int lastEvent(int step) {
        int event = 0;
        for (int before = step; before >= 0 && event == 0; before--) {
            event = Stream.concat(steps.get(before).actions().stream(), steps.get(before).afterActions().stream())
                    .mapToInt(PlainAction::event)
                    .max()
                    .orElse(0);
        }
        return event;
    }

    private record Addition(String words, PlainAction action) {}

    /** What reaches the node asked about itself comes first. */
    private List<Addition> additions(int event) {
        List<Addition> additions = new ArrayList<>();
        List<NodeId> nodes = new ArrayList<>(run.cluster().nodes());
        nodes.remove(at);
        nodes.add(0, at);
        for (NodeId to : nodes) {
            for (NodeId from : run.cluster().nodes()) {
                if (!from.equals(to)) {
                    Optional<List<NodeId>> one = Optional.of(List.of(to));
                    additions.add(addition(
                            format("one sync %s → %s stood", from, to),
                            new Sync(from, one, Optional.empty(), Fates.NONE),
                            event));
                    additions.add(addition(
                            format("one push %s → %s stood", from, to), new Push(from, one, Fates.NONE), event));
                }
            }
        }
        additions.add(addition(format("%s were started", at), new Action.Start(at, false), event));
        return additions;
    }

    private static Addition addition(String words, Action action, int event) {
        return new Addition(words, new PlainAction(ADDED, action, Optional.empty(), event));
    }

    private void additionsWithin(int step) {
        PlainStep now = steps.get(step);
        List<PlainAction> all = now.afterActions();
        for (int place = all.size() - 1; place >= 0; place--) {
            PlainAction next = all.get(place);
            for (Addition addition : additions(next.event())) {
                PlainStep changed = now.withInFlight(inserted(all.subList(0, place), place, addition.action));
                changed = place < now.inFlight().size()
                        ? now.withInFlight(inserted(now.inFlight(), place, addition.action))
                        : changed;
                String sentence = format("%s at %s%s", addition.words, words.time(step), before(next));
                addition(2 * step, sentence, step, changed, next.event());
            }
        }
        for (int place = now.actions().size() - 1; place >= 0; place--) {
            PlainAction next = now.actions().get(place);
            for (Addition addition : additions(next.event())) {
                PlainStep changed = now.withActions(inserted(now.actions(), place, addition.action));
                String sentence = format("%s at %s%s", addition.words, words.time(step), before(next));
                addition(2 * step, sentence, step, changed, next.event());
            }
        }
    }

    /** {@code , before B's push arrived}. */
    private String before(PlainAction next) {
        if (next.delivers() && next.message().filter(this::isKnown).isPresent()) {
            return format(", before %s arrived", words.senders(next.message().get()));
        } else if (next.action() instanceof Push push) {
            return format(", before %s pushed", push.from());
        } else if (next.action() instanceof Sync sync) {
            return format(", before %s synced", sync.from());
        } else if (next.action() instanceof Action.Put put) {
            return format(", before the client wrote %s", put.key());
        }
        return "";
    }
}
