package sosad.node.main;

import static sosad.model.PlainFormat.format;

import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.Promise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sosad.engine.Journal;
import sosad.message.Launch;
import sosad.message.Report.Sent;
import sosad.node.client.ClientSettings;
import sosad.node.host.Links;
import sosad.node.host.NodeHost;
import sosad.node.host.NodeJournal;
import sosad.node.host.PeerTraffic;
import sosad.node.host.Recording;
import sosad.node.net.HostLookup;
import sosad.node.net.Reason;
import sosad.node.net.StartLoop;
import sosad.node.peer.PeerLinks;
import sosad.node.record.LiveRecording;
import sosad.node.record.RecordThread;
import sosad.process.OpenFiles;
import sosad.protocol.Replica;
import sosad.wire.WireSizing;

/** Puts a node together, lets it run, and takes it apart again. One event loop thread does all its work. */
final class NodeProcess {
    private static final Logger LOG = LoggerFactory.getLogger(NodeProcess.class);

    /** The time that data handed to the links has to leave at the end. */
    private static final int LAST_WORDS_MILLIS = 1_000;

    /** The time that the event loop has for each of its last tasks, beyond the time of the task itself. */
    private static final int TURN_SECONDS = 5;

    /** The longest time for the end: clients, peers, disk, and the loop's turns. */
    private static final Duration MAX_FOR_THE_END = Duration.ofSeconds(30);

    /** Its own, this node's, and one more of each while they are renewed. */
    private static final int CONNECTIONS_OF_A_PEER = 4;

    /** A start is one of so many, which JSON's readers in other languages take, too. */
    private static final long MAX_STARTS = 1L << 53;

    /** Numbers of starts all have sixteen digits, so that the same run in steps sends the same number of bytes. */
    private static final long MIN_START = 1_000_000_000_000_000L;

    private final Launch launch;
    private final ClientSettings clientSettings;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final CountDownLatch gone = new CountDownLatch(1);
    private final AtomicInteger exit = new AtomicInteger(1); // unless the node ends in good order
    private volatile boolean isLetGo;
    private NodeJournal journal = NodeJournal.NONE;
    private Recording recording = Recording.NONE;
    private Optional<PeerLinks> links = Optional.empty();
    private NodeHost host;
    private Optional<NodePorts> ports = Optional.empty();

    NodeProcess(Launch launch, ClientSettings clientSettings) {
        this.launch = launch;
        this.clientSettings = clientSettings;
    }

