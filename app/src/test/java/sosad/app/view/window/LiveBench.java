package sosad.app.view.window;

import static sosad.app.client.RespClient.loopback;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Stage;
import sosad.app.client.RespClient;
import sosad.app.fabric.LinkCounts;
import sosad.app.fault.Fault;
import sosad.app.fault.LinkFault;
import sosad.app.history.NodeState;
import sosad.app.history.NodeState.Status;
import sosad.app.history.Phase;
import sosad.app.lab.live.LiveState;
import sosad.app.process.NodeException;
import sosad.app.scenario.Scenario;
import sosad.app.scenario.ScenarioReader;
import sosad.model.Link;
import sosad.model.NodeId;

/**
 * Measures the window while many nodes run by their own clocks and clients write: the time from one frame to the next,
 * and how many messages passed. Prints figures; not a test. Arguments: nodes, writes per second at each of them,
 * seconds.
 */
public final class LiveBench {
    private static final int KEYS = 40;
    private static final int STRIKES = 60;

    private final RealWindow open;
    private final int nodes;
    private final List<Double> frames = Collections.synchronizedList(new ArrayList<>());
    private final AnimationTimer timer = new AnimationTimer() {
        private long last;

        @Override
        public void handle(long now) {
            long present = System.nanoTime();
            if (last != 0) {
                frames.add((present - last) / 1e6);
            }
            last = present;
        }
    };

    private LiveBench(RealWindow open, int nodes) {
        this.open = open;
        this.nodes = nodes;
    }

    public static void main(String[] args) throws Exception {
        int nodes = Integer.parseInt(args[0]);
        CompletableFuture<RealWindow> opened = new CompletableFuture<>();
        Platform.startup(() -> opened.complete(new RealWindow(new Stage(), 1280, 800)));
        try (RealWindow window = opened.get(60, TimeUnit.SECONDS)) {
            new LiveBench(window, nodes).run(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        } finally {
            Platform.exit();
        }
    }

    private static Scenario scenario(int nodes) {
        String names = IntStream.range(0, nodes)
                .mapToObj(node -> Character.toString('A' + node))
                .collect(Collectors.joining(", "));
        String yaml = String.format(
                Locale.ROOT,
                "scenario: %d nodes%ncluster:%n  nodes: [%s]%n  content: per-key%nsteps: []%n",
                nodes,
                names);
        return ScenarioReader.read("bench.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }

    private void run(int writesPerSecond, int seconds) throws Exception {
        open.await(() -> open.shown() != null); // the sample, which opens by itself
        long begin = System.nanoTime();
        Platform.runLater(() -> {
            open.window.playback().animatedProperty().set(true);
            open.window.lab().open(scenario(nodes));
        });
        open.await(() -> open.shown() != null && open.shown().nodes().size() == nodes);
        System.out.printf(Locale.ROOT, "%d nodes up after %.1f s%n", nodes, (System.nanoTime() - begin) / 1e9);
        open.press(javafx.scene.input.KeyCode.F9);
        open.await(() -> open.shown().isLive());
        ScheduledExecutorService clients = Executors.newScheduledThreadPool(2);
        try {
            for (NodeState node : open.shown().nodes()) {
                if (node.status() == Status.UP && writesPerSecond > 0) {
                    write(node, clients, writesPerSecond);
                }
            }
            TimeUnit.SECONDS.sleep(3); // warms up
            Platform.runLater(timer::start);
            long before = sent();
            long busyBefore = busyNanos();
            TimeUnit.SECONDS.sleep(seconds);
            Platform.runLater(timer::stop);
            System.out.printf(Locale.ROOT, "%.0f messages/s%n", (double) (sent() - before) / seconds);
            System.out.printf(
                    Locale.ROOT,
                    "the window's thread was busy for %.0f ms/s%n",
                    (busyNanos() - busyBefore) / 1e6 / seconds);
            print();
            inject();
        } finally {
            clients.shutdownNow();
        }
        begin = System.nanoTime();
        open.press(javafx.scene.input.KeyCode.F9);
        open.await(() -> open.shown().phase() == Phase.DELIVERED);
        System.out.printf(Locale.ROOT, "clocks stopped after %.1f s%n", (System.nanoTime() - begin) / 1e9);
    }

    private static void write(NodeState node, ScheduledExecutorService clients, int writesPerSecond) throws Exception {
        RespClient client = new RespClient(loopback(node.clientPort().orElseThrow()), Duration.ofSeconds(10));
        int[] count = {0};
        clients.scheduleAtFixedRate(
                () -> {
                    try {
                        String key = "k" + count[0]++ % KEYS;
                        client.set(key, node.id() + "-" + count[0]);
                    } catch (java.io.IOException e) {
                        throw new NodeException(node.id(), "takes no writes: " + e.getMessage());
                    }
                },
                0,
                1_000_000 / writesPerSecond,
                TimeUnit.MICROSECONDS);
    }

    /** From the call to the answer that it acts on the next message. */
    private void inject() throws Exception {
        Fault fault =
                new Fault.OnLinks(List.of(new Link(new NodeId("A"), new NodeId("B"))), new LinkFault.Duplicate(0.01));
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < STRIKES; i++) {
            TimeUnit.MILLISECONDS.sleep(70);
            long begin = System.nanoTime();
            open.inject(fault).get(30, TimeUnit.SECONDS);
            millis.add((System.nanoTime() - begin) / 1e6);
        }
        Collections.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "a fault acts after: median %.1f ms, 95th percentile %.1f ms%n",
                millis.get(STRIKES / 2),
                millis.get((int) (STRIKES * 0.95)));
    }

    /** The processor time of the window's thread, which does not depend on what else the machine does. */
    private static long busyNanos() throws Exception {
        CompletableFuture<Long> busy = new CompletableFuture<>();
        Platform.runLater(
                () -> busy.complete(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()));
        return busy.get(30, TimeUnit.SECONDS);
    }

    private long sent() throws Exception {
        CompletableFuture<Long> sent = new CompletableFuture<>();
        Platform.runLater(() -> {
            LiveState live = open.window.lab().liveProperty().get();
            sent.complete(
                    live.counts().values().stream().mapToLong(LinkCounts::sent).sum());
        });
        return sent.get(30, TimeUnit.SECONDS);
    }

    private void print() {
        List<Double> sorted = new ArrayList<>(frames);
        Collections.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "frames: %.0f/s, median %.1f ms, 95th percentile %.1f ms, longest %.1f ms%n",
                1_000
                        * sorted.size()
                        / sorted.stream().mapToDouble(Double::doubleValue).sum(),
                sorted.get(sorted.size() / 2),
                sorted.get((int) (sorted.size() * 0.95)),
                sorted.get(sorted.size() - 1));
    }
}
