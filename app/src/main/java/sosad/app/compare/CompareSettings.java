package sosad.app.compare;

import static sosad.model.ArgumentCheck.refuseIf;
import static sosad.model.PlainFormat.format;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import sosad.app.fault.plan.FaultPlan;
import sosad.app.fault.plan.Members;
import sosad.message.Launch.StoreKind;
import sosad.model.NodeId;
import sosad.protocol.EnumNames;

/**
 * The conditions of a comparison, which are the same for every rule.
 *
 * @param nodes how many nodes, called A, B and so on; 2 to {@value #MAX_NODES}
 * @param keys under how many keys clients write; 1 to {@value #MAX_KEYS}
 * @param writesPerSecond writes of all clients together, and as many reads; 1 to {@value #MAX_WRITES}
 * @param duration for how long clients write and read, in simulated time; a tenth of a second to ten minutes
 * @param loss the share of messages that are lost meanwhile; 0 to {@value #MAX_LOSS}
 * @param plan further faults
 * @param store where nodes keep what they hold
 */
public record CompareSettings(
        int nodes,
        int keys,
        int writesPerSecond,
        Duration duration,
        double loss,
        Optional<FaultPlan> plan,
        StoreKind store) {
    /** The most nodes: each is called by a letter. */
    public static final int MAX_NODES = 26;

    /** The most keys. */
    public static final int MAX_KEYS = 10_000;

    /** The most writes per second. */
    public static final int MAX_WRITES = 10_000;

    /** The greatest share of messages that may be lost. */
    public static final double MAX_LOSS = 0.9;

    /** The most writes of one comparison: their traces are kept in memory. */
    public static final long MAX_ALL_WRITES = 1_000_000;

    private static final Duration MIN_DURATION = Duration.ofMillis(100);
    private static final Duration MAX_DURATION = Duration.ofMinutes(10);

    /** Five nodes, a thousand keys, 200 writes a second for half a minute, one message of twenty lost. */
    public static final CompareSettings USUAL =
            new CompareSettings(5, 1_000, 200, Duration.ofSeconds(30), 0.05, Optional.empty(), StoreKind.DISK);

    /** @throws IllegalArgumentException naming what is out of range */
    public CompareSettings {
        Objects.requireNonNull(plan);
        Objects.requireNonNull(store);
        check("nodes", nodes, 2, MAX_NODES);
        check("keys", keys, 1, MAX_KEYS);
        check("writes per second", writesPerSecond, 1, MAX_WRITES);
        refuseIf(
                duration.compareTo(MIN_DURATION) < 0 || duration.compareTo(MAX_DURATION) > 0,
                "%s of simulated time; it must be from 100 ms to 10 min",
                seconds(duration));
        refuseIf(!(loss >= 0 && loss <= MAX_LOSS), "a loss of %s; it must be from 0 to %s", loss, MAX_LOSS);
        long writes = writesPerSecond * duration.toMillis() / 1_000;
        refuseIf(
                writes > MAX_ALL_WRITES,
                "%,d writes per second for %s are %,d writes; at most %,d are compared",
                writesPerSecond,
                seconds(duration),
                writes,
                MAX_ALL_WRITES);
    }

    private static void check(String what, long number, long least, long most) {
        refuseIf(number < least || number > most, "%,d %s; there must be %,d to %,d", number, what, least, most);
    }

    private static String seconds(Duration duration) {
        return format("%,.1f s", duration.toMillis() / 1_000.0);
    }

    /** The same under a plan of faults. */
    public CompareSettings with(FaultPlan newPlan) {
        return new CompareSettings(nodes, keys, writesPerSecond, duration, loss, Optional.of(newPlan), store);
    }

    /** The names of the nodes. */
    public List<NodeId> nodeIds() {
        return members(nodes).nodes();
    }

    /** The members that faults can happen to. */
    public static Members members(int nodes) {
        return new Members(
                IntStream.range(0, nodes)
                        .mapToObj(i -> new NodeId(Character.toString('A' + i)))
                        .toList(),
                List.of());
    }

    /** Returns everything that decides the figures but the seed, by name. */
    Map<String, String> byName() {
        Map<String, String> named = new LinkedHashMap<>();
        named.put("nodes", Integer.toString(nodes));
        named.put("keys", Integer.toString(keys));
        named.put("writes-per-second", Integer.toString(writesPerSecond));
        named.put("for", duration.toMillis() + "ms");
        named.put("loss", Double.toString(loss));
        named.put("store", EnumNames.of(store));
        named.put("plan", plan.map(FaultPlan::title).orElse("none"));
        return named;
    }
}
