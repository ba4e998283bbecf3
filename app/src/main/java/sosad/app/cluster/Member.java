package sosad.app.cluster;

import static sosad.app.client.RespClient.loopback;
import static sosad.model.PlainFormat.format;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import sosad.app.client.RespClient;
import sosad.app.client.RespReply;
import sosad.app.client.RespRequest;
import sosad.app.process.MemberProcess;
import sosad.app.process.NodeException;
import sosad.message.Report;
import sosad.model.NodeId;

/** One start of a node or a gateway: its process, its connections, and whether it answers. */
abstract sealed class Member permits RunningNode, RunningGateway {
    private final String who;
    private final NodeId id;
    private final String secret;
    private final MemberProcess process;
    private final ControlLink control;
    private final Timeouts timeouts;
    private boolean hasFailed;
    private Optional<String> silence = Optional.empty();
    private Report.Ready ready;
    private RespClient client;

    /** @param who what it is called in errors, such as {@code node A} */
    Member(String who, NodeId id, String secret, MemberProcess process, ControlLink control, Timeouts timeouts) {
        this.who = who;
        this.id = id;
        this.secret = secret;
        this.process = process;
        this.control = control;
        this.timeouts = timeouts;
    }

    final NodeId id() {
        return id;
    }

    final String secret() {
        return secret;
    }

    final MemberProcess process() {
        return process;
    }

    final ControlLink control() {
        return control;
    }

    final Timeouts timeouts() {
        return timeouts;
    }

    /** Returns whether it was waited for and is up. */
    final boolean isUp() {
        return client != null;
    }

    /** Returns what it said of itself when it was up. */
    final Report.Ready ready() {
        if (ready == null) {
            throw new NodeException(who + " is not up yet");
        }
        return ready;
    }

    final int clientPort() {
        return ready().clientPort();
    }

    final Cluster.Running facts() {
        return new Cluster.Running(ready().pid(), clientPort());
    }

    /** Returns whether it is up, answers as far as is known, and can be left to another start. */
    final boolean isSound() {
        return isUp() && !hasFailed && !process.isPaused() && !process.ended().isDone();
    }

    /** Returns why nothing is to be expected of it any more although its process runs; empty as long as it answers. */
    final Optional<String> silence() {
        return silence.or(() -> control.isClosed() ? Optional.of("has closed its control connection") : silence);
    }

    /** It answers again. */
    final void endSilence() {
        silence = Optional.empty();
    }

    /** Returns whether nothing is to be expected of it any more. */
    boolean isLost() {
        return process.ended().isDone();
    }

    /** It has failed; what it said last is added. */
    final NodeException failure(String what) {
        hasFailed = true;
        return new NodeException("%s %s; its last line: %s".formatted(who, what, process.lastLine()));
    }

    /** It has not answered in time. */
    final NodeException silent(String what) {
        silence = Optional.of(what);
        return failure(what);
    }

    /** Waits for what it must report. */
    final <T> T await(CompletableFuture<T> report, Duration limit, Supplier<String> missing) {
        try {
            return Deadline.await(report, limit, process::runDelayMillis, () -> silent(missing.get()));
        } catch (NodeException e) {
            hasFailed = true;
            throw e;
        }
    }

    /** It has come up: connects to it as a client. */
    final void connect(Report.Ready came) throws IOException {
        ready = came;
        client = newClient();
    }

    final RespClient newClient() throws IOException {
        return new RespClient(loopback(clientPort()), timeouts.answer());
    }

    /** Returns whether this is the address of this app's own client. */
    final boolean isOwn(String address) {
        return client != null && address.equals(client.localAddress());
    }

    /** Returns how it names this app's own client. */
    final String ownAddress() {
        return client.localAddress();
    }

    /** Sends a client's request and waits for the reply. */
    final RespReply exchange(RespRequest request) {
        try {
            return client.request(request);
        } catch (SocketTimeoutException e) {
            throw silent(format(
                    "has not answered a client for %d s", timeouts.answer().toSeconds()));
        } catch (IOException e) {
            if (process.ended().isDone()) {
                throw new NodeException(who + " " + process.ended().join());
            }
            throw silent("has not answered a client: " + e.getMessage());
        }
    }

    /** Takes note of all events that have come in. */
    abstract void takeNote();

    /** Kills the process and closes what leads to it. */
    final void kill() {
        process.kill();
        close();
    }

    /** Closes what leads to the process. */
    final void close() {
        control.close();
        try {
            closeReaders();
            if (client != null) {
                client.close();
            }
        } catch (IOException e) {
            throw new NodeException("%s cannot be disconnected: %s".formatted(who, e.getMessage()));
        }
    }

    /** Closes its extra clients. */
    void closeReaders() throws IOException {}
}
