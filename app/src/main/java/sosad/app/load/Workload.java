package sosad.app.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import sosad.app.client.RespClient;
import sosad.app.cluster.LiveCluster;
import sosad.message.Address;
import sosad.model.Entry;
import sosad.model.NodeId;

/**
 * Clients, one at each node and gateway, that write and read over its port for clients, as long as it has one. All are
 * served by one thread, which ends with {@link #stop}.
 */
public final class Workload implements AutoCloseable {
    /** One read after four writes. */
    private static final double READ_SHARE = 0.2;

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final Map<NodeId, Address> addresses = new ConcurrentHashMap<>();
    private final List<SteadyScript> clients = new ArrayList<>();
    private final long beganNanos;
    private final String prefix;
    private Optional<LoadLoop> loop = Optional.empty();

    /**
     * Clients that have not begun.
     *
     * @param nodes where they write new keys and overwrite old ones
     * @param gateways where they write new keys alone: two nodes behind a gateway have two clocks, so that of two
     *     writes of a key the later may lose
     * @param writesPerSecond of all of them together
     */
    public Workload(Collection<NodeId> nodes, Collection<NodeId> gateways, int writesPerSecond) {
        prefix = "";
        beganNanos = System.nanoTime();
        int all = nodes.size() + gateways.size();
        long everyNanos = everyNanos(writesPerSecond / (1 - READ_SHARE), all);
        nodes.forEach(node -> add(node, new Ledger(node), onceAndAgain(node, true, everyNanos)));
        gateways.forEach(gateway -> add(gateway, new Ledger(gateway), onceAndAgain(gateway, false, everyNanos)));
    }

    /**
     * Clients of these processes that have not begun, and may go on for hours: they write under the same keys again and
     * again, and remember no more than their last write of each. They read what any of them has written.
     *
     * @param log where their requests are recorded, with the staleness of each read
     */
    public Workload(Collection<NodeId> processes, LoadSettings settings, ThinnedLog log) {
        prefix = "";
        beganNanos = System.nanoTime();
        long originNanos = log.kept().log().originNanos();
        Optional<RecentWrites> judge = Optional.of(new RecentWrites());
        for (NodeId process : processes) {
            clients.add(new SteadyScript(
                    process,
                    List.of(process),
                    Ledger.ofLastWrites(process),
                    byLoad(process, settings, processes),
                    new SteadyRecorder(originNanos, clients.size() + 1, log::add),
                    judge));
        }
    }

    /**
     * Clients that have not begun, whose requests are logged.
     *
     * @param prefix what their keys begin with: it keeps them apart from all others that the servers may hold
     * @param seed decides which of its keys each reads
     * @param log where they are recorded
     */
    public Workload(List<SteadyClient> steady, String prefix, long seed, OperationLog log) {
        this.prefix = prefix;
        beganNanos = log.originNanos();
        for (SteadyClient client : steady) {
            RandomGenerator chance = new SplittableRandom(seed + clients.size());
            clients.add(new SteadyScript(
                    client.name(),
                    client.targets(),
                    new Ledger(client.name()),
                    new SteadyScript.Pace(
                            everyNanos(client.writesPerSecond() / (1 - READ_SHARE), 1),
                            READ_SHARE,
                            KeyChoice.onceAndAgain(prefix + client.name(), client.overwrites(), chance)),
                    new SteadyRecorder(log, clients.size()),
                    Optional.empty()));
        }
    }

    private void add(NodeId process, Ledger ledger, SteadyScript.Pace pace) {
        clients.add(new SteadyScript(process, List.of(process), ledger, pace, SteadyRecorder.NONE, Optional.empty()));
    }

    private static long everyNanos(double perSecond, int clients) {
        return Math.round(TimeUnit.SECONDS.toNanos(1) * clients / perSecond);
    }

    private static SteadyScript.Pace onceAndAgain(NodeId process, boolean overwrites, long everyNanos) {
        return new SteadyScript.Pace(
                everyNanos, READ_SHARE, KeyChoice.onceAndAgain(process.name(), overwrites, new SplittableRandom()));
    }

    private static SteadyScript.Pace byLoad(NodeId process, LoadSettings settings, Collection<NodeId> all) {
        int requests = settings.requestsPerSecond();
        return new SteadyScript.Pace(
                requests == 0 ? ClientScript.NEVER_NANOS : everyNanos(requests, all.size()),
                requests == 0 ? 0 : (double) settings.readsPerSecond() / requests,
                keys(process, settings, all));
    }

    private static KeyChoice keys(NodeId process, LoadSettings settings, Collection<NodeId> all) {
        List<String> owners = all.stream().map(NodeId::name).toList();
        int keys = Math.max(1, settings.keys() / all.size());
        RandomGenerator chance = new SplittableRandom();
        return settings.zipf()
                .map(zipf -> KeyChoice.byZipf(process.name(), owners, keys, zipf, chance))
                .orElseGet(() -> KeyChoice.inTurn(process.name(), owners, keys, chance));
    }

