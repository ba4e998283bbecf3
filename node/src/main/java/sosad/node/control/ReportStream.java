package sosad.node.control;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import java.util.function.LongFunction;
import sosad.message.Report;
import sosad.node.host.Durability;
import sosad.wire.ControlCodec;

/**
 * Numbers the reports and sends them. When the app reads too slowly events are left out and counted; once there is room
 * again a {@link Report.Gap} says so. Used by the channel's event loop alone.
 */
public class ReportStream {
    private static final ByteBuf LINE_END =
            Unpooled.unreleasableBuffer(Unpooled.directBuffer(1).writeByte('\n').asReadOnly());

    private final Channel channel;
    private final Durability durability;
    private long lastSeq;
    private long missed;

    /** @param durability holds a report back until its content is durable */
    public ReportStream(Channel channel, Durability durability) {
        this.channel = channel;
        this.durability = durability;
    }

    /** Sends a report that must not be left out. */
    public final void report(LongFunction<Report> report) {
        send(report);
    }

    /** Sends a report and then ends the connection. */
    final void last(LongFunction<Report> report) {
        send(report);
        durability.whenDurable(channel::close);
    }

    /** Sends an event, or counts it as missed. */
    public final void event(LongFunction<Report> event) {
        if (!channel.isWritable()) {
            missed++;
            return;
        }
        sayWhatWasMissed();
        send(event);
    }

    /** To be called when the channel may have become writable again. */
    final void sayWhatWasMissed() {
        if (missed > 0 && channel.isWritable()) {
            long count = missed;
            missed = 0;
            send(seq -> new Report.Gap(seq, count));
        }
    }

    private void send(LongFunction<Report> report) {
        byte[] line = ControlCodec.encode(report.apply(++lastSeq));
        durability.whenDurable(() -> {
            channel.write(Unpooled.wrappedBuffer(line));
            channel.writeAndFlush(LINE_END.duplicate());
        });
    }
}
