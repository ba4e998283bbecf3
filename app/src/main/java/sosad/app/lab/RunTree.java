package sosad.app.lab;

import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import sosad.app.history.History;
import sosad.app.history.PersistentList;
import sosad.app.history.Snapshot;
import sosad.app.lab.step.RunRecord.Done;
import sosad.app.scenario.ActionFailure;
import sosad.app.scenario.Scenario;

/**
 * Everything that was done in a lesson: a tree of inputs, each with what came of it. A branch is the way from the start
 * to a leaf, and the run stands somewhere on one of them. Going back moves the run and takes nothing away. Immutable.
 *
 * @param branches all branches, in the order in which they began
 * @param at the branch on which the run stands
 * @param inputs how many of its inputs have been done
 * @param event the event at which the run stands
 * @param last the number that was given last
 */
public record RunTree(List<Branch> branches, BranchId at, int inputs, int event, int last) {
    /** The most branches that are kept. */
    public static final int MAX_BRANCHES = 50;

    public RunTree {
        branches = List.copyOf(branches);
    }

    /** Returns the tree of a run that has just begun. */
    static RunTree of(PlayedRun run) {
        Branch first = new Branch(new BranchId(1), title(run.scenario().title()), Optional.empty(), 0, run);
        return new RunTree(List.of(first), first.id(), run.inputs().size(), last(run), 1);
    }

    private static String title(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        String title = line.isEmpty() ? "The lesson" : line;
        return title.length() <= Branch.MAX_TITLE_LENGTH
                ? title
                : title.substring(0, Branch.MAX_TITLE_LENGTH - 1) + "…";
    }

    private static int last(PlayedRun run) {
        return run.history().present().index();
    }

    /** Returns the branch on which the run stands. */
    public Branch present() {
        return find(at).orElseThrow();
    }

    /** Returns the branch with this number. */
    public Optional<Branch> find(BranchId id) {
        return branches.stream().filter(branch -> branch.id().equals(id)).findFirst();
    }

    /** @throws ActionFailure if there is no such branch */
    Branch get(BranchId id) {
        return find(id).orElseThrow(() -> new ActionFailure(format(
                "there is no branch %s; there are %s",
                id, branches.stream().map(branch -> branch.id().toString()).collect(Collectors.joining(", ")))));
    }

    /** Returns the branches that left this one, in the order in which they began. */
    public List<Branch> children(BranchId id) {
        return branches.stream()
                .filter(branch -> branch.parent().equals(Optional.of(id)))
                .toList();
    }

    /** Returns the events of the present branch at which others part from it, or it from others. */
    public Set<Integer> forks() {
        Set<Integer> forks = new TreeSet<>();
        int end = Integer.MAX_VALUE;
        for (Optional<Branch> way = find(at);
                way.isPresent();
                way = way.get().parent().flatMap(this::find)) {
            int shared = end;
            children(way.get().id()).stream()
                    .map(Branch::fork)
                    .filter(fork -> fork <= shared)
                    .forEach(forks::add);
            end = Math.min(end, way.get().fork());
        }
        return forks;
    }

    /** Returns the tree whose run stands elsewhere on what is known. */
    RunTree standing(BranchId newAt, int newInputs, int newEvent) {
        return newAt.equals(at) && newInputs == inputs && newEvent == event
                ? this
                : new RunTree(branches, newAt, newInputs, newEvent, last);
    }

    /**
     * Returns the tree after something may have happened. What repeats what was done before goes along the branch where
     * that was done; anything else makes a branch longer at its end, or begins another.
     *
     * @param now the run, which was at {@link #inputs} and {@link #event} before
     */
    RunTree after(PlayedRun now) {
        List<Done> done = now.inputs();
        Branch along = present();
        int common = inputs;
        for (Optional<Branch> next = goingOn(along, common, done);
                next.isPresent();
                next = goingOn(along, common, done)) {
            along = next.get();
            common++;
        }
        if (common == done.size() && (!now.history().hasLived() || isKnown(now))) {
            return standing(along.id(), common, last(now));
        }
        boolean isTip = common == along.run().inputs().size() && (event == along.events() - 1 || !along.hasLived());
        if (isTip) {
            Branch longer = along.with(joined(along.run(), common, shared(along, common, now), now));
            return replacing(longer).standing(longer.id(), done.size(), last(now));
        }
        int fork = shared(along, common, now);
        String title = title(BranchTitle.of(along.run(), common, now));
        return plus(title, Optional.of(along.id()), fork, joined(along.run(), common, fork, now));
    }

