package sosad.node.boot;

import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sosad.message.Address;
import sosad.message.Disk;
import sosad.message.Launch;
import sosad.message.Report;
import sosad.message.Sent;
import sosad.model.NodeId;
import sosad.node.client.ClientPort;
import sosad.node.client.ClientSettings;
import sosad.node.control.ControlConnection;
import sosad.node.drive.Alarm;
import sosad.node.drive.Drive;
import sosad.node.drive.Journal;
import sosad.node.drive.NodeClock;
import sosad.node.drive.NodeFacts;
import sosad.node.drive.ReplicaFacts;
import sosad.node.peer.PeerLinks;
import sosad.node.peer.PeerPort;
import sosad.node.store.DiskSettings;
import sosad.node.store.DiskStore;
import sosad.node.store.StoreException;
import sosad.protocol.Replica;
import sosad.protocol.Saved;
import sosad.wire.WireSizing;

/** Puts a node together, lets it run, and takes it apart again. One event loop thread does all its work. */
final class NodeProcess {
    private static final Logger LOG = LoggerFactory.getLogger(NodeProcess.class);

    private final Launch launch;
    private final ClientSettings clientSettings;
    private final CountDownLatch ended = new CountDownLatch(1);
    private Optional<PeerLinks> links = Optional.empty();
    private Journal journal = Journal.NONE;
    private final AtomicInteger exit = new AtomicInteger();

    NodeProcess(Launch launch, ClientSettings clientSettings) {
        this.launch = launch;
        this.clientSettings = clientSettings;
    }

    /** Runs until the node is told to stop, or fails; gives the exit code. */
    int run() {
        EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        try {
            start(loop);
            ended.await();
        } catch (StartException e) {
            end(2, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            links.ifPresent(open -> loop.submit(open::close));
            loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
            journal.close();
        }
        return exit.get();
    }

    private void start(EventLoopGroup loop) throws StartException {
        Saved saved = saved(loop);
        Replica replica = new Replica(launch.id(), launch.peers().keySet(), launch.rules(), saved, new WireSizing());
        NodeClock clock = new NodeClock(launch.rules().startTime(), System::currentTimeMillis);
        PeerLinks peerLinks = new PeerLinks(loop, launch.id(), resolved(launch.peers()), launch.secret());
        links = Optional.of(peerLinks);
        Drive drive = new Drive(replica, clock, peerLinks, journal, alarm(loop), launch.reads(), launch.firstMessage());
        int peerPort = bound(
                "peer",
                launch.ports().peer(),
                PeerPort.bind(loop, here(launch.ports().peer()), drive, launch.secret()));
        int clientPort = clients(loop, drive, new ReplicaFacts(replica, clock, drive.traffic(), peerPort));
        if (launch.control().isPresent()) {
            control(loop, resolved(launch.control().get()), drive, clientPort, peerPort);
        }
        launch.live().ifPresent(live -> loop.execute(() -> drive.goLive(live)));
        LOG.info("{} is up: clients at port {}, peers at port {}", launch.id(), clientPort, peerPort);
    }

    /** What the node begins with; from then on its changes go to the journal. */
    private Saved saved(EventLoopGroup loop) throws StartException {
        if (launch.disk().isEmpty()) {
            return Saved.nothing(launch.storeId());
        }
        Disk disk = launch.disk().get();
        try {
            DiskStore store = DiskStore.open(
                    new DiskSettings(Path.of(disk.folder()), disk.fsync(), disk.wipe(), launch.id()),
                    launch::storeId,
                    loop,
                    reason -> end(1, reason));
            journal = store.journal();
            LOG.info(
                    "{} holds {} entries from {}",
                    launch.id(),
                    store.saved().entries().size(),
                    disk.folder());
            return store.saved();
        } catch (StoreException e) {
            throw new StartException(e.getMessage());
        }
    }

    private static Alarm alarm(EventLoopGroup loop) {
        return (millis, then) -> {
            Future<?> ringing = loop.schedule(then, millis, TimeUnit.MILLISECONDS);
            return () -> ringing.cancel(false);
        };
    }

    private int clients(EventLoopGroup loop, Drive drive, NodeFacts facts) throws StartException {
        int port = launch.ports().client();
        try {
            return ClientPort.bind(loop, here(port), drive, facts, clientSettings)
                    .join()
                    .address()
                    .getPort();
        } catch (CompletionException e) {
            throw cannotBind("client", port, e.getCause());
        }
    }

    private static StartException cannotBind(String name, int port, Throwable cause) {
        return new StartException("%s port %d cannot be used: %s".formatted(name, port, cause.getMessage()));
    }

    private void control(EventLoopGroup loop, InetSocketAddress app, Drive drive, int clientPort, int peerPort)
            throws StartException {
        ChannelFuture opening = ControlConnection.open(
                        loop,
                        app,
                        drive,
                        seq -> ready(seq, launch.rejoin() ? drive.hello() : List.of(), clientPort, peerPort),
                        () -> end(0, "told to stop"))
                .awaitUninterruptibly();
        if (!opening.isSuccess()) {
            throw new StartException("the app at %s cannot be reached: %s"
                    .formatted(app, opening.cause().getMessage()));
        }
        if (launch.parent()) {
            opening.channel().closeFuture().addListener(gone -> end(0, "the app is gone"));
        }
    }

    private Report.Ready ready(long seq, List<Sent> hellos, int clientPort, int peerPort) {
        long pid = ProcessHandle.current().pid();
        return new Report.Ready(seq, launch.secret(), launch.id(), pid, clientPort, peerPort, hellos);
    }

    private static InetSocketAddress resolved(Address address) {
        return new InetSocketAddress(address.host(), address.port());
    }

    private static Map<NodeId, InetSocketAddress> resolved(Map<NodeId, Address> addresses) {
        Map<NodeId, InetSocketAddress> resolved = new TreeMap<>();
        addresses.forEach((node, address) -> resolved.put(node, resolved(address)));
        return resolved;
    }

    private InetSocketAddress here(int port) {
        return new InetSocketAddress(launch.ports().bind(), port);
    }

    private static int bound(String name, int port, ChannelFuture binding) throws StartException {
        if (!binding.awaitUninterruptibly().isSuccess()) {
            throw cannotBind(name, port, binding.cause());
        }
        return ((InetSocketAddress) binding.channel().localAddress()).getPort();
    }

    private void end(int code, String reason) {
        if (ended.getCount() > 0) {
            exit.set(code);
            if (code == 0) {
                LOG.info("{} ends: {}", launch.id(), reason);
            } else {
                LOG.error("{} ends: {}", launch.id(), reason);
            }
            ended.countDown();
        }
    }
}
