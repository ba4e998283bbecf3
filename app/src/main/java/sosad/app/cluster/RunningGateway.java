package sosad.app.cluster;

import static sosad.app.client.RespClient.loopback;
import static sosad.model.PlainFormat.format;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;
import sosad.app.client.RespReply;
import sosad.app.client.RespRequest;
import sosad.app.process.MemberProcess;
import sosad.message.Command;
import sosad.message.Report;
import sosad.message.Report.BackendState;
import sosad.message.Report.RequestFate;
import sosad.model.NodeId;

/** One start of a gateway: its process, its connections, and what it thinks of the nodes. */
final class RunningGateway extends Member {
    private final Map<NodeId, BackendState> states = new HashMap<>();
    private Optional<Report.Given> lastOwnRequest = Optional.empty();
    private Optional<Report.Ended> lastOwnEnd = Optional.empty();

    RunningGateway(NodeId id, String secret, MemberProcess process, ControlLink control, Timeouts timeouts) {
        super("gateway " + id, id, secret, process, control, timeouts);
    }

    /** Waits until the gateway is up and connects to it as a client. */
    void awaitReady() {
        Report.Ready came = await(
                control().ready(),
                timeouts().start(),
                () -> format("is not up after %d s", timeouts().start().toSeconds()));
        try {
            connect(came);
        } catch (IOException e) {
            throw failure(format("takes no client at port %d: %s", clientPort(), e.getMessage()));
        }
    }

    /** A node takes clients at this port from now on. */
    void setBackend(NodeId node, int port) {
        ask(number -> new Command.SetBackend(number, node, loopback(port)));
    }

    /** The same, without waiting for an answer. */
    void tellBackend(NodeId node, int port) {
        control().tell(number -> new Command.SetBackend(number, node, loopback(port)));
    }

    /** Waits until the gateway itself has noticed that a node is up, or that it is down. */
    void awaitBackend(NodeId node, BackendState wanted) {
        CompletableFuture<Report.BackendChanged> change = control().backendChange(node, wanted);
        takeNote();
        while (state(node) != wanted) {
            await(
                    change,
                    timeouts().answer(),
                    () -> format(
                            "has not reported %s as %s for %d s",
                            node, wanted, timeouts().answer().toSeconds()));
            change = control().backendChange(node, wanted);
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
    record GatewayReply(RespReply reply, Optional<Report.Ended> end) {}

    /** Sends a client's request. */
    GatewayReply request(RespRequest request) {
        RespReply reply = exchange(request);
        lastOwnEnd = Optional.empty();
        ask(number -> new Command.Read(number, 0, 0)); // its answer comes after the report of the request's end
        return new GatewayReply(reply, lastOwnEnd);
    }

    private void ask(LongFunction<Command> command) {
        Report.Reply reply = await(
                control().send(command),
                timeouts().answer(),
                () -> format("has not answered for %d s", timeouts().answer().toSeconds()));
        if (reply instanceof Report.Failed failed) {
            throw failure("refuses: " + failed.reason());
        }
        takeNote();
    }

    @Override
    void takeNote() {
        for (Report.Event event = control().nextEvent();
                event != null;
                event = control().nextEvent()) {
            if (event instanceof Report.BackendChanged changed) {
                states.put(changed.backend(), changed.state());
            } else if (event instanceof Report.Given given && isOwn(given.client())) {
                lastOwnRequest = Optional.of(given);
            } else if (event instanceof Report.Ended ended && isOwn(ended)) {
                lastOwnEnd = Optional.of(ended);
            }
        }
    }

    private boolean isOwn(Report.Ended ended) {
        return ended.fate() == RequestFate.ANSWERED
                && lastOwnRequest
                        .filter(own -> own.request() == ended.request())
                        .isPresent();
    }
}
