package sosad.app.cluster;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongFunction;
import sosad.app.client.Loopback;
import sosad.app.client.RespClient;
import sosad.app.client.RespReply;
import sosad.app.client.RespRequest;
import sosad.app.process.MemberProcess;
import sosad.app.process.NodeException;
import sosad.message.Command;
import sosad.message.Report;
import sosad.message.RowOf;
import sosad.message.Sent;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.protocol.ReadMode;
import sosad.protocol.Saved;
import sosad.protocol.SavedPeer;

/** One start of a node: its process, its connections, and what is known of its state. */
final class RunningNode {
    private final NodeId id;
    private final String secret;
    private final MemberProcess process;
    private final ControlLink control;
    private final Mirror mirror;
    private final boolean comesBack;
    private final Cluster.Listener listener;
    private final Patience patience;
    private Report.Ready ready;
    private RespClient client;
    private final Map<Long, Reader> readers = new TreeMap<>();
    private boolean hasFailed;
    private Optional<String> silence = Optional.empty();
    private String gateway = "";
    private Optional<Report.Wrote> writeThroughGateway = Optional.empty();

    /** @param comesBack whether it may begin with what a store on disk holds */
    RunningNode(
            NodeId id,
            String secret,
            MemberProcess process,
            ControlLink control,
            Mirror mirror,
            boolean comesBack,
            Cluster.Listener listener,
            Patience patience) {
        this.id = id;
        this.secret = secret;
        this.process = process;
        this.control = control;
        this.mirror = mirror;
        this.comesBack = comesBack;
        this.listener = listener;
        this.patience = patience;
    }

    /** Waits until the node is up and connects to it as a client. */
    Report.Ready awaitReady() {
        ready = await(control.ready(), patience.start(), "has not come up");
        try {
            client = new RespClient(Loopback.at(ready.clientPort()), patience.answer());
        } catch (IOException e) {
            throw new NodeException(
                    id,
                    String.format(Locale.ROOT, "takes no client at port %d: %s", ready.clientPort(), e.getMessage()));
        }
        if (comesBack) {
            readAgain();
        }
        return ready;
    }

    /** Whether it was waited for and is up. */
    boolean isUp() {
        return client != null;
    }

    NodeId id() {
        return id;
    }

    int clientPort() {
        if (ready == null) {
            throw new NodeException(id, "is not up yet");
        }
        return ready.clientPort();
    }

    int peerPort() {
        return ready.peerPort();
    }

    String secret() {
        return secret;
    }

    MemberProcess process() {
        return process;
    }

    ControlLink control() {
        return control;
    }

    /** Waits for what the node must report, after which all that it has reported is known. */
    private <T> T await(CompletableFuture<T> report, String missing) {
        T came = await(report, patience.answer(), missing);
        takeNote();
        return came;
    }

    private <T> T await(CompletableFuture<T> report, Duration limit, String missing) {
        try {
            T came = Deadline.await(
                    report, limit, () -> silent(String.format(Locale.ROOT, "%s for %d s", missing, limit.toSeconds())));
            silence = Optional.empty();
            return came;
        } catch (NodeException e) {
            hasFailed = true;
            throw e;
        }
    }

    /** It has not answered in time. */
    private NodeException silent(String what) {
        hasFailed = true;
        silence = Optional.of(what);
        return new NodeException(id, "%s; its last line: %s".formatted(what, process.lastLine()));
    }

    /** Why nothing is to be expected of it any more although its process runs; empty as long as it answers. */
    Optional<String> silence() {
        return silence.or(() -> control.isClosed() ? Optional.of("has closed its control connection") : silence);
    }

    /** Whether nothing is to be expected of it any more. */
    boolean isLost() {
        return process.ended().isDone() || silence().isPresent();
    }

    /** Whether it is up, answers as far as is known, and can be left to another start. */
    boolean isSound() {
        return isUp() && !hasFailed && !process.isPaused() && !process.ended().isDone();
    }

