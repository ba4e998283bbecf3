package sosad.app.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;
import sosad.message.Command;
import sosad.message.Report;
import sosad.message.Sent;
import sosad.model.NodeId;

/** One start of a node: its process, its connections, and what is known of its state. */
final class RunningNode {
    private final NodeId id;
    private final String secret;
    private final NodeProcess process;
    private final ControlLink control;
    private final Mirror mirror;
    private final Cluster.Listener listener;
    private final Patience patience;
    private Report.Ready ready;
    private ClientConnection client;
    private Optional<Report.Wrote> lastOwnWrite = Optional.empty();

    RunningNode(
            NodeId id,
            String secret,
            NodeProcess process,
            ControlLink control,
            Mirror mirror,
            Cluster.Listener listener,
            Patience patience) {
        this.id = id;
        this.secret = secret;
        this.process = process;
        this.control = control;
        this.mirror = mirror;
        this.listener = listener;
        this.patience = patience;
    }

    /** Waits until the node is up and connects to it as a client. */
    Report.Ready awaitReady() {
        ready = Deadline.await(
                control.ready(),
                patience.start(),
                () -> new NodeException(
                        id,
                        "is not up after %d s; its last line: %s"
                                .formatted(patience.start().toSeconds(), process.lastLine())));
        try {
            client = new ClientConnection(ready.clientPort(), patience.answer());
        } catch (IOException e) {
            throw new NodeException(id, "takes no client at port %d: %s".formatted(ready.clientPort(), e.getMessage()));
        }
        return ready;
    }

    int peerPort() {
        return ready.peerPort();
    }

    String secret() {
        return secret;
    }

    NodeProcess process() {
        return process;
    }

    ControlLink control() {
        return control;
    }

    /** Carries out a command; gives the messages it caused. */
    List<Sent> tell(LongFunction<Command> command) {
        return awaitDone(control.send(command));
    }

    /** Waits until a command is carried out; gives the messages it caused. */
    List<Sent> awaitDone(CompletableFuture<Report.Reply> command) {
        Report.Reply reply = await(command);
        if (reply instanceof Report.Done done) {
            return done.sent();
        }
        if (reply instanceof Report.Failed failed) {
            throw new NodeException(id, "refuses: " + failed.reason());
        }
        throw new NodeException(id, "answers with something else than was asked");
    }

    private Report.Reply await(CompletableFuture<Report.Reply> command) {
        Report.Reply reply = Deadline.await(
                command,
                patience.answer(),
                () -> new NodeException(
                        id,
                        "has not answered for %d s; its last line: %s"
                                .formatted(patience.answer().toSeconds(), process.lastLine())));
        takeNote();
        return reply;
    }

    /** Sends a client's request; afterwards its effects are known. */
    Reply request(List<byte[]> words) {
        Reply reply;
        try {
            reply = client.request(words);
        } catch (IOException e) {
            if (process.ended().isDone()) {
                throw new NodeException(id, process.ended().join());
            }
            throw new NodeException(
                    id,
                    "has not answered a client: %s; its last line: %s".formatted(e.getMessage(), process.lastLine()));
        }
        return reply;
    }

    /** What this app's own client has just written, once the node has reported it. */
    Optional<Report.Wrote> ownWrite() {
        lastOwnWrite = Optional.empty();
        await(control.send(number -> new Command.Read(number, 0, 0))); // its answer comes after the report of the write
        return lastOwnWrite;
    }

    /** Waits until the node has received the message that {@code delivery} stands for. */
    Report.Received awaitDelivery(long message, CompletableFuture<Report.Received> delivery) {
        Report.Received received = Deadline.await(
                delivery,
                patience.answer(),
                () -> new NodeException(
                        id,
                        "has not reported message %d as received for %d s; its last line: %s"
                                .formatted(message, patience.answer().toSeconds(), process.lastLine())));
        takeNote();
        return received;
    }

    /** Brings the mirror up to date with all events that have come in. */
    void takeNote() {
        for (Report.Event event = control.nextEvent(); event != null; event = control.nextEvent()) {
            if (event instanceof Report.Received received) {
                mirror.received(received);
            } else if (event instanceof Report.Wrote wrote) {
                mirror.wrote(wrote);
                if (wrote.client().equals(client.localAddress())) {
                    lastOwnWrite = Optional.of(wrote);
                } else {
                    listener.outsideWrite(id, wrote.entry(), wrote.lost());
                }
            } else if (event instanceof Report.Refused refused) {
                listener.logged(id, "refused a frame " + refused.reason());
            } else {
                readAgain();
            }
        }
    }

    private void readAgain() {
        List<sosad.model.Entry> all = new ArrayList<>();
        Report.Page page;
        do {
            int offset = all.size();
            Report.Reply reply = Deadline.await(
                    control.send(number -> new Command.Read(number, offset, Command.Read.MAX_PAGE)),
                    patience.answer(),
                    () -> new NodeException(id, "does not show its state"));
            page = (Report.Page) reply;
            all.addAll(page.entries());
        } while (all.size() < page.total() && !page.entries().isEmpty());
        mirror.restart(page.rows());
        all.forEach(mirror::take);
    }

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
        if (client != null) {
            try {
                client.close();
            } catch (IOException e) {
                throw new NodeException(id, "cannot be disconnected: " + e.getMessage());
            }
        }
    }
}
