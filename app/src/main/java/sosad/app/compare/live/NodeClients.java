package sosad.app.compare.live;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import sosad.app.check.StartedCluster;
import sosad.app.client.RespClient;
import sosad.app.client.RespReply;
import sosad.app.client.RespRequest;
import sosad.app.compare.PlannedRequest;
import sosad.model.NodeId;

/** A client of each node. */
final class NodeClients implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Map<NodeId, RespClient> clients = new TreeMap<>();

    /** Connects to every node. */
    NodeClients(StartedCluster started) throws IOException {
        try {
            for (NodeId node : started.servers()) {
                clients.put(node, new RespClient(started.address(node).orElseThrow(), TIMEOUT));
            }
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** Returns what all nodes have sent so far. */
    SentFigures sent() throws IOException {
        SentFigures sum = SentFigures.NONE;
        for (RespClient client : clients.values()) {
            sum = sum.plus(SentFigures.of(
                    client.request(RespRequest.of("INFO", "peers")).orFail()));
        }
        return sum;
    }

    void write(PlannedRequest request) throws IOException {
        clients.get(request.at())
                .request(RespRequest.set(request.key(), request.value()))
                .orFail();
    }

    /** Returns the number of the write that is read; 0: nothing is there. */
    int read(PlannedRequest request) throws IOException {
        RespReply reply = clients.get(request.at()).get(request.key().text());
        reply.orFail();
        return reply.value().map(value -> Integer.parseInt(value.text())).orElse(0);
    }

    @Override
    public void close() throws IOException {
        for (RespClient client : clients.values()) {
            client.close();
        }
    }
}