    /** Returns when this began, and its log with it, by {@link System#nanoTime}. */
    public long beganNanos() {
        return beganNanos;
    }

    /** Sets what clients do from now on; they began with such settings. */
    public void set(LoadSettings settings) {
        List<NodeId> all = clients.stream().map(SteadyScript::process).toList();
        clients.forEach(client -> client.setPace(byLoad(client.process(), settings, all)));
    }

    /** Connects clients to the processes that are up, wherever they are now, and to no others. */
    public void follow(LiveCluster cluster) {
        for (SteadyScript client : clients) {
            NodeId process = client.process();
            if (cluster.isUp(process)) {
                connect(process, cluster.clientPort(process));
            } else {
                disconnect(process);
            }
        }
    }

    /**
     * Sets the address to which clients of a process connect from now on.
     *
     * @param port 0: it has none, as a simulated one
     */
    public void connect(NodeId process, int port) {
        if (port == 0) {
            disconnect(process);
        } else {
            addresses.put(process, RespClient.loopback(port));
        }
    }

    /** A process is not there for clients until it is connected again. */
    public void disconnect(NodeId process) {
        addresses.remove(process);
    }

    /** Lets them begin. */
    public void start() {
        LoadLoop started =
                new LoadLoop("clients", clients.stream().map(this::connection).toList());
        loop = Optional.of(started);
        started.start();
    }

    private LoadConnection connection(SteadyScript client) {
        return new LoadConnection(client, client.targets(), addresses, Optional.empty(), 1, 0, TIMEOUT);
    }

    /** Ends them at once; what they have asked last may be done or not, and is not counted. */
    public void stopNow() {
        loop.ifPresent(LoadLoop::cutOff);
    }

    /** Ends them; returns when the last has ended. */
    public void stop() {
        loop.ifPresent(LoadLoop::stop);
    }

    /** Returns what they were told so far, all together. */
    public Tally tally() {
        return new Tally(
                clients.stream().mapToLong(SteadyScript::acknowledged).sum(),
                clients.stream().mapToLong(SteadyScript::refused).sum(),
                clients.stream().mapToLong(SteadyScript::unanswered).sum(),
                clients.stream().mapToLong(SteadyScript::reads).sum(),
                clients.stream().flatMap(client -> client.wrongReads().stream()).toList());
    }

    /** Returns how many writes of each client were acknowledged. */
    public Map<NodeId, Long> acknowledged() {
        return clients.stream().collect(Collectors.toMap(SteadyScript::process, SteadyScript::acknowledged));
    }

    /** Returns how many requests were refused, or never answered. */
    public long errors() {
        return clients.stream()
                .mapToLong(client -> client.refused() + client.unanswered() + client.failedReads())
                .sum();
    }

    /**
     * Returns what was acknowledged and is not among these entries, nor anything that was written later under the same
     * key.
     */
    public List<MissingWrite> missing(Collection<Entry> entries) {
        Map<String, String> held = held(entries);
        return clients.stream()
                .flatMap(client -> client.ledger().missing(held).stream())
                .toList();
    }

    /** Returns which of these entries nobody wrote, of those whose keys begin as its own. */
    public List<String> foreign(Collection<Entry> entries) {
        Map<String, SteadyScript> owners = clients.stream()
                .collect(Collectors.toMap(client -> prefix + client.process().name(), client -> client));
        List<String> foreign = new ArrayList<>();
        Map<String, String> own = held(entries);
        own.keySet().removeIf(key -> !key.startsWith(prefix));
        own.forEach((key, value) -> {
            SteadyScript owner = owners.get(KeyChoice.owner(key));
            if (owner == null) {
                foreign.add("%s holds %s, which nobody wrote".formatted(key, value));
            } else {
                owner.ledger().wrong(key, value).ifPresent(foreign::add);
            }
        });
        return foreign;
    }

    private static Map<String, String> held(Collection<Entry> entries) {
        Map<String, String> held = new HashMap<>();
        entries.forEach(entry ->
                held.put(entry.key().text(), entry.value().map(Object::toString).orElse("(deleted)")));
        return held;
    }

    @Override
    public void close() {
        stop();
    }

    /**
     * The replies that clients have had.
     *
     * @param acknowledged how many writes were acknowledged
     * @param refused how many writes were answered by an error
     * @param unanswered how many writes were sent and never answered, which may have been done or not
     * @param reads how many reads were answered
     * @param wrongReads what reads gave that nobody wrote; the first few
     */
    public record Tally(long acknowledged, long refused, long unanswered, long reads, List<String> wrongReads) {
        public Tally {
            wrongReads = List.copyOf(wrongReads);
        }
    }
}