    /** Carries out a command; gives the messages it caused. */
    List<Sent> tell(LongFunction<Command> command) {
        return awaitDone(control.send(command));
    }

    /**
     * Gives an order, which is in force from when it is sent. The answer is waited for only so long: who is busy with
     * its disk answers late, and who ends because of the order answers never.
     *
     * @throws NodeException if the order cannot be sent, or is refused
     */
    void order(LongFunction<Command> command, Duration atMost) {
        CompletableFuture<Report.Reply> reply = control.send(command);
        if (reply.isCompletedExceptionally()) {
            awaitDone(reply); // it has ended before
        }
        try {
            if (reply.get(atMost.toMillis(), TimeUnit.MILLISECONDS) instanceof Report.Failed failed) {
                throw new NodeException(id, "refuses: " + failed.reason());
            }
        } catch (TimeoutException | ExecutionException e) {
            // What it was told it was told.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until a command is carried out; gives the messages it caused. */
    List<Sent> awaitDone(CompletableFuture<Report.Reply> command) {
        Report.Reply reply = await(command, "has not answered");
        if (reply instanceof Report.Done done) {
            return done.sent();
        }
        if (reply instanceof Report.Failed failed) {
            throw new NodeException(id, "refuses: " + failed.reason());
        }
        throw new NodeException(id, "answers with something else than was asked");
    }

    /** Sends a client's request; afterwards its effects are known. */
    RespReply request(RespRequest request) {
        RespReply reply;
        try {
            reply = client.request(request);
        } catch (SocketTimeoutException e) {
            throw silent(String.format(
                    Locale.ROOT,
                    "has not answered a client for %d s",
                    patience.answer().toSeconds()));
        } catch (IOException e) {
            if (process.ended().isDone()) {
                throw new NodeException(id, process.ended().join());
            }
            throw silent("has not answered a client: " + e.getMessage());
        }
        return reply;
    }

    /** Completes when the node reports the next write of this app's own client. */
    CompletableFuture<Report.Wrote> ownWrite() {
        return control.writing(client.localAddress());
    }

    /** Waits for the report of a write that was answered. */
    Report.Wrote awaitWrite(CompletableFuture<Report.Wrote> written) {
        return await(written, "has answered a write but not reported it");
    }

    /**
     * What this app has just written at this node through a gateway.
     *
     * @param address the gateway's address as the node sees it
     */
    Optional<Report.Wrote> writeBy(String address) {
        gateway = address;
        writeThroughGateway = Optional.empty();
        await(
                control.send(number -> new Command.Read(number, 0, 0)),
                "has not answered"); // answered after the report of the write
        gateway = "";
        return writeThroughGateway;
    }

    /** Waits until the node has received the message that {@code delivery} stands for. */
    Report.Received awaitDelivery(long message, CompletableFuture<Report.Received> delivery) {
        return await(delivery, String.format(Locale.ROOT, "has not reported message %d as received", message));
    }

    /** Waits until the node has refused the message that {@code refusal} stands for. */
    void awaitRefusal(long message, CompletableFuture<Report.Refused> refusal) {
        await(refusal, String.format(Locale.ROOT, "has not reported the corrupt message %d as refused", message));
    }

    /** Waits until the node has dealt with the question, answer or repair that {@code hearing} stands for. */
    Report.Heard awaitHearing(long message, CompletableFuture<Report.Heard> hearing) {
        return await(hearing, String.format(Locale.ROOT, "has not reported message %d as heard", message));
    }

    /** A client of its own begins a read; it waits until {@link #outcome} is asked for. */
    Report.Asked beginRead(Key key, ReadMode mode) {
        long began = System.nanoTime();
        try {
            RespClient reader = new RespClient(Loopback.at(ready.clientPort()), patience.answer());
            CompletableFuture<Report.Asked> asking = control.asking(reader.localAddress());
            reader.send(RespRequest.read(key, mode));
            Report.Asked asked = await(asking, patience.answer(), "has not begun a read of " + key);
            readers.put(asked.read(), new Reader(reader, began));
            return asked;
        } catch (IOException e) {
            throw new NodeException(id, "takes no reader: " + e.getMessage());
        }
    }

    /** What the client gets whose read is over. */
    Cluster.Read outcome(long read) {
        Reader reader = readers.remove(read);
        try (RespClient connection = reader.connection()) {
            RespReply reply = connection.reply();
            long micros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - reader.beganNanos());
            Optional<String> failure = reply.isError() ? Optional.of(reply.text()) : Optional.empty();
            return new Cluster.Read(reply.value(), failure, micros, id);
        } catch (IOException e) {
            throw new NodeException(id, "has not answered a reader: " + e.getMessage());
        }
    }

    /** Brings the mirror up to date with all events that have come in. */
    void takeNote() {
        for (Report.Event event = control.nextEvent(); event != null; event = control.nextEvent()) {
            if (event instanceof Report.Received received) {
                mirror.received(received);
                received.applied().forEach(this::tellTaken);
            } else if (event instanceof Report.Wrote wrote) {
                mirror.wrote(wrote);
                if (!wrote.lost()) {
                    tellTaken(wrote.entry());
                }
                if (wrote.client().equals(gateway)) {
                    writeThroughGateway = Optional.of(wrote);
                } else if (client == null || !wrote.client().equals(client.localAddress())) {
                    listener.outsideWrite(id, wrote.entry(), wrote.lost());
                }
            } else if (event instanceof Report.Heard heard) {
                mirror.heard(heard);
                heard.applied().ifPresent(this::tellTaken);
            } else if (event instanceof Report.Refused refused) {
                listener.refused(id, refused.reason());
            } else if (event instanceof Report.Gap) {
                readAgain();
                mirror.entries().forEach(this::tellTaken);
            }
        }
    }

    private void tellTaken(Entry entry) {
        listener.took(id, entry);
    }

    /** Asks it for nothing but an answer; gives what waits for that, and fails if none comes. */
    Runnable ask() {
        CompletableFuture<Report.Reply> answer = control.send(number -> new Command.Read(number, 0, 0));
        return () -> await(answer, "has not answered");
    }

    /** What its clock shows; afterwards all that it has reported is known. */
    long clock() {
        return ((Report.Page) await(control.send(number -> new Command.Read(number, 0, 0)), "has not answered")).time();
    }

    /** Asks for all that its core holds. */
    CoreState read() {
        takeNote();
        Report.Page last = readAgain();
        Map<NodeId, SavedPeer> peers = new TreeMap<>();
        last.rows().forEach(row -> peers.put(row.peer(), new SavedPeer(row.row(), row.store())));
        return new CoreState(
                new Saved(last.store(), last.sequence(), mirror.entries(), peers),
                last.rows().stream().mapToInt(RowOf::owedPushes).sum());
    }

    /** Asks for the whole state, page by page; gives the last page. */
    private Report.Page readAgain() {
        List<Entry> all = new ArrayList<>();
        Report.Page page;
        do {
            int offset = all.size();
            page = (Report.Page) await(
                    control.send(number -> new Command.Read(number, offset, Command.Read.MAX_PAGE)),
                    patience.answer(),
                    "has not shown its state");
            all.addAll(page.entries());
        } while (all.size() < page.total() && !page.entries().isEmpty());
        mirror.restart(page.rows());
        all.forEach(mirror::take);
        return page;
    }

    /** A client whose read is not over, or not asked for. */
    private record Reader(RespClient connection, long beganNanos) {}

    NodeTables tables() {
        return new NodeTables(ready.pid(), ready.clientPort(), mirror.rows(), mirror.entries());
    }

    /** Kills the process and closes what leads to it. */
    void kill() {
        process.kill();
        close();
    }

    /** Closes what leads to the process. */
    void close() {
        control.close();
        try {
            for (Reader reader : readers.values()) {
                reader.connection().close();
            }
            if (client != null) {
                client.close();
            }
        } catch (IOException e) {
            throw new NodeException(id, "cannot be disconnected: " + e.getMessage());
        }
    }
}
