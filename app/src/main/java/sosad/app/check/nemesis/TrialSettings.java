package sosad.app.check.nemesis;

import static sosad.model.ArgumentCheck.refuseIf;
import static sosad.model.PlainFormat.format;

import java.time.Duration;
import sosad.app.check.ClusterSettings;
import sosad.app.fault.plan.Members;
import sosad.message.Launch.StoreKind;
import sosad.protocol.Rules;
import sosad.protocol.Rules.Content;

/**
 * Under what a cluster is tried.
 *
 * @param nodes how many nodes, called A, B and so on; 1 to {@value ClusterSettings#MAX_NODES}
 * @param gateways how many gateways before them, called G1, G2 and so on; 0 to {@value ClusterSettings#MAX_GATEWAYS}
 * @param store where the nodes keep what they hold
 * @param content what a sync contains
 * @param writesPerSecond of all clients together; 1 to {@value #MAX_WRITES}
 * @param duration for how long the plan runs; a tenth of a second to an hour
 * @param seed decides what the plan and the links leave to chance
 */
public record TrialSettings(
        int nodes, int gateways, StoreKind store, Content content, int writesPerSecond, Duration duration, long seed) {
    /** The most writes per second. */
    public static final int MAX_WRITES = 2_000;

    /** The shortest trial. */
    public static final Duration MIN_DURATION = Duration.ofMillis(100);

    /** The longest trial. */
    public static final Duration MAX_DURATION = Duration.ofHours(1);

    /** @throws IllegalArgumentException naming what is out of range */
    public TrialSettings {
        new ClusterSettings(nodes, gateways, store, content);
        refuseIf(
                writesPerSecond < 1 || writesPerSecond > MAX_WRITES,
                "%,d writes per second; there must be 1 to %,d",
                writesPerSecond,
                MAX_WRITES);
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

    /** The same with another seed. */
    TrialSettings withSeed(long newSeed) {
        return new TrialSettings(nodes, gateways, store, content, writesPerSecond, duration, newSeed);
    }

    /** Returns the cluster that is started. */
    ClusterSettings cluster() {
        return new ClusterSettings(nodes, gateways, store, content);
    }

    /** The same for another while. */
    TrialSettings withDuration(Duration other) {
        return new TrialSettings(nodes, gateways, store, content, writesPerSecond, other, seed);
    }

    /** Returns the members that faults can happen to. */
    public Members members() {
        return cluster().members();
    }

    /** Returns the rules that the nodes run under. */
    Rules rules() {
        return cluster().rules();
    }
}
