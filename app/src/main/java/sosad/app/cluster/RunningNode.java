package sosad.app.cluster;

import static sosad.model.PlainFormat.format;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import sosad.app.client.RespClient;
import sosad.app.client.RespReply;
import sosad.app.client.RespRequest;
import sosad.app.process.MemberProcess;
import sosad.app.process.NodeException;
import sosad.message.Command;
import sosad.message.Report;
import sosad.message.Report.RowOf;
import sosad.message.Report.Sent;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.protocol.Reads.ReadMode;
import sosad.protocol.Row;
import sosad.protocol.Saved;
import sosad.protocol.SavedPeer;

/** One start of a node: its process, its connections, and what is known of its state. */
final class RunningNode extends Member {
    private final NodeView view;
    private final boolean comesBack;
    private final Consumer<ClusterEvent> listener;
    private final Map<Long, Reader> readers = new TreeMap<>();
    private String gateway = "";
    private Optional<Report.Wrote> writeThroughGateway = Optional.empty();

    /** @param comesBack whether it may begin with what a store on disk holds */
    RunningNode(
            NodeId id,
            String secret,
            MemberProcess process,
            ControlLink control,
            NodeView view,
            boolean comesBack,
            Consumer<ClusterEvent> listener,
            Timeouts timeouts) {
        super("node " + id, id, secret, process, control, timeouts);
        this.view = view;
        this.comesBack = comesBack;
        this.listener = listener;
    }

    /** Waits until the node is up and connects to it as a client. */
    Report.Ready awaitReady() {
        Report.Ready came = await(control().ready(), timeouts().start(), "has not come up");
        try {
            connect(came);
        } catch (IOException e) {
            throw new NodeException(id(), format("takes no client at port %d: %s", clientPort(), e.getMessage()));
        }
        if (comesBack) {
            readAgain();
        }
        return came;
    }

    /** Waits for a report that the node must send; then everything it has reported is known. */
    private <T> T await(CompletableFuture<T> report, String missing) {
        T came = await(report, timeouts().answer(), missing);
        takeNote();
        return came;
    }

    private <T> T await(CompletableFuture<T> report, Duration limit, String missing) {
        T came = await(report, limit, () -> format("%s for %d s", missing, limit.toSeconds()));
        endSilence();
        return came;
    }

    @Override
    boolean isLost() {
        return super.isLost() || silence().isPresent();
    }

    int peerPort() {
        return ready().peerPort();
    }

    /** Carries out a command; gives the messages it caused. */
    List<Sent> tell(LongFunction<Command> command) {
        return awaitDone(control().send(command));
    }

    /**
     * Gives an order, which is in force from when it is sent. The answer is waited for only so long: who is busy with
     * its disk answers late, and who ends because of the order answers never.
     *
     * @throws NodeException if the order cannot be sent, or is refused
     */
    void order(LongFunction<Command> command, Duration atMost) {
        CompletableFuture<Report.Reply> reply = control().send(command);
        if (reply.isCompletedExceptionally()) {
            awaitDone(reply); // it has ended before
        }
        try {
            if (reply.get(atMost.toMillis(), TimeUnit.MILLISECONDS) instanceof Report.Failed failed) {
                throw new NodeException(id(), "refuses: " + failed.reason());
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
            throw new NodeException(id(), "refuses: " + failed.reason());
        }
        throw new NodeException(id(), "answers with something else than was asked");
    }

    /** Completes when the node reports the next write of this app's own client. */
    CompletableFuture<Report.Wrote> ownWrite() {
        return control().writing(ownAddress());
    }

    /** Waits for the report of a write that was answered. */
    Report.Wrote awaitWrite(CompletableFuture<Report.Wrote> written) {
        return await(written, "has answered a write but not reported it");
    }

    /**
     * Returns what this app has just written at this node through a gateway.
     *
     * @param address the gateway's address as the node sees it
     */
    Optional<Report.Wrote> writeBy(String address) {
        gateway = address;
        writeThroughGateway = Optional.empty();
        await(
                control().send(number -> new Command.Read(number, 0, 0)),
                "has not answered"); // answered after the report of the write
        gateway = "";
        return writeThroughGateway;
    }

    /** Waits until the node has received the message that {@code delivery} stands for. */
    Report.Received awaitDelivery(long message, CompletableFuture<Report.Received> delivery) {
        return await(delivery, format("has not reported message %d as received", message));
    }

    /** Waits until the node has refused the message that {@code refusal} stands for. */
    void awaitRefusal(long message, CompletableFuture<Report.Refused> refusal) {
        await(refusal, format("has not reported the corrupt message %d as refused", message));
    }

    /** Waits until the node has dealt with the question, answer or repair that {@code hearing} stands for. */
    Report.Heard awaitHearing(long message, CompletableFuture<Report.Heard> hearing) {
        return await(hearing, format("has not reported message %d as heard", message));
    }

    /** A client of its own begins a read; it waits until {@link #outcome} is asked for. */
    Report.Asked beginRead(Key key, ReadMode mode) {
        long began = System.nanoTime();
        try {
            RespClient reader = newClient();
            CompletableFuture<Report.Asked> asking = control().asking(reader.localAddress());
            reader.send(RespRequest.read(key, mode));
            Report.Asked asked = await(asking, timeouts().answer(), "has not begun a read of " + key);
            readers.put(asked.read(), new Reader(reader, began));
            return asked;
        } catch (IOException e) {
            throw new NodeException(id(), "takes no reader: " + e.getMessage());
        }
    }

    /** Returns what the client gets whose read is over. */
    StepCluster.Read outcome(long read) {
        Reader reader = readers.remove(read);
        try (RespClient connection = reader.connection()) {
            RespReply reply = connection.reply();
            long micros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - reader.beganNanos());
            Optional<String> failure = reply.isError() ? Optional.of(reply.text()) : Optional.empty();
            return new StepCluster.Read(reply.value(), failure, micros, id());
        } catch (IOException e) {
            throw new NodeException(id(), "has not answered a reader: " + e.getMessage());
        }
    }

