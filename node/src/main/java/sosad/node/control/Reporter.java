package sosad.node.control;

import io.netty.channel.Channel;
import java.util.List;
import java.util.Optional;
import sosad.message.InquiryMessage;
import sosad.message.PeerMessage;
import sosad.message.Report;
import sosad.message.Report.Sent;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.node.host.Durability;
import sosad.node.host.NodeHost.NodeWatcher;
import sosad.protocol.Reads.ReadMode;
import sosad.protocol.Received;
import sosad.protocol.Written;

/** Reports what happens at a node. */
final class Reporter extends ReportStream implements NodeWatcher {
    /** @param durability holds a report back until its content is durable */
    Reporter(Channel channel, Durability durability) {
        super(channel, durability);
    }

    @Override
    public void wrote(String client, Written written) {
        event(seq -> new Report.Wrote(seq, client, written.entry(), written.lost()));
    }

    @Override
    public void received(PeerMessage message, Received received) {
        event(seq -> new Report.Received(
                seq, message.update().from(), message.id(), received.status(), received.applied(), received.row()));
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
}
