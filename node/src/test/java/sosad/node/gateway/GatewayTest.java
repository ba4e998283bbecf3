package sosad.node.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sosad.node.client.LaterReply;
import sosad.node.gateway.GatewaySettings.Balancing;
import sosad.node.gateway.GatewaySettings.Reads;

/** What a client of the gateway sees while all is well. */
@Timeout(60)
@Tag("locale")
class GatewayTest {
    private final Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    private Client start(Reads reads, Optional<CacheSettings> cache, Optional<String> secret) throws Exception {
        return rig.start(Balancing.ROUND_ROBIN, 1, reads, Rig.DEADLINE, cache, secret);
    }

    @Test
    void repliesComeInOrderAlthoughOneBackendIsSlower() throws Exception {
        try (Client client = rig.start(Balancing.ROUND_ROBIN, 1)) {
            rig.a.heldCommands.add("get");
            client.send("GET k1\r\nGET k2\r\nPING");
            rig.recorder.await("get of k2 at B ANSWERED");
            LaterReply held = rig.a.nextHeld();
            rig.a.release(held, replies -> replies.bulk("slow"));
            assertThat(client.reply()).isEqualTo("$slow");
            assertThat(client.reply()).isEqualTo("$B");
            assertThat(client.reply()).isEqualTo("+PONG");
        }
    }

