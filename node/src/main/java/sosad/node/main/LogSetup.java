package sosad.node.main;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.LayoutBase;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Sets logging up in code, which starts faster than a file: one line an event on standard error. The system property
 * {@value #LEVEL_PROPERTY} sets the level, {@code warn} by default.
 */
public final class LogSetup extends ContextAwareBase implements Configurator {
    /** Names the level: {@code error}, {@code warn}, {@code info}, {@code debug}. */
    public static final String LEVEL_PROPERTY = "sosad.log";

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(context);
        encoder.setLayout(new LineLayout());
        encoder.start();
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context);
        appender.setTarget("System.err");
        appender.setEncoder(encoder);
        appender.start();
        var root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.toLevel(System.getProperty(LEVEL_PROPERTY), Level.WARN));
        root.addAppender(appender);
        context.getLogger("io.netty").setLevel(Level.WARN);
        // It complains where there is no network card, though nobody uses what it looks for.
        context.getLogger("io.netty.util.NetUtilInitializations").setLevel(Level.ERROR);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /** One line an event: time, level, message. Never a stack trace; the message says what is needed. */
    static final class LineLayout extends LayoutBase<ILoggingEvent> {
        @Override
        public String doLayout(ILoggingEvent event) {
            LocalTime time = LocalTime.ofInstant(Instant.ofEpochMilli(event.getTimeStamp()), ZoneId.systemDefault())
                    .truncatedTo(ChronoUnit.MILLIS);
            return time + " " + event.getLevel() + " " + event.getFormattedMessage() + System.lineSeparator();
        }
    }
}
