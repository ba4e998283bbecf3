package sosad.app.check;

import static sosad.model.ArgumentCheck.refuseIf;
import static sosad.model.PlainFormat.format;

import java.util.Objects;
import java.util.stream.IntStream;
import sosad.app.fault.plan.Members;
import sosad.message.Launch.StoreKind;
import sosad.model.NodeId;
import sosad.protocol.EnumNames;
import sosad.protocol.Rules;
import sosad.protocol.Rules.Content;
import sosad.protocol.Rules.Schedule;
import sosad.protocol.Rules.Timestamps;

/**
 * The cluster that is started to be tested.
 *
 * @param nodes how many nodes, called A, B and so on; 1 to {@value #MAX_NODES}
 * @param gateways how many gateways before them, called G1, G2 and so on; 0 to {@value #MAX_GATEWAYS}
 * @param store where the nodes keep what they hold
 * @param content what a sync contains
 */
public record ClusterSettings(int nodes, int gateways, StoreKind store, Content content) {
    /** The most nodes: each is called by a letter. */
    public static final int MAX_NODES = 26;

    /** The most gateways. */
    public static final int MAX_GATEWAYS = 4;

    /** What {@code check} starts unless it is told otherwise. */
    public static final ClusterSettings USUAL = new ClusterSettings(3, 2, StoreKind.DISK, Content.PER_KEY);

    /** @throws IllegalArgumentException naming what is out of range */
    public ClusterSettings {
        check("nodes", nodes, 1, MAX_NODES);
        check("gateways", gateways, 0, MAX_GATEWAYS);
        Objects.requireNonNull(store);
        Objects.requireNonNull(content);
    }

    private static void check(String what, int number, int least, int most) {
        refuseIf(number < least || number > most, "%,d %s; there must be %,d to %,d", number, what, least, most);
    }

    /** Returns what it is, such as {@code 3 nodes, 2 gateways, per-key, on disk}. */
    public String words() {
        return "%s%s, %s, %s"
                .formatted(
                        counted(nodes, "node"),
                        gateways == 0 ? "" : ", " + counted(gateways, "gateway"),
                        EnumNames.of(content),
                        store == StoreKind.DISK ? "on disk" : "in memory");
    }

    private static String counted(int number, String noun) {
        return format(number == 1 ? "%d %s" : "%d %ss", number, noun);
    }

    /** Returns the members that faults can happen to. */
    public Members members() {
        return new Members(
                IntStream.range(0, nodes)
                        .mapToObj(i -> new NodeId(Character.toString('A' + i)))
                        .toList(),
                IntStream.rangeClosed(1, gateways)
                        .mapToObj(i -> new NodeId("G" + i))
                        .toList());
    }

    /** Returns the rules that the nodes run under. */
    public Rules rules() {
        return new Rules(content, Timestamps.PER_KEY, Schedule.TOGETHER, 1);
    }
}
