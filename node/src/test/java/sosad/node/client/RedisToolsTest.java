package sosad.node.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The tools that come with Redis work against the port, where they are installed. */
@Timeout(120)
class RedisToolsTest {
    private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private ClientPort port;

    @BeforeEach
    void bind() {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        port = ClientPort.bind(loop, address, new MapDatabase(), ClientSettings.DEFAULT)
                .join();
    }

    @AfterEach
    void stop() {
        port.close().join();
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }

    @Test
    void redisCliWorks() throws IOException, InterruptedException {
        assertThat(run("redis-cli", "SET", "waffle", "yo da")).isEqualTo("OK");
        assertThat(run("redis-cli", "GET", "waffle")).isEqualTo("yo da");
        assertThat(run("redis-cli", "KEYS", "w*")).isEqualTo("waffle");
        assertThat(run("redis-cli", "GET", "a", "b")).startsWith("ERR one key a request");
        assertThat(run("redis-cli", "-2", "DEL", "waffle")).isEqualTo("1");
    }

    @Test
    void redisBenchmarkWorks() throws IOException, InterruptedException {
        String result = run("redis-benchmark", "-c", "50", "-n", "20000", "-t", "ping,set,get", "-P", "16", "-q");
        assertThat(result)
                .contains("PING_INLINE:", "SET:", "GET:")
                .doesNotContain("ERR")
                .doesNotContain("WARNING");
    }

    private String run(String tool, String... arguments) throws IOException, InterruptedException {
        assumeTrue(isInstalled(tool), "skips, because " + tool + " is absent");
        List<String> command = new ArrayList<>(
                List.of(tool, "-p", Integer.toString(port.address().getPort())));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.strip();
    }

    private static boolean isInstalled(String tool) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }
}
