package sosad.node.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisProtocol;
import redis.clients.jedis.Response;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.resps.ScanResult;
import redis.clients.jedis.util.SafeEncoder;

/** Jedis works against the port, with its own settings and in either version of the protocol. */
@Timeout(60)
@ParameterizedClass
@EnumSource
class JedisTest {
    /** How a client is set up; the secret is sent in any case, as by people who have one for all of their servers. */
    enum Setting {
        USUAL(null, false),
        SECRET(null, true),
        RESP2(RedisProtocol.RESP2, false),
        SECRET_RESP2(RedisProtocol.RESP2, true),
        RESP3(RedisProtocol.RESP3, false),
        SECRET_RESP3(RedisProtocol.RESP3, true);

        private final RedisProtocol protocol;
        private final boolean guarded;

        Setting(RedisProtocol protocol, boolean guarded) {
            this.protocol = protocol;
            this.guarded = guarded;
        }
    }

    private static final String SECRET = "open sesame, please";

    private final Setting setting;
    private final OpenPort port;

    JedisTest(Setting setting) {
        this.setting = setting;
        this.port = new OpenPort(
                setting.guarded ? ClientSettings.DEFAULT.guardedBy(Optional.of(SECRET)) : ClientSettings.DEFAULT);
    }

    @AfterEach
    void stop() {
        port.close();
    }

    private Jedis jedis() {
        return new Jedis(new HostAndPort("127.0.0.1", port.number()), config());
    }

    private JedisClientConfig config() {
        DefaultJedisClientConfig.Builder config = DefaultJedisClientConfig.builder()
                .clientName("test")
                .user("default")
                .password(SECRET);
        return setting.protocol == null
                ? config.build()
                : config.protocol(setting.protocol).build();
    }

    @Test
    void readsAndWrites() {
        try (Jedis jedis = jedis()) {
            assertThat(jedis.set("waffle", "grün")).isEqualTo("OK");
            assertThat(jedis.get("waffle")).isEqualTo("grün");
            assertThat(jedis.get("grace")).isNull();
            assertThat(jedis.exists("waffle")).isTrue();
            assertThat(jedis.strlen("waffle")).isEqualTo(5);
            assertThat(jedis.type("waffle")).isEqualTo("string");
            assertThat(jedis.randomKey()).isEqualTo("waffle");
            assertThat(jedis.dbSize()).isEqualTo(1);
            assertThat(jedis.keys("w*")).containsExactly("waffle");
            assertThat(jedis.del("waffle")).isEqualTo(1);
            assertThatThrownBy(() -> jedis.del("a", "b"))
                    .isInstanceOf(JedisDataException.class)
                    .hasMessageStartingWith("ERR one key per request");
        }
    }

    @Test
    void asksTheServerWhatItIs() {
        try (Jedis jedis = jedis()) {
            assertThat(jedis.ping()).isEqualTo("PONG");
            assertThat(jedis.echo("hello")).isEqualTo("hello");
            assertThat(jedis.select(0)).isEqualTo("OK");
            assertThat(jedis.clientGetname()).isEqualTo("test");
            assertThat(jedis.clientList()).contains("name=test", "lib-name=");
            assertThat(jedis.time()).hasSize(2);
            assertThat(jedis.info("replication")).contains("peer_B:now=3,prev=2");
            assertThat(jedis.configGet("databases")).containsEntry("databases", "1");
            assertThat(jedis.commandCount()).isEqualTo(24);
            assertThat(jedis.commandInfo("get")).containsKey("get");
            assertThat(jedis.commandDocs("get")).containsKey("get");
        }
    }

    @Test
    void scansAllKeys() {
        try (Jedis jedis = jedis()) {
            List<String> keys = IntStream.range(0, 250).mapToObj(i -> "k" + i).toList();
            keys.forEach(key -> jedis.set(key, "v"));
            List<String> found = new ArrayList<>();
            String cursor = ScanParams.SCAN_POINTER_START;
            do {
                ScanResult<String> some =
                        jedis.scan(cursor, new ScanParams().match("k*").count(40));
                found.addAll(some.getResult());
                cursor = some.getCursor();
            } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
            assertThat(found).containsExactlyInAnyOrderElementsOf(keys);
        }
    }

    @Test
    void asksForAVersion() {
        try (Jedis jedis = jedis()) {
            jedis.set("k", "v");
            Object reply = jedis.sendCommand(() -> SafeEncoder.encode("SOSAD.GET"), "k");
            assertThat(SafeEncoder.encodeObject(reply)).isEqualTo(List.of("v", 1L, "A", 1L));
        }
    }

    @Test
    void pipelinesFromAPool() {
        try (RedisClient client = RedisClient.builder()
                        .hostAndPort("127.0.0.1", port.number())
                        .clientConfig(config())
                        .build();
                Pipeline pipeline = client.pipelined()) {
            List<Response<String>> replies = IntStream.range(0, 10_000)
                    .mapToObj(i -> {
                        pipeline.set("k" + i, "v" + i);
                        return pipeline.get("k" + i);
                    })
                    .toList();
            pipeline.sync();
            assertThat(replies.get(9_999).get()).isEqualTo("v9999");
        }
    }
}
