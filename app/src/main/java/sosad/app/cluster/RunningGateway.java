package sosad.app.cluster;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import sosad.app.client.Loopback;
import sosad.app.client.RespClient;
import sosad.app.client.RespReply;
import sosad.app.client.RespRequest;
import sosad.app.process.MemberProcess;
import sosad.app.process.NodeException;
import sosad.message.BackendState;
import sosad.message.Command;
import sosad.message.Report;
import sosad.message.RequestFate;
import sosad.model.NodeId;

/** One start of a gateway: its process, its connections, and what it thinks of the nodes. */
final class RunningGateway {
    private final NodeId id;
    private final String secret;
    private final MemberProcess process;
    private final ControlLink control;
    private final Patience patience;
    private final Map<NodeId, BackendState> states = new HashMap<>();
    private boolean hasFailed;
    private Optional<String> silence = Optional.empty();
    private Report.Ready ready;
    private RespClient client;
    private Optional<Report.Given> lastOwnRequest = Optional.empty();
    private Optional<Report.Ended> lastOwnEnd = Optional.empty();

    RunningGateway(NodeId id, String secret, MemberProcess process, ControlLink control, Patience patience) {
        this.id = id;
        this.secret = secret;
        this.process = process;
        this.control = control;
        this.patience = patience;
    }

    /** Whether it was waited for and is up. */
    boolean isUp() {
        return client != null;
    }

    /** Whether it is up, answers as far as is known, and can be left to another start. */
    boolean isSound() {
        return isUp() && !hasFailed && !process.isPaused() && !process.ended().isDone();
    }

    NodeId id() {
        return id;
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

    Cluster.Running facts() {
        return new Cluster.Running(ready.pid(), ready.clientPort());
    }

    /** Why nothing is to be expected of it any more although its process runs; empty as long as it answers. */
    Optional<String> silence() {
        return silence.or(() -> control.isClosed() ? Optional.of("has closed its control connection") : silence);
    }

    /** It has not answered in time. */
    private NodeException silent(String what) {
        silence = Optional.of(what);
        return failure(what);
    }

    private NodeException failure(String what) {
        hasFailed = true;
        return new NodeException("gateway %s %s; its last line: %s".formatted(id, what, process.lastLine()));
    }

    /** Waits until the gateway is up and connects to it as a client. */
    void awaitReady() {
        ready = Deadline.await(
                control.ready(),
                patience.start(),
                () -> silent(String.format(
                        Locale.ROOT, "is not up after %d s", patience.start().toSeconds())));
        try {
            client = new RespClient(Loopback.at(ready.clientPort()), patience.answer());
        } catch (IOException e) {
            throw failure(
                    String.format(Locale.ROOT, "takes no client at port %d: %s", ready.clientPort(), e.getMessage()));
        }
    }

    /** A node takes clients at this port from now on. */
    void setBackend(NodeId node, int port) {
        ask(number -> new Command.SetBackend(number, node, Loopback.at(port)));
    }

    /** The same, without waiting for an answer. */
    void tellBackend(NodeId node, int port) {
        control.tell(number -> new Command.SetBackend(number, node, Loopback.at(port)));
    }

    /** Waits until the gateway itself has noticed that a node is up, or that it is down. */
    void awaitBackend(NodeId node, BackendState wanted) {
        CompletableFuture<Report.BackendChanged> change = control.backendChange(node, wanted);
        takeNote();
        while (state(node) != wanted) {
            Deadline.await(
                    change,
                    patience.answer(),
                    () -> silent(String.format(
                            Locale.ROOT,
                            "has not reported %s as %s for %d s",
                            node,
                            wanted,
                            patience.answer().toSeconds())));
            change = control.backendChange(node, wanted);
            takeNote();
        }
    }

    private BackendState state(NodeId node) {
        return states.getOrDefault(node, BackendState.DOWN);
    }

    /**
     * A client's request that went through the gateway.
     *
     * @param end which node answered it, and how that node knows the gateway; none if no node did
     */
    record Passed(RespReply reply, Optional<Report.Ended> end) {}

    /** Sends a client's request. */
    Passed request(RespRequest request) {
        RespReply reply;
        try {
            reply = client.request(request);
        } catch (SocketTimeoutException e) {
            throw silent(String.format(
                    Locale.ROOT,
                    "has not answered a client for %d s",
                    patience.answer().toSeconds()));
        } catch (IOException e) {
            throw silent("has not answered a client: " + e.getMessage());
        }
        lastOwnEnd = Optional.empty();
        ask(number -> new Command.Read(number, 0, 0)); // its answer comes after the report of the request's end
        return new Passed(reply, lastOwnEnd);
    }

    private void ask(java.util.function.LongFunction<Command> command) {
        Report.Reply reply = Deadline.await(
                control.send(command),
                patience.answer(),
                () -> silent(String.format(
                        Locale.ROOT,
                        "has not answered for %d s",
                        patience.answer().toSeconds())));
        if (reply instanceof Report.Failed failed) {
            throw failure("refuses: " + failed.reason());
        }
        takeNote();
    }

    /** Takes note of all events that have come in. */
    void takeNote() {
        for (Report.Event event = control.nextEvent(); event != null; event = control.nextEvent()) {
            if (event instanceof Report.BackendChanged changed) {
                states.put(changed.backend(), changed.state());
            } else if (event instanceof Report.Given given && isOwn(given)) {
                lastOwnRequest = Optional.of(given);
            } else if (event instanceof Report.Ended ended && isOwn(ended)) {
                lastOwnEnd = Optional.of(ended);
            }
        }
    }

    private boolean isOwn(Report.Given given) {
        return client != null && given.client().equals(client.localAddress());
    }

    private boolean isOwn(Report.Ended ended) {
        return ended.fate() == RequestFate.ANSWERED
                && lastOwnRequest
                        .filter(own -> own.request() == ended.request())
                        .isPresent();
    }

    /** Closes what leads to the process. */
    void close() {
        control.close();
        try {
            if (client != null) {
                client.close();
            }
        } catch (IOException e) {
            throw new NodeException("gateway %s cannot be disconnected: %s".formatted(id, e.getMessage()));
        }
    }
}
