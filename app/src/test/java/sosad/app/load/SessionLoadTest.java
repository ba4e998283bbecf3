package sosad.app.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.app.testing.Sabotage;
import sosad.app.testing.SabotagedServer;
import sosad.model.NodeId;

@Timeout(30)
class SessionLoadTest {
    private final List<SabotagedServer> servers = SabotagedServer.cluster(3, Sabotage.NONE);
    private final List<NodeId> ids = servers.stream().map(SabotagedServer::id).toList();

    @AfterEach
    void close() {
        servers.forEach(SabotagedServer::close);
    }

    @Test
    void clientsWriteTheirOwnKeysAtHomeReadAnywhereAndTellOfItInTheOrderOfTime() throws Exception {
        SessionProfile profile =
                new SessionProfile(4, ids.subList(0, 2), ids, 10, 0.5, OptionalDouble.empty(), "t.", 7);
        List<Long> times = new ArrayList<>();
        Map<String, Long> sent = new HashMap<>();
        CountDownLatch enough = new CountDownLatch(500);
        OperationListener listener = new OperationListener() {
            @Override
            public void sends(int client, NodeId server, String key, long version, long nanos) {
                times.add(nanos);
                sent.put(key, version);
            }

            @Override
            public int completed(Operation operation) {
                times.add(operation.completedNanos());
                enough.countDown();
                return operation.kind() == OperationKind.READ ? 3 : Operation.NOT_JUDGED;
            }
        };
        OperationLog log = new OperationLog(System.nanoTime());
        try (SessionLoad load = new SessionLoad(profile, this::address, Optional.empty(), log, listener)) {
            enough.await();
            load.stop();
        }
        assertThat(times).isSorted();
        Set<NodeId> readAt = new HashSet<>();
        for (Operation one : log.soFar()) {
            assertThat(one.outcome()).isEqualTo(OperationOutcome.OK);
            if (one.kind() == OperationKind.READ) {
                readAt.add(one.server());
                assertThat(one.staleBy()).isEqualTo(3);
                assertThat(one.version()).isBetween(0L, sent.getOrDefault(one.key(), 0L));
            } else {
                assertThat(one.server()).isEqualTo(ids.get(one.client() % 2));
                assertThat(Integer.parseInt(one.key().substring(2)) % 4).isEqualTo(one.client());
            }
        }
        assertThat(readAt).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(sent).hasSize(10);
    }

    private Optional<sosad.message.Address> address(NodeId server) {
        return servers.stream()
                .filter(one -> one.id().equals(server))
                .findFirst()
                .flatMap(SabotagedServer::address);
    }
}