    /** Brings the view up to date with all events that have come in so far; those that come meanwhile can wait. */
    @Override
    void takeNote() {
        takeNote(control().eventsThatCame());
    }

    /** Brings the view up to date with so many of the events that have come in. */
    void takeNote(int count) {
        for (int left = count; left > 0; left--) {
            Report.Event event = control().nextEvent();
            if (event instanceof Report.Received received) {
                view.received(received);
                received.applied().forEach(this::tellTaken);
            } else if (event instanceof Report.Wrote wrote) {
                view.wrote(wrote);
                if (!wrote.lost()) {
                    tellTaken(wrote.entry());
                }
                if (wrote.client().equals(gateway)) {
                    writeThroughGateway = Optional.of(wrote);
                } else if (!isOwn(wrote.client())) {
                    listener.accept(new ClusterEvent.ClientWrote(id(), wrote.entry(), wrote.lost()));
                }
            } else if (event instanceof Report.Heard heard) {
                view.heard(heard);
                heard.applied().ifPresent(this::tellTaken);
            } else if (event instanceof Report.Refused refused) {
                listener.accept(new ClusterEvent.FrameRefused(id(), refused.reason()));
            } else if (event instanceof Report.Gap) {
                readAgain();
                view.entries().forEach(this::tellTaken);
            }
        }
    }

    private void tellTaken(Entry entry) {
        listener.accept(new ClusterEvent.EntryTaken(id(), entry));
    }

    /** Asks it for nothing but an answer; gives what waits for that, and fails if none comes. */
    Runnable ask() {
        CompletableFuture<Report.Reply> answer = control().send(number -> new Command.Read(number, 0, 0));
        return () -> await(answer, "has not answered");
    }

    /** Returns the time of its clock; afterwards everything it has reported is known. */
    long clock() {
        return ((Report.Page) await(control().send(number -> new Command.Read(number, 0, 0)), "has not answered"))
                .time();
    }

    /** Asks for everything its core holds, page by page, without waiting; what is known of it stays as it is. */
    CompletableFuture<CoreState> readSoon() {
        return readSoon(new ArrayList<>());
    }

    private CompletableFuture<CoreState> readSoon(List<Entry> soFar) {
        return control()
                .send(number -> new Command.Read(number, soFar.size(), Command.Read.MAX_PAGE))
                .thenCompose(reply -> {
                    Report.Page page = (Report.Page) reply;
                    soFar.addAll(page.entries());
                    if (soFar.size() < page.total() && !page.entries().isEmpty()) {
                        return readSoon(soFar);
                    }
                    return soFar.size() == page.total()
                            ? CompletableFuture.completedFuture(core(page, soFar))
                            : CompletableFuture.failedFuture(new NodeException(id(), "has changed while it was read"));
                });
    }

    private static CoreState core(Report.Page last, List<Entry> entries) {
        Map<NodeId, SavedPeer> peers = new TreeMap<>();
        last.rows().forEach(row -> peers.put(row.peer(), new SavedPeer(row.row(), row.store())));
        return new CoreState(
                new Saved(last.store(), last.sequence(), entries, peers),
                last.rows().stream().mapToInt(RowOf::owedPushes).sum());
    }

    /** Asks for everything its core holds. */
    CoreState read() {
        takeNote();
        return core(readAgain(), view.entries());
    }

    /** Asks for the whole state, page by page; gives the last page. */
    private Report.Page readAgain() {
        List<Entry> all = new ArrayList<>();
        Report.Page page;
        do {
            int offset = all.size();
            page = (Report.Page) await(
                    control().send(number -> new Command.Read(number, offset, Command.Read.MAX_PAGE)),
                    timeouts().answer(),
                    "has not shown its state");
            all.addAll(page.entries());
        } while (all.size() < page.total() && !page.entries().isEmpty());
        Map<NodeId, Row> rows = new TreeMap<>();
        page.rows().forEach(row -> rows.put(row.peer(), row.row()));
        view.reset(rows, all);
        return page;
    }

    /** A client whose read is not over, or not asked for. */
    private record Reader(RespClient connection, long beganNanos) {}

    NodeTables tables() {
        return new NodeTables(ready().pid(), clientPort(), view.rows(), view.entries());
    }

    @Override
    void closeReaders() throws IOException {
        for (Reader reader : readers.values()) {
            reader.connection().close();
        }
    }
}
