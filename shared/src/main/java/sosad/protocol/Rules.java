package sosad.protocol;

import static sosad.model.ArgumentCheck.refuseIf;

import java.util.Objects;
import sosad.model.Version;

/**
 * The switches a cluster runs under; every node has the same.
 *
 * @param content what a sync contains
 * @param timestamps whether changes carry their own timestamps
 * @param schedule where a sync without named destinations goes
 * @param startTime the time at which every row and every empty store begins
 */
public record Rules(Content content, Timestamps timestamps, Schedule schedule, long startTime) {
    /** The document's own rules: remote-now, a timestamp for each key, syncs to all, start at 1. */
    public static final Rules DOCUMENT = new Rules(Content.REMOTE_NOW, Timestamps.PER_KEY, Schedule.TOGETHER, 1);

    /** @throws IllegalArgumentException if the switches contradict each other, or no clock can show the start time */
    public Rules {
        Objects.requireNonNull(schedule);
        refuseIf(
                startTime < -Version.LATEST || startTime > Version.LATEST,
                "a start time of %d; possible are -%2$d to %2$d",
                startTime,
                Version.LATEST);
        refuseIf(
                content == Content.PER_KEY && timestamps != Timestamps.PER_KEY,
                "content per-key contradicts timestamps %s: versions would differ from node to node",
                EnumNames.of(timestamps));
    }
}
