package sosad.app.viewmodel.branches;

import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import sosad.app.history.DocumentLine;
import sosad.app.history.NodeState;
import sosad.app.history.RunEvent;
import sosad.app.history.Snapshot;
import sosad.app.history.text.Sentences;
import sosad.app.lab.Branch;
import sosad.app.lab.RunTree;
import sosad.app.viewmodel.Abridged;
import sosad.app.viewmodel.Counted;
import sosad.app.viewmodel.branches.ComparedRow.ComparedCell;
import sosad.model.Entry;
import sosad.model.NodeId;
import sosad.protocol.EnumNames;
import sosad.protocol.Rules;

/** Two branches side by side: at the same T, with what differs. */
public final class BranchComparison {
    private static final String NO_PROCESS = "no process";

    private final Branch left;
    private final Branch right;
    private final int shared;
    private final List<Long> times;

    /** Two branches, in the order in which they stand. */
    public BranchComparison(Branch left, Branch right) {
        this.left = left;
        this.right = right;
        this.shared = RunTree.lastShared(left, right);
        SortedSet<Long> all = new TreeSet<>();
        List.of(left, right)
                .forEach(branch -> branch.run().history().snapshots().forEach(snapshot -> all.add(snapshot.time())));
        this.times = List.copyOf(all);
    }

    /** Returns the same comparison of the branches as they are now. */
    BranchComparison with(Branch newLeft, Branch newRight) {
        boolean same = newLeft.run().equals(left.run())
                && newRight.run().equals(right.run())
                && newLeft.title().equals(left.title())
                && newRight.title().equals(right.title());
        return same ? this : new BranchComparison(newLeft, newRight);
    }

    /** Returns the one branch. */
    public Branch left() {
        return left;
    }

    /** Returns the other branch. */
    public Branch right() {
        return right;
    }

    /** Returns each T that one of them has, in order. */
    public List<Long> times() {
        return times;
    }

    /** Returns the T of the first event that is not the same; the last T if they do not differ. */
    public long firstDifference() {
        return List.of(left, right).stream()
                .filter(branch -> branch.events() > shared + 1)
                .mapToLong(branch -> branch.run().history().at(shared + 1).time())
                .min()
                .orElse(times.get(times.size() - 1));
    }

    /** Returns the ids of the events of a branch that the other has not. */
    public Set<Integer> own(Branch branch) {
        return IntStream.range(shared + 1, branch.events()).boxed().collect(Collectors.toSet());
    }

    /** Returns the first event of a branch that the other has not; its last one if there is none. */
    public int firstOwn(Branch branch) {
        return Math.min(shared + 1, branch.events() - 1);
    }

