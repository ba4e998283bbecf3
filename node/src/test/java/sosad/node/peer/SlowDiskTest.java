package sosad.node.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sosad.message.DiskFault;
import sosad.message.Launch.Fsync;
import sosad.message.PeerMessage;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.model.Version;
import sosad.node.host.Hosts;
import sosad.node.host.Links;
import sosad.node.host.NodeHost;
import sosad.node.net.RefusalLog;
import sosad.node.store.DiskSettings;
import sosad.node.store.DiskStore;
import sosad.protocol.Replica;
import sosad.protocol.Rules;
import sosad.protocol.Sizing;
import sosad.protocol.Update;
import sosad.protocol.Update.Kind;
import sosad.wire.PeerCodec;

/** A peer that sends faster than the disk of the node takes it. */
@Timeout(60)
class SlowDiskTest {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");
    private static final DiskFault SLOW = new DiskFault(DiskFault.MAX_DELAY_MILLIS, DiskFault.State.WORKS);
    private static final int MAX_MESSAGES = 200;

    @TempDir
    private Path folder;

    private final BlockingQueue<Runnable> loop = new LinkedBlockingQueue<>();
    private DiskStore store;
    private NodeHost host;
    private EmbeddedChannel channel;

    @BeforeEach
    void open() throws Exception {
        store = DiskStore.open(new DiskSettings(folder, Fsync.ALWAYS, false, B, false), () -> 1, loop::add, reason -> {
            throw new AssertionError(reason);
        });
        Replica replica = new Replica(B, Set.of(A), Rules.DOCUMENT, store.saved(), Sizing.UNLIMITED);
        host = Hosts.of(replica, store.journal(), message -> {});
        channel = new EmbeddedChannel();
        FrameDecoder.addTo(channel.pipeline());
        RefusalLog refusals = new RefusalLog("peer", channel.eventLoop().ticker());
        Links links = new Links(host.replica().peers());
        channel.pipeline().addLast(new PeerReceiver(host, links, new Callers(links), "secret", refusals));
        channel.pipeline().fireChannelActive();
        channel.writeInbound(
                Unpooled.wrappedBuffer(PeerCodec.greeting(A, B, "secret").bytes()));
    }

    @AfterEach
    void close() {
        store.journal().close();
        channel.close();
    }

    /** A message with an entry of a megabyte, of which each has a key of its own. */
    private static byte[] message(int number) {
        Entry change = new Entry(
                new Key("k" + number), Optional.of(Value.of("x".repeat(1 << 20))), new Version(2, A, 1, number));
        return PeerCodec.encode(new PeerMessage(
                        number, new Update(A, B, Kind.PUSH, 1, 1, 1, OptionalLong.empty(), List.of(change), List.of())))
                .bytes();
    }

    private boolean isRead() {
        return channel.config().isAutoRead();
    }

    @Test
    void whatPeersSendWaitsWhileTheDiskIsFarBehindAndIsReadOnceItHasCaughtUp() throws Exception {
        host.setDisk(SLOW);
        int sent = 0;
        while (isRead() && sent < MAX_MESSAGES) {
            channel.writeInbound(Unpooled.wrappedBuffer(message(++sent)));
            runQueued();
        }
        assertThat(sent).as("about 32 MiB").isBetween(30, 35);
        assertThat(host.isBehind()).isTrue();

        host.setDisk(DiskFault.NONE);
        while (!isRead()) {
            loop.take().run();
        }
        assertThat(host.isBehind()).isFalse();
        assertThat(host.size()).isEqualTo(sent);
    }

    private void runQueued() {
        for (Runnable task = loop.poll(); task != null; task = loop.poll()) {
            task.run();
        }
    }
}
