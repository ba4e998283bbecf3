package sosad.node.main;

import picocli.CommandLine.Option;
import sosad.protocol.EnumNames;

/** The options for the log. */
final class LogOptions {
    /** The levels, from the fewest words to the most. */
    enum Level {
        ERROR,
        WARN,
        INFO,
        DEBUG
    }

    @Option(
            names = "--log-level",
            defaultValue = "info",
            paramLabel = "LEVEL",
            description =
                    "How much to log on standard error, one line per event: error, warn, info (default) or debug.")
    private Level level;

    /** To be called before anything is logged. */
    void apply() {
        System.setProperty(LogSetup.LEVEL_PROPERTY, EnumNames.of(level));
    }
}
