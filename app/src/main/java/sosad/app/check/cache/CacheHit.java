package sosad.app.check.cache;

import static sosad.model.PlainFormat.format;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sosad.app.check.Check;
import sosad.app.check.CheckContext;
import sosad.app.check.CheckNumber;
import sosad.app.check.CheckResult;
import sosad.app.check.CheckResultBuilder;
import sosad.app.check.Evidence;
import sosad.app.check.Figure;
import sosad.app.check.Series;
import sosad.app.check.SystemUnderTest;
import sosad.app.check.cache.CacheFindings.HitRatio;
import sosad.app.check.cache.CacheFindings.StaleRead;
import sosad.app.check.cache.CachedKeys.Way;
import sosad.app.client.RespClient;
import sosad.app.load.OperationLog;
import sosad.app.process.NodeException;
import sosad.message.Address;
import sosad.model.NodeId;

/** Check 7: the cache of a gateway of its own, before one of the servers. */
public final class CacheHit implements Check {
    private static final NodeId GATEWAY = new NodeId("Gcache");
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int KEYS = 1_000;
    private static final int CACHED = 100;
    private static final int TTL_MILLIS = 400;
    private static final int BINS = 10;
    private static final int MAX_LINES = 20;

    private final CachingGateway.Opener gateways;

    /** The check with a process of our gateway. */
    public CacheHit() {
        this(GatewayWithCache.opener());
    }

    /** @param gateways opens the gateway whose cache is checked */
    CacheHit(CachingGateway.Opener gateways) {
        this.gateways = gateways;
    }

    @Override
    public CheckNumber number() {
        return CheckNumber.of(7);
    }

    @Override
    public String title() {
        return "Cache hit";
    }

    @Override
    public String question() {
        return "How many reads does the gateway's cache answer, and how old are its answers?";
    }

    @Override
    public String situation() {
        return "reads that the cache answered";
    }

    @Override
    public Duration usualDuration() {
        return Duration.ofSeconds(10);
    }

    @Override
    public Optional<String> skippedBecause(SystemUnderTest system) {
        if (system.cluster().isEmpty()) {
            return Optional.of("the cache is that of our gateway; these servers were not started by this program");
        }
        return system.gateways().isEmpty() ? Optional.of("there is no gateway; see --gateways") : Optional.empty();
    }

    @Override
    public CheckResult run(CheckContext context) throws InterruptedException {
        NodeId server = context.system().servers().get(0);
        Address address = context.system().address(server).orElseThrow(() -> new NodeException(server, "is down"));
        context.progress(0, "starting a gateway with a cache");
        OperationLog log = new OperationLog();
        context.operations(log);
        try (CachingGateway gateway = gateways.open(address, CACHED, TTL_MILLIS);
                RespClient through = new RespClient(gateway.address(), PATIENCE);
                RespClient direct = new RespClient(address, PATIENCE)) {
            CachedKeys keys = new CachedKeys(
                    "check7.%s.".formatted(Long.toString(System.currentTimeMillis(), 36)),
                    KEYS,
                    new Way(GATEWAY, 0, through),
                    new Way(server, 1, direct),
                    log);
            CacheFindings findings = new CacheFindings();
            probe(context, new CacheProbe(keys, through, CACHED, TTL_MILLIS, findings));
            CacheCounts all = CacheCounts.of(through);
            return result(server, findings, all, log);
        } catch (IOException e) {
            throw new NodeException(
                    "a request through the gateway or to %s failed: %s".formatted(server, e.getMessage()));
        }
    }

    private static void probe(CheckContext context, CacheProbe probe) throws IOException, InterruptedException {
        long millis = context.duration().toMillis();
        probe.awaitServer(PATIENCE);
        probe.fill();
        context.progress(0.1, "reading by several distributions");
        probe.hitRatios(context.chance(), millis / 6);
        context.system().turn(0);
        context.progress(0.6, "writing through the gateway");
        probe.ownWrites(millis / 10);
        context.system().turn(0);
        context.progress(0.7, "writing past the gateway");
        probe.directWrites(millis / 4);
    }

    private CheckResult result(NodeId server, CacheFindings findings, CacheCounts all, OperationLog log) {
        CheckResultBuilder builder = new CheckResultBuilder(this)
                .did(format(
                        "Read %,d keys of %s through a gateway that caches %d of them for %d ms, by three distributions; wrote"
                                + " through the gateway and past it, and read at both.",
                        KEYS, server, CACHED, TTL_MILLIS))
                .situations(findings.hits())
                .operations(log);
        for (HitRatio ratio : findings.ratios()) {
            builder.figure(Figure.percent("hits, " + ratio.distribution(), ratio.measured()));
            builder.figure(Figure.percent("best possible, " + ratio.distribution(), ratio.best()));
        }
        builder.figure(Figure.count("reads after a write through the gateway", findings.readsAfterOwnWrites()));
        builder.figure(Figure.count(
                "reads after a write past the gateway",
                findings.afterDirectWrites().size()));
        builder.figure(Figure.count("of these, stale", findings.stale()));
        builder.figure(Figure.millis("longest staleness that the cache added", findings.longestStaleMillis()));
        builder.figure(Figure.millis("greatest age by the gateway's own account", (double) all.greatestAgeMillis()));
        staleness(findings).forEach(builder::series);
        if (!findings.wrong().isEmpty()) {
            return builder.evidence(Evidence.of(
                            "what a cache must not do",
                            findings.wrong().stream().limit(MAX_LINES).toList()))
                    .because(
                            "A value is dropped when its key is written through the gateway, and when its time is over.")
                    .failed(format(
                            "%,d reads or counts that no cache of this kind gives; the first: %s",
                            findings.wrong().size(), findings.wrong().get(0)));
        }
        if (findings.hits() == 0) {
            return builder.because(
                            "A read of a key that was read within its time to live is to be answered by the cache.")
                    .failed("the cache answered none of the reads");
        }
        return builder.because(
                        "No value was older than its time to live, and none outlived a write through the gateway.")
                .held(headline(findings));
    }

    private static String headline(CacheFindings findings) {
        List<String> ratios = findings.ratios().stream()
                .map(ratio -> format("%.0f %% %s", 100 * ratio.measured(), ratio.distribution()))
                .toList();
        return format("hits: %s; at most %.0f ms stale", String.join(", ", ratios), findings.longestStaleMillis());
    }

    /** Returns the share of stale reads by the time since the write; at the server itself there are none. */
    private static List<Series> staleness(CacheFindings findings) {
        int[] reads = new int[BINS + 1];
        int[] stale = new int[BINS + 1];
        for (StaleRead read : findings.afterDirectWrites()) {
            int bin = (int) Math.max(0, Math.min(BINS, read.afterMillis() * BINS / (TTL_MILLIS + 100)));
            reads[bin]++;
            stale[bin] += read.isStale() ? 1 : 0;
        }
        List<Series.Point> through = new ArrayList<>();
        List<Series.Point> direct = new ArrayList<>();
        for (int bin = 0; bin <= BINS; bin++) {
            double x = (bin + 0.5) * (TTL_MILLIS + 100) / BINS;
            if (reads[bin] > 0) {
                through.add(new Series.Point(x, 100.0 * stale[bin] / reads[bin]));
                direct.add(new Series.Point(x, 0));
            }
        }
        String chart = "Stale reads after a write past the gateway";
        return List.of(
                new Series(chart, "through the gateway", "time since the write, ms", "stale reads, %", through),
                new Series(chart, "at the server", "time since the write, ms", "stale reads, %", direct));
    }
}
