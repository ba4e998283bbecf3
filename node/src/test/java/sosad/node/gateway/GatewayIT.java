package sosad.node.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.node.NodeJar;
import sosad.node.TestPort;

/** The packaged program: a gateway before two real nodes, each a process of its own. */
@Timeout(120)
class GatewayIT {
    /** The gateway tells no events; whoever waits asks again. */
    private static final long BETWEEN_LOOKS_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    /** Serve one gateway after the other. */
    private static RunningNode a;

    private static RunningNode b;

    private final List<Process> processes = new ArrayList<>();
    private Process gateway;
    private InetSocketAddress address;

    /** A node in a process of its own, and its port for clients. */
    private record RunningNode(Process process, int port) {
        static RunningNode start(String id) throws IOException {
            int port = TestPort.next();
            return new RunningNode(java("node", "--id", id, "--client-port", port + ""), port);
        }
    }

    @BeforeAll
    static void startNodes() throws IOException {
        a = RunningNode.start("A");
        b = RunningNode.start("B");
    }

    @AfterAll
    static void stopNodes() throws InterruptedException {
        a.process.destroyForcibly().waitFor();
        b.process.destroyForcibly().waitFor();
    }

    @BeforeEach
    void start() throws Exception {
        if (!a.process.isAlive()) {
            a = RunningNode.start("A"); // the test before has killed it
        }
        gateway = java("gateway", "--backend", "A=127.0.0.1:" + a.port, "--backend", "B=127.0.0.1:" + b.port);
        processes.add(gateway);
        BufferedReader out =
                new BufferedReader(new InputStreamReader(gateway.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        assertThat(line).startsWith("gateway: clients at 127.0.0.1:");
        int port = Integer.parseInt(line.substring(line.lastIndexOf(':') + 1));
        address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        awaitState("A", "up");
        awaitState("B", "up");
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (Process process : processes) {
            process.destroyForcibly().waitFor();
        }
    }

    private static Process java(String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(NodeJar.command(List.of(), arguments))
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("SOSAD_SECRET", "for the peers");
        return builder.start();
    }

    /** Asks INFO until a backend is in the state given; the test's time limit ends it. */
    private void awaitState(String backend, String state) throws IOException {
        try (Client client = new Client(address)) {
            while (!client.ask("INFO backends").contains("backend_" + backend + ":state=" + state + ",")) {
                LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
            }
        }
    }

    @Test
    void aStoppedOrKilledNodeIsOutWithinASecondAndRequestsGoOn() throws Exception {
        try (Client client = new Client(address)) {
            assertThat(client.ask("SET k v")).isEqualTo("+OK");
            assertThat(new ProcessBuilder("kill", "-STOP", a.process.pid() + "")
                            .start()
                            .waitFor())
                    .isZero();
            long stopped = System.nanoTime();
            awaitState("A", "down");
            assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - stopped))
                    .isLessThan(1_000);
            assertThat(client.ask("SET l w")).isEqualTo("+OK");
            assertThat(client.ask("GET l")).isEqualTo("$w");
            assertThat(new ProcessBuilder("kill", "-CONT", a.process.pid() + "")
                            .start()
                            .waitFor())
                    .isZero();
            awaitState("A", "up");
            a.process.destroyForcibly().waitFor();
            awaitState("A", "down");
            assertThat(client.ask("GET l")).isEqualTo("$w");
        }
    }

    private static void fill(RunningNode node, String prefix, int keys) throws IOException {
        try (Client client = new Client(new InetSocketAddress(InetAddress.getLoopbackAddress(), node.port))) {
            client.send(IntStream.range(0, keys)
                    .mapToObj(i -> "SET " + prefix + i + " v")
                    .collect(Collectors.joining("\r\n")));
            for (int i = 0; i < keys; i++) {
                assertThat(client.reply()).isEqualTo("+OK");
            }
        }
    }

    /** Takes a scan one request further; gives the next cursor. */
    private static String scan(Client client, String cursor, Set<String> seen) throws IOException {
        Matcher reply = Pattern.compile("\\[\\$(\\d+), \\[(.*)]]").matcher(client.ask("SCAN " + cursor + " COUNT 100"));
        assertThat(reply.matches()).isTrue();
        Stream.of(reply.group(2).split(", ")).filter(key -> !key.isEmpty()).forEach(seen::add);
        return reply.group(1);
    }

    @Test
    void twoScansOnOneConnectionSeeAllKeysAndOneOverARestartedNodeIsLost() throws Exception {
        int keys = 3_000;
        fill(a, "a", keys);
        fill(b, "b", keys);
        try (Client client = new Client(address)) {
            List<Set<String>> seen = List.of(new HashSet<>(), new HashSet<>());
            List<String> cursors = new ArrayList<>(List.of("0", "0"));
            do {
                for (int i = 0; i < 2; i++) {
                    cursors.set(i, scan(client, cursors.get(i), seen.get(i)));
                }
            } while (!cursors.equals(List.of("0", "0")));
            int ofA = seen.get(0).contains("$a0") ? 0 : 1;
            assertThat(seen.get(ofA)).filteredOn(key -> key.startsWith("$a")).hasSize(keys);
            assertThat(seen.get(1 - ofA))
                    .filteredOn(key -> key.startsWith("$b"))
                    .hasSize(keys);

            List<String> begun = List.of(scan(client, "0", new HashSet<>()), scan(client, "0", new HashSet<>()));
            a.process.destroyForcibly().waitFor();
            awaitState("A", "down");
            a = new RunningNode(java("node", "--id", "A", "--client-port", a.port + ""), a.port);
            awaitState("A", "up");
            fill(a, "a", keys);
            List<String> answers = List.of(client.ask("SCAN " + begun.get(0)), client.ask("SCAN " + begun.get(1)));
            assertThat(answers)
                    .filteredOn(answer -> answer.startsWith("-SCANLOST"))
                    .hasSize(1);
        }
    }

    @Test
    void sigtermDrainsAndExits0() throws Exception {
        try (Client client = new Client(address)) {
            assertThat(client.ask("SET k v")).isEqualTo("+OK");
            gateway.destroy();
            assertThat(gateway.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(gateway.exitValue()).isZero();
        }
    }

    @Test
    void theToolsOfRedisWorkWhereTheyAreInstalled() throws Exception {
        if (isInstalled("redis-cli")) {
            assertThat(run("redis-cli", "SET", "waffle", "yo da")).isEqualTo("OK");
            assertThat(run("redis-cli", "INFO", "backends")).contains("backend_A:state=up");
        }
        if (isInstalled("redis-benchmark")) {
            assertThat(run("redis-benchmark", "-c", "10", "-n", "2000", "-t", "set,get", "-P", "16", "-q"))
                    .contains("SET:", "GET:")
                    .doesNotContain("ERR")
                    .doesNotContain("WARNING");
        }
    }

    private String run(String tool, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(tool, "-p", address.getPort() + ""));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        processes.add(process);
        process.getOutputStream().close();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    private static boolean isInstalled(String tool) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }
}