    /** Returns whether a run that has lived is already here as it is. */
    @SuppressWarnings("ReferenceEquality") // a look at a live cluster is new, or it is this one
    private boolean isKnown(PlayedRun now) {
        return present().run().history().present() == now.history().present();
    }

    /** Returns the branch that goes on from there with what was done next, this one if it does. */
    private Optional<Branch> goingOn(Branch along, int common, List<Done> done) {
        if (common >= done.size()) {
            return Optional.empty();
        }
        Done next = done.get(common);
        if (goesOn(along, common, next)) {
            return Optional.of(along);
        }
        return branches.stream()
                .filter(other -> sharesInputs(other, along, common) && goesOn(other, common, next))
                .findFirst();
    }

    private static boolean goesOn(Branch branch, int common, Done next) {
        List<Done> inputs = branch.run().inputs();
        return common < inputs.size() && isSame(inputs.get(common), next);
    }

    /** Returns whether the same was done, and the same came of it. */
    @SuppressWarnings("ReferenceEquality") // what is shared need not be compared
    private static boolean isSame(Done one, Done other) {
        return one == other || (one.input().equals(other.input()) && MomentEquality.isSame(one.after(), other.after()));
    }

    /** Branches share what they have in common, so that to look at the last of it is enough. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean sharesInputs(Branch other, Branch along, int common) {
        List<Done> inputs = other.run().inputs();
        return other.run().scenario().equals(along.run().scenario())
                && inputs.size() > common
                && (common == 0
                        || inputs.get(common - 1) == along.run().inputs().get(common - 1));
    }

    /** Returns the last event that a branch and the run have in common, of which so many inputs are. */
    private int shared(Branch along, int common, PlayedRun now) {
        if (now.history().hasLived() && common >= inputs && along.id().equals(at) && event == along.events() - 1) {
            return Math.max(0, Math.min(along.events(), now.history().size()) - 2); // the last moment has been replaced
        }
        int least =
                common == 0 ? 0 : along.run().inputs().get(common - 1).after().index();
        return shared(along.run().history(), now.history(), least, MomentEquality::isSame);
    }

    /** @param least an event that they are known to share, with all before it */
    private static int shared(History one, History other, int least, BiPredicate<Snapshot, Snapshot> isSame) {
        int shared = least;
        int end = Math.min(one.size(), other.size()) - 1;
        while (shared < end && isSame.test(one.at(shared + 1), other.at(shared + 1))) {
            shared++;
        }
        return shared;
    }

    private static int alike(PlayedRun one, PlayedRun other) {
        return shared(one.history(), other.history(), 0, MomentEquality::isAlike);
    }

    /** Returns the last event up to which two branches are the same; -1: they begin differently. */
    public static int lastShared(Branch one, Branch other) {
        History first = one.run().history();
        History second = other.run().history();
        return MomentEquality.isAlike(first.at(0), second.at(0))
                ? shared(first, second, 0, MomentEquality::isAlike)
                : -1;
    }

    /** Returns the run as what a branch has in common with it and what comes after that. */
    private static PlayedRun joined(PlayedRun known, int inputs, int event, PlayedRun now) {
        PersistentList<Done> done = PersistentList.copyOf(
                inputs == known.inputs().size()
                        ? known.inputs()
                        : known.inputs().subList(0, inputs));
        for (Done next : now.inputs().subList(inputs, now.inputs().size())) {
            done = done.plus(next);
        }
        History history = known.history().first(event + 1);
        for (int i = event + 1; i < now.history().size(); i++) {
            history = history.plus(now.history().at(i));
        }
        return new PlayedRun(known.scenario(), done, history, now.lived());
    }

    /**
     * Returns the tree with a run that was played from its start, which stands at its end: on a branch that knows it
     * already, or on one of its own beside the present one.
     */
    RunTree with(PlayedRun run, String title) {
        Optional<Branch> known = branches.stream()
                .filter(branch -> branch.run().scenario().equals(run.scenario()) && begins(branch.run(), run))
                .findFirst();
        if (known.isPresent()) {
            return standing(known.get().id(), run.inputs().size(), last(run));
        }
        Optional<Branch> nearest = branches.stream()
                .filter(branch ->
                        branch.run().scenario().cluster().equals(run.scenario().cluster()))
                .max(Comparator.<Branch>comparingInt(branch -> alike(branch.run(), run))
                        .thenComparing(branch -> branch.id().equals(at)));
        int fork = nearest.map(branch -> alike(branch.run(), run)).orElse(0);
        return plus(title(title), nearest.map(Branch::id), fork, run);
    }

