package sosad.node.main;

import static sosad.model.ArgumentCheck.refuseIf;

import picocli.CommandLine.Option;
import sosad.model.Limits;
import sosad.wire.WireLimits;

/** The options for the lengths of keys and values. */
final class LimitOptions {
    @Option(
            names = "--max-key",
            defaultValue = "128",
            paramLabel = "CHARACTERS",
            description = "The longest key (default: 128).")
    private int maxKey;

    @Option(
            names = "--max-value",
            defaultValue = "65536",
            paramLabel = "BYTES",
            description = "The longest value (default: 65536).")
    private int maxValue;

    /** @throws IllegalArgumentException if one of them is out of range */
    Limits limits() {
        refuseIf(
                maxKey < 1 || maxKey > 1_024 || maxValue < 0 || maxValue > WireLimits.VALUE_BYTES,
                "--max-key is from 1 to 1024 and --max-value from 0 to %d",
                WireLimits.VALUE_BYTES);
        return new Limits(maxKey, maxValue);
    }
}