    @Test
    void manyPipelinedRequestsAreAllAnswered() throws Exception {
        try (Client client = rig.start(Balancing.BY_KEY, 1)) {
            int requests = 5_000;
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> {
                try {
                    client.send("SET k v\r\n".repeat(requests) + "DBSIZE");
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            for (int i = 0; i < requests; i++) {
                assertThat(client.reply()).isEqualTo("+OK");
            }
            assertThat(client.reply()).isEqualTo(":1");
            sending.join();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET a[b]|a key's characters have codes",
                "GET a b|one key per request",
                "SET k v w|one key and one value per request",
                "SET k v EX 5|SET with EX is not supported, because",
                "MGET a b|MGET is not supported, because",
                "SET k|wrong number of arguments for 'set' command",
                "NONSENSE k|unknown command 'NONSENSE'"
            })
    void malformedRequestsAreNamedAndNoBackendIsAsked(String request, String words) throws Exception {
        try (Client client = rig.start(Balancing.ROUND_ROBIN, 1)) {
            assertThat(client.ask(request)).startsWith("-ERR ").contains(words);
            assertThat(rig.a.requests).isEmpty();
            assertThat(rig.b.requests).isEmpty();
        }
    }

    @Test
    void aClientOfTheThirdVersionIsAnsweredInItThoughBackendsSpeakTheSecond() throws Exception {
        rig.a.answers.put("get", replies -> replies.absent());
        rig.b.answers.put("get", replies -> {
            replies.array(2);
            replies.absent();
            replies.bulk("$-1\r\n");
        });
        try (Client client = rig.start(Balancing.ROUND_ROBIN, 1)) {
            client.send("HELLO 3 SETNAME me\r\nGET k\r\nGET k\r\nCONFIG GET save\r\nHELLO 2\r\nGET k");
            assertThat(client.bytesUntil("modules\r\n*0\r\n")).startsWith("%7\r\n");
            assertThat(client.bytesUntil("_\r\n")).isEqualTo("_\r\n");
            assertThat(client.bytesUntil("$-1\r\n\r\n")).isEqualTo("*2\r\n_\r\n$5\r\n$-1\r\n\r\n");
            assertThat(client.bytesUntil("$0\r\n\r\n")).startsWith("%1\r\n");
            assertThat(client.bytesUntil("modules\r\n*0\r\n")).startsWith("*14\r\n");
            assertThat(client.bytesUntil("$-1\r\n")).isEqualTo("$-1\r\n");
        }
    }

    @Test
    void nothingOfARefusedTransactionReachesABackend() throws Exception {
        try (Client client = rig.start(Balancing.ROUND_ROBIN, 1);
                Client other = rig.client()) {
            client.send("MULTI\r\nSET k v\r\nDEL k\r\nEXEC");
            assertThat(client.reply()).startsWith("-ERR MULTI is not supported, because");
            assertThat(client.reply()).startsWith("-EXECABORT not executed");
            assertThat(client.reply()).startsWith("-EXECABORT not executed");
            assertThat(client.reply()).startsWith("-EXECABORT Transaction discarded");
            assertThat(rig.a.requests).isEmpty();
            assertThat(rig.b.requests).isEmpty();
            assertThat(other.ask("SET k v")).isEqualTo("+OK");
            assertThat(client.ask("SET k v")).isEqualTo("+OK");
        }
    }

    @Test
    void anHttpRequestEndsTheConnectionAndReachesNoBackend() throws Exception {
        try (Client page = rig.start(Balancing.ROUND_ROBIN, 1)) {
            page.send("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\nSET pwned 1");
            assertThatThrownBy(page::reply).isInstanceOf(EOFException.class);
            assertThat(rig.a.requests).isEmpty();
            assertThat(rig.b.requests).isEmpty();
        }
    }

    @Test
    void readsOfTheNewestAreLeftToTheNodeThatIsAsked() throws Exception {
        try (Client client = start(Reads.NEWEST, Optional.empty(), Optional.empty())) {
            assertThat(client.ask("GET k")).isEqualTo("$newest");
            assertThat(rig.a.requests).containsExactly("sosad.read NEWEST k");
        }
    }

    @Test
    void aCachedValueIsGivenUntilThisGatewayWritesTheKey() throws Exception {
        CacheSettings cache = new CacheSettings(10, Duration.ofMinutes(10));
        try (Client client = start(Reads.ONE, Optional.of(cache), Optional.empty())) {
            assertThat(client.ask("GET k")).isEqualTo("$A");
            assertThat(client.ask("GET k")).isEqualTo("$A");
            assertThat(client.ask("INFO cache"))
                    .contains("cache_entries:1\r\n", "cache_hits:1\r\n", "cache_misses:1\r\n")
                    .containsPattern("cache_staleness_max_ms:\\d+\\.\\d");
            assertThat(client.ask("SET k v")).isEqualTo("+OK");
            assertThat(client.ask("GET k")).isEqualTo("$A");
            assertThat(rig.a.requests).containsExactly("get k", "get k");
            assertThat(client.ask("INFO cache")).contains("cache_misses:2\r\n");
        }
    }

    @Test
    void aSecretIsAskedForBeforeAnythingElse() throws Exception {
        try (Client client = start(Reads.ONE, Optional.empty(), Optional.of("open sesame"))) {
            assertThat(client.ask("GET k")).startsWith("-NOAUTH");
            assertThat(client.ask("INFO")).startsWith("-NOAUTH");
            assertThat(client.ask("AUTH sesame")).startsWith("-WRONGPASS");
            assertThat(client.ask("GET k")).startsWith("-NOAUTH");
            assertThat(client.ask("AUTH \"open sesame\"")).isEqualTo("+OK");
            assertThat(client.ask("GET k")).isEqualTo("$A");
        }
        try (Client other = rig.client()) {
            other.send("HELLO 3 AUTH default \"open sesame\"");
            assertThat(other.bytesUntil("modules\r\n*0\r\n")).startsWith("%7\r\n");
            assertThat(other.ask("PING")).isEqualTo("+PONG");
            assertThat(other.ask("RESET")).isEqualTo("+RESET");
            assertThat(other.ask("PING")).startsWith("-NOAUTH");
            assertThat(other.ask("AUTH default \"open sesame\"")).isEqualTo("+OK");
            assertThat(other.ask("PING")).isEqualTo("+PONG");
        }
    }

    @Test
    void infoTellsOfEveryBackend() throws Exception {
        try (Client client = rig.start(Balancing.LEAST_BUSY, 2)) {
            client.ask("SET k v");
            String info = client.ask("INFO");
            assertThat(info)
                    .contains("balancing:least-busy", "connected_clients:1", "requests:1")
                    .containsPattern(
                            "backend_A:state=up,address=127\\.0\\.0\\.1:\\d+,outstanding=0,served=1,failed=0,");
            assertThat(client.ask("INFO replication")).contains("\r\nrole:master\r\n");
            assertThat(client.ask("INFO nonsense")).isEqualTo("$");
        }
    }

    @Test
    void infoHasTheFieldsThatToolsForRedisLookFor() throws Exception {
        try (Client client = rig.start(Balancing.ROUND_ROBIN, 1)) {
            assertThat(client.ask("INFO"))
                    .contains(
                            "redis_version:7.",
                            "tcp_port:" + rig.gateway.address().getPort() + "\r\n")
                    .containsPattern("run_id:[0-9a-f]{40}\r\n")
                    .endsWith("# Keyspace\r\ndb0:keys=1,expires=0,avg_ttl=0\r\n");
            assertThat(client.ask("INFO keyspace")).startsWith("$# Keyspace\r\ndb0:keys=1");
            assertThat(client.ask("INFO clients keyspace"))
                    .startsWith("$# Clients")
                    .contains("db0:keys=1");
            rig.a.die();
            rig.b.die();
            rig.recorder.await("A DOWN");
            rig.recorder.await("B DOWN");
            assertThat(client.ask("INFO keyspace")).isEqualTo("$# Keyspace\r\n");
        }
    }

    @Test
    void drainingAnswersWhatWasTakenAndThenHangsUp() throws Exception {
        CompletableFuture<Void> drained;
        try (Client client = rig.start(Balancing.ROUND_ROBIN, 1)) {
            rig.a.heldCommands.add("get");
            client.send("GET k");
            LaterReply held = rig.a.nextHeld();
            drained = rig.gateway.drain();
            assertThat(drained).isNotDone();
            rig.a.release(held, replies -> replies.bulk("in time"));
            assertThat(client.reply()).isEqualTo("$in time");
            assertThatThrownBy(client::reply).isInstanceOf(EOFException.class);
        }
        drained.join();
        assertThatThrownBy(rig::client).hasMessageContaining("refused");
    }

    @Test
    void twoGatewaysBeforeTheSameBackendsDoNotDisturbEachOther() throws Exception {
        try (Client client = rig.start(Balancing.ROUND_ROBIN, 2)) {
            Gateway first = rig.gateway;
            try (Client second = rig.start(Balancing.BY_KEY, 1)) {
                assertThat(client.ask("SET k v")).isEqualTo("+OK");
                assertThat(second.ask("SET k v")).isEqualTo("+OK");
            } finally {
                first.close().join();
            }
        }
    }

    @Test
    void backendsThatAskForTheSecretAreSentIt() throws Exception {
        rig.a.askFor("the secret");
        rig.backendSecret = Optional.of("the secret");
        try (Client client = rig.start(Balancing.ROUND_ROBIN, 2)) {
            assertThat(client.ask("SET k v")).isEqualTo("+OK");
        }
    }
}