    /** Returns the tree with a run under other rules, which has a start of its own. */
    RunTree withRoot(PlayedRun run, String title) {
        RunTree tree = with(run, title);
        return tree.find(new BranchId(tree.last))
                .filter(added -> tree.last > last)
                .map(added -> tree.replacing(added.leaving(Optional.empty(), 0)))
                .orElse(tree);
    }

    private static boolean begins(PlayedRun whole, PlayedRun run) {
        int size = run.inputs().size();
        if (size > whole.inputs().size()
                || !MomentEquality.isSame(whole.history().at(0), run.history().at(0))) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            if (!isSame(whole.inputs().get(i), run.inputs().get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Returns the tree with another branch, at whose end the run stands; the eldest goes if there are too many. */
    private RunTree plus(String title, Optional<BranchId> parent, int fork, PlayedRun run) {
        Branch added = new Branch(new BranchId(last + 1), title, parent, fork, run);
        List<Branch> more = new ArrayList<>(branches);
        more.add(added);
        RunTree larger = new RunTree(
                more, added.id(), run.inputs().size(), run.history().present().index(), last + 1);
        return more.size() <= MAX_BRANCHES ? larger : larger.without(larger.eldestLeaf());
    }

    /** Returns the eldest branch that no other has left and on which the run does not stand, save the first one. */
    private BranchId eldestLeaf() {
        return branches.stream()
                .skip(1)
                .map(Branch::id)
                .filter(id -> !id.equals(at) && children(id).isEmpty())
                .findFirst()
                .orElseGet(() ->
                        branches.get(branches.get(0).id().equals(at) ? 1 : 0).id());
    }

    /**
     * Returns the tree in which a branch has another title.
     *
     * @throws ActionFailure if there is no such branch or title
     */
    RunTree renamed(BranchId id, String title) {
        try {
            return replacing(get(id).titled(title.strip()));
        } catch (IllegalArgumentException e) {
            throw new ActionFailure(e.getMessage());
        }
    }

    /**
     * Returns the tree without a branch. Branches that left it stay whole: the one that has the most in common with it
     * takes its place, and the others have left that one.
     *
     * @throws ActionFailure if there is no such branch, or the run stands on it
     */
    RunTree without(BranchId id) {
        Branch gone = get(id);
        if (id.equals(at)) {
            throw new ActionFailure(
                    format("the run stands on “%s”; jump to another branch before this one is deleted", gone.title()));
        }
        Optional<Branch> heir = children(id).stream().max(Comparator.comparingInt(Branch::fork));
        Function<Branch, Branch> adopted = child -> heir.get().id().equals(child.id())
                ? child.leaving(gone.parent(), Math.min(gone.fork(), child.fork()))
                : child.leaving(heir.map(Branch::id), child.fork());
        List<Branch> left = branches.stream()
                .filter(branch -> !branch.id().equals(id))
                .map(branch -> branch.parent().equals(Optional.of(id)) ? adopted.apply(branch) : branch)
                .toList();
        return new RunTree(left, at, inputs, event, last);
    }

    /** Returns the tree with a branch that was taken away, under its old number. */
    RunTree restored(Branch gone) {
        if (find(gone.id()).isPresent()) {
            return this;
        }
        Scenario scenario = gone.run().scenario();
        Optional<Branch> parent = gone.parent().flatMap(this::find).or(() -> branches.stream()
                .filter(branch -> branch.run().scenario().equals(scenario))
                .max(Comparator.comparingInt(branch -> alike(branch.run(), gone.run()))));
        int fork = parent.map(branch -> alike(branch.run(), gone.run())).orElse(0);
        List<Branch> more = new ArrayList<>(branches);
        more.add(gone.leaving(parent.map(Branch::id), fork));
        more.sort(Comparator.comparing(Branch::id));
        return new RunTree(more, at, inputs, event, last);
    }

    private RunTree replacing(Branch other) {
        List<Branch> all = branches.stream()
                .map(branch -> branch.id().equals(other.id()) ? other : branch)
                .toList();
        return new RunTree(all, at, inputs, event, last);
    }
}
