package sosad.node.main;

import static sosad.model.ArgumentCheck.refuseIf;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import sosad.message.Launch.RecordTo;

/** The options for the record of a node's live time. */
final class RecordOptions {
    private static final int MEGABYTE = 1 << 20;
    private static final int MAX_MEGABYTES = 1 << 20;

    @Option(
            names = "--record",
            paramLabel = "DIR",
            description = "Record in this folder what the node takes in while it is live; the lab's command replay "
                    + "gives it to a fresh core and compares. Nodes may share a folder.")
    private Optional<Path> folder = Optional.empty();

    @Option(
            names = "--record-limit",
            paramLabel = "MB",
            description = "The most megabytes a record takes (default: 64); the oldest detail gives way to states.")
    private Optional<Integer> limit = Optional.empty();

    /** @throws IllegalArgumentException if the options contradict each other, or the limit is none */
    Optional<RecordTo> record() {
        refuseIf(folder.isEmpty() && limit.isPresent(), "--record-limit is for --record DIR");
        int megabytes = limit.orElse((int) (RecordTo.USUAL_BYTES / MEGABYTE));
        refuseIf(
                megabytes < 1 || megabytes > MAX_MEGABYTES,
                "--record-limit is from 1 to %d, not %d",
                MAX_MEGABYTES,
                megabytes);
        return folder.map(place -> new RecordTo(place.toString(), (long) megabytes * MEGABYTE));
    }
}
