package sosad.app.check.consistency;

import static sosad.model.PlainFormat.format;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import sosad.app.load.Operation;
import sosad.model.NodeId;

/**
 * A read with which something is wrong.
 *
 * @param anomaly what is wrong with it
 * @param read the read
 * @param expected the version, or a newer one, that was expected instead; 0 if that is not known
 * @param writtenAt where that was written
 * @param acknowledgedNanos when that was acknowledged, since the beginning of the log; empty: not before the read
 * @param knowledge how it is known that the server held it, where that is what is wrong
 * @param knownNanos since when that is known
 */
public record Finding(
        Anomaly anomaly,
        Operation read,
        long expected,
        Optional<NodeId> writtenAt,
        OptionalLong acknowledgedNanos,
        Optional<Knowledge> knowledge,
        long knownNanos) {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MILLI = 1e6;

    public Finding {
        Objects.requireNonNull(anomaly);
        Objects.requireNonNull(read);
        Objects.requireNonNull(writtenAt);
        Objects.requireNonNull(acknowledgedNanos);
        Objects.requireNonNull(knowledge);
    }

    /** Returns how long before the read what was expected had been acknowledged; 0: it had not. */
    public long staleNanos() {
        return read.invokedNanos() - acknowledgedNanos.orElse(read.invokedNanos());
    }

    /** Such as {@code 15.204 s client 5 → B GET k118 → v41 v43 was acknowledged at A 8.1 ms before}. */
    public String words() {
        String request = format(
                "%.3f s  client %d → %s  GET %s → %s",
                read.invokedNanos() / NANOS_PER_SECOND,
                read.client(),
                read.server(),
                read.key(),
                read.version() == Operation.NOTHING
                        ? "nothing"
                        : read.version() == Operation.FOREIGN ? "a foreign value" : "v" + read.version());
        return expected == 0 ? request : request + "  " + expectation();
    }

    /** Such as {@code 1 version} or {@code 2 versions}. */
    static String versions(long number) {
        return format(number == 1 ? "%,d version" : "%,d versions", number);
    }

    private String expectation() {
        String version = "v" + expected;
        if (knowledge.isPresent()) {
            return format(
                    "%s: %s %.1f ms before",
                    version, knowledge.get().words(), (read.invokedNanos() - knownNanos) / NANOS_PER_MILLI);
        }
        String where = writtenAt.map(server -> " at " + server).orElse("");
        return acknowledgedNanos.isPresent()
                ? format("%s was acknowledged%s %.1f ms before", version, where, staleNanos() / NANOS_PER_MILLI)
                : version + " had been seen before";
    }
}
