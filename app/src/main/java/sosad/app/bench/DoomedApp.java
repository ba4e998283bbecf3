package sosad.app.bench;

import static sosad.model.PlainFormat.format;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import sosad.app.process.ProcessCommand;

/**
 * An app that is started only to be killed, at an instant that is left to chance: now and then before its nodes are up.
 */
final class DoomedApp {
    private static final int NODES = 3;
    private static final int CLIENTS_PER_NODE = 2;
    private static final int EARLY_ONE_IN = 6;
    private static final int EARLY_MILLIS = 2_000;
    private static final int LOADED_MILLIS = 800;
    private static final Duration TO_COME_UP = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final StartedAs way;
    private final boolean isTroubled;
    private final boolean isEarly;
    private final boolean isLive;
    private final int killMillis;
    private final MarkedProcesses marked = new MarkedProcesses(UUID.randomUUID().toString());
    private Duration goneAfter = Duration.ZERO;
    private boolean isLoaded;
    private final CompletableFuture<LabApi> api = new CompletableFuture<>();

    /** @param isTroubled whether disks are slow and a node is paused */
    DoomedApp(StartedAs way, boolean isTroubled, SplittableRandom chance) {
        this.way = way;
        this.isTroubled = isTroubled;
        this.isEarly = chance.nextInt(EARLY_ONE_IN) == 0;
        this.isLive = !way.hasApi() || chance.nextInt(4) > 0;
        this.killMillis = chance.nextInt(isEarly ? EARLY_MILLIS : LOADED_MILLIS);
    }

    /**
     * Starts it, lets clients write, and kills it.
     *
     * @return its processes that are there still at the limit, in words; they are killed then
     */
    List<String> liveAndDie(AppFiles files, Optional<String> display, Children children, Duration limit)
            throws IOException, InterruptedException {
        ExecutorService clients = Executors.newCachedThreadPool();
        try {
            MeasuredProcess app = start(files.start(way, isTroubled, display), children);
            isLoaded = !isEarly && load(clients, app);
            TimeUnit.MILLISECONDS.sleep(killMillis);
            children.kill(app);
            long killed = System.nanoTime();
            List<Long> left = marked.awaitNone(limit);
            goneAfter = Duration.ofNanos(System.nanoTime() - killed);
            return left.stream().map(MarkedProcesses::describe).toList();
        } finally {
            marked.kill();
            clients.shutdownNow();
        }
    }

    private MeasuredProcess start(ProcessCommand command, Children children) {
        return children.start(way.word(), marked.mark(command), line -> LabApi.announcedBy(line)
                .ifPresent(api::complete));
    }

    /** Returns whether clients were writing when it was killed. */
    boolean wasLoaded() {
        return isLoaded;
    }

    /** Returns how long it took after the kill until no process of it was there, or the limit. */
    Duration goneAfter() {
        return goneAfter;
    }

    /** Gives whether clients write and all is as it is meant; a machine that is too busy does not get so far. */
    private boolean load(ExecutorService clients, MeasuredProcess app) throws IOException, InterruptedException {
        List<Integer> ports = clientPorts(app);
        if (ports.size() < NODES || (way.hasApi() && !isSteered())) {
            return false;
        }
        for (int port : ports) {
            for (int client = 0; client < CLIENTS_PER_NODE; client++) {
                clients.execute(new EagerWriter(port));
            }
        }
        if (way.hasApi() && isTroubled) {
            trouble(api.join());
        }
        return true;
    }

    /** Returns where the nodes take clients, once all do. */
    private List<Integer> clientPorts(MeasuredProcess app) throws InterruptedException {
        Map<Long, Integer> ports = new TreeMap<>();
        long end = System.nanoTime() + TO_COME_UP.toNanos();
        while (ports.size() < NODES && System.nanoTime() < end) {
            app.checkRuns();
            for (long node : MarkedProcesses.nodesBelow(app.pid())) {
                if (!ports.containsKey(node)) {
                    ListeningPorts.of(node).ifPresent(port -> ports.put(node, port));
                }
            }
            TimeUnit.NANOSECONDS.sleep(BETWEEN_LOOKS.toNanos());
        }
        return List.copyOf(ports.values());
    }

    /** Goes live, if it is to be; gives whether the app takes orders. */
    private boolean isSteered() throws IOException, InterruptedException {
        try {
            LabApi lab = api.get(TO_COME_UP.toSeconds(), TimeUnit.SECONDS);
            if (isLive) {
                lab.post("/live", "");
            }
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    private void trouble(LabApi lab) throws IOException, InterruptedException {
        if (isLive) {
            lab.post("/faults", slowDisk("A", 300));
            lab.post("/faults", slowDisk("C", 20));
        }
        lab.post("/nodes/B", "{\"status\":\"paused\"}");
    }

    private static String slowDisk(String node, int millis) {
        return format("{\"type\":\"slow-disk\",\"node\":\"%s\",\"attributes\":{\"millis\":%d}}", node, millis);
    }

    /** In words. */
    @Override
    public String toString() {
        return format(
                "%s%s%s, %d ms after %s",
                way.word(),
                isLive ? "" : " in step mode",
                isTroubled ? " with slow disks and a paused node" : "",
                killMillis,
                isLoaded ? "its clients began" : "its start");
    }
}
