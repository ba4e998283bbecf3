package sosad.node.client;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanIterator;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.ArrayOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.ProtocolKeyword;
import io.lettuce.core.protocol.ProtocolVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.CsvSource;

/** Lettuce works against the port, with its own settings, which ask for RESP3, and in RESP2. */
@Timeout(60)
@ParameterizedClass
@CsvSource({"NEWEST_KNOWN, false", "NEWEST_KNOWN, true", "RESP2, false", "RESP2, true"})
class LettuceTest {
    private static final String SECRET = "open sesame, please";

    private final OpenPort port;
    private final RedisClient client;
    private final StatefulRedisConnection<String, String> connection;
    private final RedisCommands<String, String> redis;

    LettuceTest(String version, boolean guarded) {
        port = new OpenPort(guarded ? ClientSettings.DEFAULT.guardedBy(Optional.of(SECRET)) : ClientSettings.DEFAULT);
        client = RedisClient.create(RedisURI.builder()
                .withHost("127.0.0.1")
                .withPort(port.number())
                .withClientName("test")
                .withAuthentication("default", SECRET)
                .build());
        if (version.equals("RESP2")) {
            client.setOptions(ClientOptions.builder()
                    .protocolVersion(ProtocolVersion.RESP2)
                    .build());
        }
        connection = client.connect();
        redis = connection.sync();
    }

    @AfterEach
    void stop() {
        connection.close();
        client.shutdown(Duration.ZERO, Duration.ofSeconds(5));
        port.close();
    }

    @Test
    void readsAndWrites() {
        assertThat(redis.set("waffle", "grün")).isEqualTo("OK");
        assertThat(redis.get("waffle")).isEqualTo("grün");
        assertThat(redis.get("grace")).isNull();
        assertThat(redis.exists("waffle")).isEqualTo(1);
        assertThat(redis.strlen("waffle")).isEqualTo(5);
        assertThat(redis.type("waffle")).isEqualTo("string");
        assertThat(redis.randomkey()).isEqualTo("waffle");
        assertThat(redis.dbsize()).isEqualTo(1);
        assertThat(redis.keys("w*")).containsExactly("waffle");
        assertThat(redis.del("waffle")).isEqualTo(1);
        assertThatThrownBy(() -> redis.del("a", "b"))
                .isInstanceOf(RedisCommandExecutionException.class)
                .hasMessageStartingWith("ERR one key per request");
    }

    @Test
    void asksTheServerWhatItIs() {
        assertThat(redis.ping()).isEqualTo("PONG");
        assertThat(redis.echo("hello")).isEqualTo("hello");
        assertThat(redis.clientGetname()).isEqualTo("test");
        assertThat(redis.clientId()).isPositive();
        assertThat(redis.clientList()).contains("name=test", "lib-name=Lettuce");
        assertThat(redis.time()).hasSize(2);
        assertThat(redis.info("replication")).contains("peer_B:now=3,prev=2");
        assertThat(redis.configGet("databases")).containsEntry("databases", "1");
        assertThat(redis.commandCount()).isEqualTo(24);
        assertThat(redis.commandInfo("get", "set")).hasSize(2);
    }

    @Test
    void scansAllKeys() {
        List<String> keys = IntStream.range(0, 250).mapToObj(i -> "k" + i).toList();
        keys.forEach(key -> redis.set(key, "v"));
        List<String> found = new ArrayList<>();
        ScanIterator.scan(redis, ScanArgs.Builder.matches("k*").limit(40)).forEachRemaining(found::add);
        assertThat(found).containsExactlyInAnyOrderElementsOf(keys);
        KeyScanCursor<String> first = redis.scan();
        assertThat(first.getKeys()).hasSize(10);
    }

    @Test
    void asksForAVersion() {
        redis.set("k", "v");
        List<Object> reply = redis.dispatch(
                keyword("SOSAD.GET"),
                new ArrayOutput<>(StringCodec.UTF8),
                new CommandArgs<>(StringCodec.UTF8).addKey("k"));
        assertThat(reply).containsExactly("v", 1L, "A", 1L);
    }

    @Test
    void pipelines() {
        RedisAsyncCommands<String, String> async = connection.async();
        List<RedisFuture<String>> replies = IntStream.range(0, 10_000)
                .mapToObj(i -> {
                    async.set("k" + i, "v" + i);
                    return async.get("k" + i);
                })
                .toList();
        assertThat(replies.get(9_999).toCompletableFuture().join()).isEqualTo("v9999");
    }

    private static ProtocolKeyword keyword(String word) {
        return new ProtocolKeyword() {
            @Override
            public byte[] getBytes() {
                return word.getBytes(US_ASCII);
            }

            @Override
            public String toString() {
                return word;
            }
        };
    }
}