    /** Returns the last moment of a branch at a T; before its first one that. */
    public static Snapshot at(Branch branch, long time) {
        var history = branch.run().history();
        int low = 0;
        for (int high = history.size() - 1; low < high; ) {
            int middle = (low + high + 1) >>> 1;
            if (history.at(middle).time() <= time) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return history.at(low);
    }

    /** Returns what the first difference is, in a sentence or two. */
    public String sentence() {
        Rules one = left.run().scenario().cluster().rules();
        Rules other = right.run().scenario().cluster().rules();
        String rules = one.equals(other)
                ? ""
                : format("“%s” runs under %s, “%s” under %s. ", left.title(), words(one), right.title(), words(other));
        return rules + first();
    }

    private static String words(Rules rules) {
        return EnumNames.of(rules.content());
    }

    private String first() {
        int last = shared + 1;
        if (left.events() == last && right.events() == last) {
            return format("All %s are the same.", Counted.of(last, "event"));
        }
        if (left.events() == last || right.events() == last) {
            Branch shorter = left.events() == last ? left : right;
            Branch longer = shorter.equals(left) ? right : left;
            return format(
                    "“%s” ends with event %d, T = %d; “%s” goes on: %s",
                    shorter.title(),
                    shared,
                    shorter.run().history().at(shared).time(),
                    longer.title(),
                    event(longer, last));
        }
        int told = firstTold();
        return format(
                "They differ from event %d on, T = %d. “%s”: %s “%s”: %s",
                told, firstDifference(), left.title(), event(left, told), right.title(), event(right, told));
    }

    /** An event may differ in that the step has more to come; the first one is told in which something else happens. */
    private int firstTold() {
        int end = Math.min(left.events(), right.events());
        int told = shared + 1;
        while (told < end - 1 && event(left, told).equals(event(right, told))) {
            told++;
        }
        return event(left, told).equals(event(right, told)) ? shared + 1 : told;
    }

    /** An event, or the next one if it says only that a step is in flight. */
    private static String event(Branch branch, int first) {
        var history = branch.run().history();
        int event = first;
        while (event < branch.events() - 1 && history.at(event).what() instanceof RunEvent.ActionsDone) {
            event++;
        }
        String sentence = Sentences.of(history.at(event).what());
        return sentence.endsWith(".") ? sentence : sentence + ".";
    }

    /** Returns each key against each node of both, at a T. */
    public List<ComparedRow> entries(long time) {
        return compared(time, BranchComparison::entriesOf, true);
    }

    /** Returns what each node of both knows of its peers, at a T. */
    public List<ComparedRow> rows(long time) {
        return compared(time, BranchComparison::rowsOf, false);
    }

    private static SortedMap<String, String> entriesOf(NodeState node) {
        SortedMap<String, String> entries = new TreeMap<>();
        node.entries().forEach(entry -> entries.put(entry.key().text(), words(entry)));
        return entries;
    }

    private static String words(Entry entry) {
        return entry.value().map(Abridged::of).orElse("(deleted)") + "@" + entry.timestamp();
    }

    private static SortedMap<String, String> rowsOf(NodeState node) {
        SortedMap<String, String> rows = new TreeMap<>();
        DocumentLine.of(node).stream()
                .filter(line -> line.entry().isEmpty())
                .forEach(line -> rows.put(line.key(), line.value().orElse("")));
        return rows;
    }

    private List<ComparedRow> compared(
            long time, Function<NodeState, SortedMap<String, String>> table, boolean saysAbsent) {
        List<Map<String, String>> one = tables(at(left, time), table);
        List<Map<String, String>> other = tables(at(right, time), table);
        SortedSet<String> names = new TreeSet<>();
        one.forEach(node -> names.addAll(node.keySet()));
        other.forEach(node -> names.addAll(node.keySet()));
        names.remove(NO_PROCESS);
        List<ComparedRow> rows = new ArrayList<>();
        for (String name : names) {
            List<String> here = cells(one, name, saysAbsent);
            List<String> there = cells(other, name, saysAbsent);
            rows.add(new ComparedRow(name, marked(here, there), marked(there, here)));
        }
        return rows;
    }

    private static List<Map<String, String>> tables(
            Snapshot snapshot, Function<NodeState, SortedMap<String, String>> table) {
        return snapshot.nodes().stream()
                .<Map<String, String>>map(
                        node -> node.hasProcess() ? table.apply(node) : Map.of(NO_PROCESS, NO_PROCESS))
                .toList();
    }

    private static List<String> cells(List<Map<String, String>> nodes, String name, boolean saysAbsent) {
        return nodes.stream()
                .map(node -> Optional.ofNullable(node.get(name))
                        .or(() -> Optional.ofNullable(node.get(NO_PROCESS)))
                        .orElse(saysAbsent ? "absent" : ""))
                .toList();
    }

    private static List<ComparedCell> marked(List<String> here, List<String> there) {
        return IntStream.range(0, here.size())
                .mapToObj(i -> new ComparedCell(
                        here.get(i), i >= there.size() || !here.get(i).equals(there.get(i))))
                .toList();
    }

    /** Returns the nodes of a branch. */
    public static List<NodeId> nodes(Branch branch) {
        return branch.run().scenario().cluster().nodes();
    }

    /** Returns whether the tables are the same at a T. */
    public boolean isSame(long time) {
        return differing(time) == 0;
    }

    private long differing(long time) {
        return count(entries(time)) + count(rows(time));
    }

    /** Returns how many cells differ at a T, in words. */
    public String difference(long time) {
        long cells = differing(time);
        return cells == 0
                ? format("At T = %d, their tables are the same.", time)
                : format("At T = %d, %s.", time, Counted.of(cells, "cell") + (cells == 1 ? " differs" : " differ"));
    }

    private static long count(List<ComparedRow> rows) {
        return rows.stream()
                .flatMap(row -> row.left().stream())
                .filter(ComparedCell::differs)
                .count();
    }
}
