package sosad.node.control;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import sosad.message.InquiryMessage;
import sosad.message.PeerMessage;
import sosad.message.Report;
import sosad.message.Sent;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.node.drive.Settling;
import sosad.node.drive.Watcher;
import sosad.protocol.ReadMode;
import sosad.protocol.Received;
import sosad.protocol.Written;
import sosad.wire.ControlCodec;

/**
 * Numbers the reports and sends them. When the app reads too slowly events are left out and counted; once there is room
 * again a {@link Report.Gap} says so.
 */
final class Reporter implements Watcher {
    private static final ByteBuf LINE_END =
            Unpooled.unreleasableBuffer(Unpooled.directBuffer(1).writeByte('\n').asReadOnly());

    private final Channel channel;
    private final Settling settling;
    private long lastSeq;
    private long missed;

    /** @param settling before what a report tells of is durable it does not leave */
    Reporter(Channel channel, Settling settling) {
        this.channel = channel;
        this.settling = settling;
    }

    @Override
    public void wrote(String client, Written written) {
        event(seq -> new Report.Wrote(seq, client, written.entry(), written.lost()));
    }

    @Override
    public void received(PeerMessage message, Received received) {
        event(seq -> new Report.Received(
                seq, message.update().from(), message.id(), received.standing(), received.applied(), received.row()));
    }

    @Override
    public void asked(String client, Key key, ReadMode mode, long read, List<Sent> sent) {
        event(seq -> new Report.Asked(seq, client, key, mode, read, sent));
    }

    @Override
    public void heard(InquiryMessage message, Optional<Entry> applied, List<Sent> sent, Optional<Long> ended) {
        event(seq -> new Report.Heard(seq, message.inquiry().from(), message.id(), applied, sent, ended));
    }

    @Override
    public void refused(String reason) {
        event(seq -> new Report.Refused(seq, reason));
    }

    /** Sends a report that must not be left out. */
    void report(LongFunction<Report> report) {
        send(report);
    }

    private void event(LongFunction<Report> event) {
        if (!channel.isWritable()) {
            missed++;
            return;
        }
        sayWhatWasMissed();
        send(event);
    }

    /** To be called when the channel may have become writable again. */
    void sayWhatWasMissed() {
        if (missed > 0 && channel.isWritable()) {
            long count = missed;
            missed = 0;
            send(seq -> new Report.Gap(seq, count));
        }
    }

    private void send(LongFunction<Report> report) {
        byte[] line = ControlCodec.encode(report.apply(++lastSeq));
        settling.whenSettled(() -> {
            channel.write(Unpooled.wrappedBuffer(line));
            channel.writeAndFlush(LINE_END.duplicate());
        });
    }
}
