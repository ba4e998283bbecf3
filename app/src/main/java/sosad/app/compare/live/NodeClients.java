package sosad.app.compare.live;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import sosad.app.check.StartedCluster;
import sosad.app.client.RespClient;
import sosad.app.client.RespReply;
import sosad.app.client.RespRequest;
import sosad.app.compare.PlannedRequest;
import sosad.app.process.NodeException;
import sosad.message.Address;
import sosad.model.NodeId;

/** A client of each node, which connects again after its node was down. */
final class NodeClients implements AutoCloseable {
    /** So short that a node that stands still does not hold up the others' requests for long. */
    private static final Duration TIMEOUT = Duration.ofMillis(500);

    /** For what is asked when nothing is to go wrong any more. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final StartedCluster started;
    private final Map<NodeId, RespClient> clients = new TreeMap<>();

    NodeClients(StartedCluster started) {
        this.started = started;
    }

    /**
     * Returns what each node has sent so far.
     *
     * @throws NodeException if a node does not tell
     */
    Map<NodeId, SentFigures> sent() {
        Map<NodeId, SentFigures> sent = new TreeMap<>();
        for (NodeId node : started.servers()) {
            sent.put(node, SentFigures.of(info(node)));
        }
        return sent;
    }

    private String info(NodeId node) {
        Address address = started.address(node).orElseThrow(() -> new NodeException(node + " is down"));
        try (RespClient client = new RespClient(address, PATIENCE)) {
            return client.request(RespRequest.of("INFO", "peers")).orFail();
        } catch (IOException e) {
            throw new NodeException("%s does not say what it has sent: %s".formatted(node, e.getMessage()));
        }
    }

    /** Returns whether the write was acknowledged. */
    boolean write(PlannedRequest request) {
        return reply(request.at(), RespRequest.set(request.key(), request.value()))
                .isPresent();
    }

    /** Returns the number of the write that is read, 0 if nothing is there; empty if there was no answer. */
    OptionalInt read(PlannedRequest request) {
        return reply(request.at(), RespRequest.get(request.key().text()))
                .map(reply -> OptionalInt.of(reply.value()
                        .map(value -> Integer.parseInt(value.text()))
                        .orElse(0)))
                .orElse(OptionalInt.empty());
    }

    private Optional<RespReply> reply(NodeId node, RespRequest request) {
        Optional<Address> address = started.address(node);
        if (address.isEmpty()) {
            drop(node);
            return Optional.empty();
        }
        try {
            RespClient client = clients.get(node);
            if (client == null) {
                client = new RespClient(address.get(), TIMEOUT);
                clients.put(node, client);
            }
            RespReply reply = client.request(request);
            return reply.isError() ? Optional.empty() : Optional.of(reply);
        } catch (IOException e) {
            drop(node); // it was killed, or stands still
            return Optional.empty();
        }
    }

    private void drop(NodeId node) {
        RespClient client = clients.remove(node);
        if (client != null) {
            close(client);
        }
    }

    private static void close(RespClient client) {
        try {
            client.close();
        } catch (IOException e) {
            // Then it is gone, too.
        }
    }

    @Override
    public void close() {
        clients.values().forEach(NodeClients::close);
    }
}
