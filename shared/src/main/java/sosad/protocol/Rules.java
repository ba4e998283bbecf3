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
                "a start time of %d; it must be from -%2$d to %2$d",
                startTime,
                Version.LATEST);
        refuseIf(
                content == Content.PER_KEY && timestamps != Timestamps.PER_KEY,
                "content per-key contradicts timestamps %s: versions would differ from node to node",
                EnumNames.of(timestamps));
    }

    /** The content of a sync from S to D (section "What a sync contains" of {@code docs/protocol.md}). */
    public enum Content {
        /** Every entry whose timestamp is at least what S has last heard from D: the document's rule. */
        REMOTE_NOW,
        /** Every entry whose timestamp is at least S's {@code D-prev}: the document's other wording. */
        REMOTE_PREV,
        /** Every entry, every time. */
        FULL,
        /** Exactly the entries that D is not known to hold: the document's optimization 2. */
        PER_KEY
    }

    /** The timestamps that changes carry (the document's optimization 1). */
    public enum Timestamps {
        /** Every change carries its own timestamp. */
        PER_KEY,
        /** The message carries one timestamp, the newest of its changes. */
        NEWEST,
        /** The message carries one timestamp, the average of its changes, rounded down. */
        AVERAGE
    }

    /** The destination of a sync that names none (the document's optimization 3). */
    public enum Schedule {
        /** To all peers. */
        TOGETHER,
        /** To one peer, the next in alphabetical order after the last one. */
        ROLLING
    }
}