    /** Runs until the node is told to stop, or fails; gives the exit code. */
    int run() {
        StartLoop own = new StartLoop();
        EventLoopGroup loop = own.group();
        // Before anybody can know that the node is there.
        OnSignal signal = OnSignal.end("node", MAX_FOR_THE_END, this::endBySignal);
        try {
            start(loop);
            ended.await();
            if (exit.get() == 0 && !isLetGo) {
                takeLeave(loop);
            }
        } catch (StartException e) {
            end(2, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            try {
                takeApart(own);
            } finally {
                gone.countDown();
                signal.ignore();
            }
        }
        return exit.get();
    }

    /** Returns whether it has ended, in good order, because the app closed the connection. */
    boolean isLetGo() {
        return isLetGo && exit.get() == 0;
    }

    private void start(EventLoopGroup loop) throws StartException {
        long start = ThreadLocalRandom.current().nextLong(MIN_START, MAX_STARTS);
        OpenStore store = OpenStore.of(launch, start, loop, reason -> end(1, reason));
        journal = store.journal();
        recording = recording(loop);
        Journal recorded = recording.around(journal);
        Replica replica = new Replica(
                launch.id(),
                launch.peers().keySet(),
                launch.rules(),
                store.saved(),
                recorded::number,
                new WireSizing());
        Links linkStates = new Links(launch.peers().keySet());
        PeerTraffic traffic = new PeerTraffic(launch.peers().keySet());
        PeerLinks outbox = new PeerLinks(
                loop.next(),
                launch.id(),
                launch.peers(),
                start,
                launch.secret(),
                new HostLookup(),
                linkStates,
                traffic);
        links = Optional.of(outbox);
        host = host(replica, loop, outbox, traffic);
        NodePorts opening = new NodePorts(loop, launch, clientsWithRoom(), host, linkStates);
        ports = Optional.of(opening);
        opening.openControl(() -> end(0, "stopped by command"));
        opening.openMetrics();
        List<Sent> hellos = launch.rejoin() || store.isBack() ? hellos(loop) : List.of();
        if (launch.control().isPresent()) {
            Channel app = opening.dial(launch.control().get(), hellos, () -> end(0, "stopped by command"));
            if (launch.parent()) {
                app.closeFuture().addListener(lost -> letGo());
            }
        }
        LOG.info(
                "{} is up: clients at port {}, peers at port {}",
                launch.id(),
                opening.clientPort(),
                opening.peerPort());
    }

    /** Fewer clients may come than the settings say where more files cannot be open, so that peers find room. */
    private ClientSettings clientsWithRoom() throws StartException {
        int wanted = clientSettings.mostConnections();
        int others = CONNECTIONS_OF_A_PEER * launch.peers().size();
        int room = OpenFiles.clients(wanted, others);
        if (room == wanted) {
            return clientSettings;
        }
        int own = OpenFiles.OWN + others;
        if (room < 1) {
            throw new StartException(format(
                    "it may have %d files open (ulimit -n), and with %d peers it needs %d, one more for each client",
                    room + own, launch.peers().size(), own));
        }
        LOG.warn(
                "{} may have {} files open (ulimit -n): no more than {} clients may connect at once, for {} it needs {}",
                launch.id(),
                room + own,
                room,
                wanted,
                wanted + own);
        return clientSettings.atMost(room);
    }

    /**
     * Returns what the ports are opened to; live already, for a write by the manual clock would lose to what is held.
     */
    private NodeHost host(Replica replica, EventLoopGroup loop, PeerLinks outbox, PeerTraffic traffic) {
        NodeHost made = new NodeHost(
                replica,
                System::currentTimeMillis,
                new LoopAlarm(loop.next()),
                outbox,
                journal,
                traffic,
                recording,
                launch.reads(),
                launch.firstMessage());
        launch.live()
                .ifPresent(live -> loop.submit(() -> made.engine().goLive(live)).syncUninterruptibly());
        return made;
    }

    /** Returns what records; where neither the launch nor a control program can say where to, nothing does. */
    private Recording recording(EventLoopGroup loop) throws StartException {
        if (launch.record().isEmpty()
                && launch.control().isEmpty()
                && launch.ports().control().isEmpty()) {
            return Recording.NONE;
        }
        if (launch.record().isPresent()) {
            make(Path.of(launch.record().get().folder()));
        }
        return new LiveRecording(launch.record(), RecordThread.Source.of(loop.next()), System::currentTimeMillis);
    }

    private static void make(Path folder) throws StartException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StartException("no record can be kept in %s: %s".formatted(folder, Reason.of(e)));
        }
    }

    private List<Sent> hellos(EventLoopGroup loop) {
        return loop.submit(() -> host.engine().hello()).syncUninterruptibly().getNow();
    }

    /** Answers what clients have asked, and gives the peers what they are owed. */
    private void takeLeave(EventLoopGroup loop) {
        ports.ifPresent(NodePorts::drain);
        Promise<Void> left = loop.next().newPromise();
        loop.execute(() -> {
            host.engine().pushBeforeTheEnd();
            links.orElseThrow().close().addListener(closed -> left.trySuccess(null));
        });
        left.awaitUninterruptibly(LAST_WORDS_MILLIS);
    }

    /** The journal comes before the loop: what waits for it lives there. */
    private void takeApart(StartLoop loop) {
        boolean isKept = loop.group()
                .submit(() -> {
                    links.ifPresent(PeerLinks::close); // or it would go on to connect while the loop ends
                    journal.close();
                    recording.close();
                })
                .awaitUninterruptibly(NodeJournal.CLOSE_SECONDS + TURN_SECONDS, TimeUnit.SECONDS);
        boolean isOver = loop.end(TURN_SECONDS);
        if (!isKept || !isOver) {
            end(1, "its event loop hangs and is abandoned");
        }
    }

    private int endBySignal() {
        if (gone.getCount() > 0) {
            end(0, "stopped by a signal");
        }
        try {
            gone.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return exit.get();
    }

    private synchronized void letGo() {
        if (ended.getCount() > 0) {
            isLetGo = true;
            exit.set(0);
            ended.countDown();
        }
    }

    /** The first reason to end is the one that counts, unless a worse one comes while the node ends. */
    private synchronized void end(int code, String reason) {
        if (ended.getCount() == 0 && code <= exit.get()) {
            return;
        }
        exit.set(code);
        if (code == 0) {
            LOG.info("{} ends: {}", launch.id(), reason);
        } else {
            LOG.error("{} ends: {}", launch.id(), reason);
        }
        ended.countDown();
    }

    /** The node cannot start. The message says why and is fit for the user. */
    static final class StartException extends Exception {
        StartException(String message) {
            super(message);
        }
    }
}
