package sosad.app.check;

import static sosad.model.ArgumentCheck.refuseIf;
import static sosad.model.PlainFormat.format;

import java.time.Duration;
import java.util.stream.IntStream;
import sosad.app.fault.plan.Members;
import sosad.message.Launch.StoreKind;
import sosad.model.NodeId;
import sosad.protocol.Rules;
import sosad.protocol.Rules.Content;
import sosad.protocol.Rules.Schedule;
import sosad.protocol.Rules.Timestamps;

/**
 * Under what a cluster is tried.
 *
 * @param nodes how many nodes, called A, B and so on; 1 to {@value #MAX_NODES}
 * @param gateways how many gateways before them, called G1, G2 and so on; 0 to {@value #MAX_GATEWAYS}
 * @param store where the nodes keep what they hold
 * @param content what a sync contains
 * @param writesPerSecond of all clients together; 1 to {@value #MAX_WRITES}
 * @param duration for how long the plan runs; a tenth of a second to an hour
 * @param seed decides what the plan and the links leave to chance
 */
public record TrialSettings(
        int nodes, int gateways, StoreKind store, Content content, int writesPerSecond, Duration duration, long seed) {
    /** The most nodes: each is called by a letter. */
    public static final int MAX_NODES = 26;

    /** The most gateways. */
    public static final int MAX_GATEWAYS = 4;

    /** The most writes per second. */
    public static final int MAX_WRITES = 2_000;

    /** The shortest trial. */
    public static final Duration MIN_DURATION = Duration.ofMillis(100);

    /** The longest trial. */
    public static final Duration MAX_DURATION = Duration.ofHours(1);

    /** @throws IllegalArgumentException naming what is out of range */
    public TrialSettings {
        check("nodes", nodes, 1, MAX_NODES);
        check("gateways", gateways, 0, MAX_GATEWAYS);
        check("writes per second", writesPerSecond, 1, MAX_WRITES);
        if (duration.compareTo(MIN_DURATION) < 0 || duration.compareTo(MAX_DURATION) > 0) {
            throw new IllegalArgumentException("a trial of %s; it must last from %s to %s"
                    .formatted(words(duration), words(MIN_DURATION), words(MAX_DURATION)));
        }
    }

    /** In the largest unit of which it is a whole number, as it was most likely written. */
    private static String words(Duration duration) {
        long millis = duration.toMillis();
        if (millis % Duration.ofMinutes(1).toMillis() == 0) {
            return format("%,d min", duration.toMinutes());
        }
        return millis % Duration.ofSeconds(1).toMillis() == 0
                ? format("%,d s", duration.toSeconds())
                : format("%,d ms", millis);
    }

    private static void check(String what, long number, long least, long most) {
        refuseIf(number < least || number > most, "%,d %s; there must be %,d to %,d", number, what, least, most);
    }

    /** The same with another seed. */
    TrialSettings withSeed(long newSeed) {
        return new TrialSettings(nodes, gateways, store, content, writesPerSecond, duration, newSeed);
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

    /** The rules the nodes run under. */
    Rules rules() {
        return new Rules(content, Timestamps.PER_KEY, Schedule.TOGETHER, 1);
    }
}
