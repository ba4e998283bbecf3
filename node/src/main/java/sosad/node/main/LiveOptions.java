package sosad.node.main;

import static sosad.model.ArgumentCheck.refuseIf;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import sosad.message.Live;
import sosad.message.Live.ClockKind;

/** The options about the clock and the timers of a node. */
final class LiveOptions {
    private static final List<String> TIMED =
            List.of("--clock", "--clock-origin", "--skew", "--push-interval", "--sync-interval", "--read-timeout");

    @Option(
            names = "--manual",
            description = "The node does nothing by itself; control programs set its clock and make it send messages.")
    private boolean manual;

    @Option(
            names = "--clock",
            defaultValue = "hybrid",
            description = "The clock that timestamps writes: hybrid (default; never behind what the node has seen) "
                    + "or wall.")
    private ClockKind clock;

    @Option(
            names = "--clock-origin",
            defaultValue = "0",
            paramLabel = "MILLIS",
            description =
                    "What the clock counts from, in milliseconds since 1970; the same at every node, and at most an hour "
                            + "later than now (default: 0).")
    private long originMillis;

    @Option(
            names = "--skew",
            defaultValue = "0",
            paramLabel = "MILLIS",
            description =
                    "How far the clock runs ahead; negative: behind; at most an hour, 3600000, either way (default: 0).")
    private long skewMillis;

    @Option(
            names = "--push-interval",
            defaultValue = "20",
            paramLabel = "MILLIS",
            description = "How long writes are collected before they are pushed (default: 20).")
    private int pushMillis;

    @Option(
            names = "--sync-interval",
            defaultValue = "1000",
            paramLabel = "MILLIS",
            description = "How often a peer gets a sync (default: 1000).")
    private int syncMillis;

    @Option(
            names = "--read-timeout",
            defaultValue = "500",
            paramLabel = "MILLIS",
            description = "How long a read waits for peers' answers (default: 500).")
    private int readMillis;

    /**
     * Returns how the node runs by its own clock, if it is to.
     *
     * @throws IllegalArgumentException if a time is out of range, or one is given to a node without timers
     */
    Optional<Live> live(CommandSpec command) {
        if (manual) {
            TIMED.stream()
                    .filter(command.commandLine().getParseResult()::hasMatchedOption)
                    .findFirst()
                    .ifPresent(name -> {
                        throw new IllegalArgumentException(
                                "--manual and %s contradict each other: a manual node does nothing by itself"
                                        .formatted(name));
                    });
        }
        Live live = new Live(clock, originMillis, skewMillis, pushMillis, syncMillis, readMillis);
        checkOrigin();
        return manual ? Optional.empty() : Optional.of(live);
    }

    /** A clock that begins to count far in the future would have its node's writes lose to everybody's until then. */
    private void checkOrigin() {
        long aheadMillis = originMillis - System.currentTimeMillis();
        refuseIf(
                aheadMillis > Live.MAX_MILLIS,
                "--clock-origin %d is %d s later than this machine's clock; at most an hour is allowed",
                originMillis,
                aheadMillis / 1_000);
    }
}
