package sosad.node.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.protocol.ProtocolVersion;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.CsvSource;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.RedisProtocol;
import redis.clients.jedis.Transaction;
import redis.clients.jedis.exceptions.JedisDataException;
import sosad.message.Address;
import sosad.model.Limits;
import sosad.model.NodeId;
import sosad.node.gateway.Gateway;
import sosad.node.gateway.GatewaySettings;
import sosad.node.gateway.GatewaySettings.Balancing;
import sosad.node.gateway.GatewaySettings.Reads;
import sosad.node.gateway.GatewayWatcher;
import sosad.node.net.HostLookup;

/**
 * Clients that people use work with their own settings and in either version of the protocol, with a secret, at a node
 * and at a gateway: those in other languages where they are installed. What these do stands in
 * {@code src/test/clients}.
 */
@Timeout(120)
@ParameterizedClass(name = "at a {0}")
@CsvSource({"node", "gateway"})
class KnownClientsTest {
    private static final Path SCRIPTS = Path.of("src/test/clients");
    private static final String SECRET = "open-sesame-please";

    @TempDir
    Path folder;

    private final OpenPort node = new OpenPort(ClientSettings.DEFAULT.guardedBy(Optional.of(SECRET)));
    private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final int port;

    KnownClientsTest(String place) throws IOException {
        port = place.equals("node") ? node.number() : gateway();
    }

    private int gateway() throws IOException {
        GatewaySettings settings = new GatewaySettings(
                Map.of(new NodeId("A"), new Address("127.0.0.1", node.number())),
                Balancing.ROUND_ROBIN,
                1,
                Reads.ONE,
                Duration.ofSeconds(5),
                Optional.empty(),
                Limits.DEFAULT,
                Optional.of(SECRET),
                Optional.of(SECRET));
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        InetSocketAddress address = Gateway.start(loop, any, settings, GatewayWatcher.NONE, new HostLookup())
                .join()
                .address();
        try (RawClient client = new RawClient(address)) {
            client.ask("AUTH " + SECRET);
            while (!client.ask("EXISTS waffle").equals(":0")) {
                Thread.onSpinWait(); // until the gateway has connected to the node
            }
        }
        return address.getPort();
    }

    @AfterEach
    void stop() {
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
        node.close();
    }

    @Test
    void jedis() {
        for (RedisProtocol version : new RedisProtocol[] {null, RedisProtocol.RESP2, RedisProtocol.RESP3}) {
            DefaultJedisClientConfig.Builder config =
                    DefaultJedisClientConfig.builder().user("default").password(SECRET);
            if (version != null) {
                config.protocol(version);
            }
            try (Jedis jedis = new Jedis(new HostAndPort("127.0.0.1", port), config.build())) {
                assertThat(jedis.set("waffle", "grün")).isEqualTo("OK");
                assertThat(jedis.get("waffle")).isEqualTo("grün");
                assertThat(jedis.get("grace")).isNull();
                assertThat(jedis.configGet("databases")).containsEntry("databases", "1");
                assertThat(jedis.info("replication"))
                        .startsWith("# Replication")
                        .contains("role:master");
                Transaction torn = jedis.multi();
                torn.set("torn", "1");
                assertThatThrownBy(torn::exec).isInstanceOf(JedisDataException.class);
            }
            try (Jedis jedis = new Jedis(new HostAndPort("127.0.0.1", port), config.build())) {
                assertThat(jedis.get("torn")).isNull();
            }
        }
    }

    @Test
    void lettuce() {
        for (ProtocolVersion version : ProtocolVersion.values()) {
            RedisClient client = RedisClient.create(RedisURI.builder()
                    .withHost("127.0.0.1")
                    .withPort(port)
                    .withAuthentication("default", SECRET)
                    .build());
            client.setOptions(ClientOptions.builder().protocolVersion(version).build());
            try (StatefulRedisConnection<String, String> connection = client.connect()) {
                RedisCommands<String, String> redis = connection.sync();
                assertThat(redis.set("waffle", "grün")).isEqualTo("OK");
                assertThat(redis.get("waffle")).isEqualTo("grün");
                assertThat(redis.get("grace")).isNull();
                assertThat(redis.configGet("databases")).containsEntry("databases", "1");
                assertThat(redis.info("replication"))
                        .startsWith("# Replication")
                        .contains("role:master");
                assertThatThrownBy(redis::multi).hasMessageContaining("MULTI is not supported, because");
                assertThat(redis.discard()).isEqualTo("OK");
                assertThat(redis.get("waffle")).isEqualTo("grün");
            } finally {
                client.shutdown(Duration.ZERO, Duration.ofSeconds(5));
            }
        }
    }

    @Test
    void nodeRedis() throws IOException, InterruptedException {
        javaScript("redis", "node-redis");
    }

    @Test
    void ioredis() throws IOException, InterruptedException {
        javaScript("ioredis", "ioredis");
    }

    @Test
    void valkeyGlide() throws IOException, InterruptedException {
        javaScript("@valkey/valkey-glide", "valkey-glide");
    }

    private void javaScript(String library, String name) throws IOException, InterruptedException {
        assumeTrue(
                ends("node", "-e", "require('" + library + "')"),
                "skipped, because " + name + " is absent: npm install -g " + library);
        works(name, "node", SCRIPTS.resolve(name + ".js").toString());
    }

    @Test
    void redisPy() throws IOException, InterruptedException {
        for (String python : List.of("python3", "/usr/bin/python3")) {
            if (ends(python, "-c", "import redis")) {
                works("redis-py", python, SCRIPTS.resolve("redis-py.py").toString());
                return;
            }
        }
        assumeTrue(false, "skipped, because redis-py is absent: apt-get install python3-redis");
    }

    @Test
    void hiredis() throws IOException, InterruptedException {
        String program = folder.resolve("hiredis").toString();
        assumeTrue(
                ends("cc", "-o", program, SCRIPTS.resolve("hiredis.c").toString(), "-lhiredis"),
                "skipped, because hiredis or a compiler is absent: apt-get install gcc libc6-dev libhiredis-dev");
        works("hiredis", program);
    }

    /** In all ways in which it can be set up. */
    private void works(String name, String... command) throws IOException, InterruptedException {
        for (String version : List.of("", "2", "3")) {
            List<String> line = new ArrayList<>(List.of(command));
            line.addAll(List.of(Integer.toString(port), SECRET, version));
            Process process = start(line);
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(said)
                    .as("%s in version '%s'", name, version)
                    .containsPattern("(?m)^(works with|skipped:) " + name + " \\d");
            assertThat(process.waitFor()).isZero();
        }
    }

    private static boolean ends(String... command) throws InterruptedException {
        try {
            Process process = start(List.of(command));
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    private static Process start(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putIfAbsent("NODE_PATH", "/usr/local/lib/node_modules:/usr/lib/node_modules");
        return builder.start();
    }
}
