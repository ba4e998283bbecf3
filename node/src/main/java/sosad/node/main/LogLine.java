package sosad.node.main;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** One line an event: time, level, message. Never a stack trace; the message says what is needed. */
final class LogLine extends LayoutBase<ILoggingEvent> {
    @Override
    public String doLayout(ILoggingEvent event) {
        LocalTime time = LocalTime.ofInstant(Instant.ofEpochMilli(event.getTimeStamp()), ZoneId.systemDefault())
                .truncatedTo(ChronoUnit.MILLIS);
        return time + " " + event.getLevel() + " " + event.getFormattedMessage() + System.lineSeparator();
    }
}
