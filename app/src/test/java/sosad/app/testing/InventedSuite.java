package sosad.app.testing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.IntStream;
import sosad.app.check.Check;
import sosad.app.check.CheckContext;
import sosad.app.check.CheckNumber;
import sosad.app.check.CheckResult;
import sosad.app.check.CheckResultBuilder;
import sosad.app.check.ClusterSettings;
import sosad.app.check.Evidence;
import sosad.app.check.FaultBand;
import sosad.app.check.Figure;
import sosad.app.check.Series;
import sosad.app.check.SystemUnderTest;
import sosad.app.check.TestedCluster;
import sosad.app.check.suite.SystemSource;
import sosad.app.load.OperationLog;
import sosad.app.process.NodeException;
import sosad.app.scenario.ClusterPlan;
import sosad.app.viewmodel.checks.CheckTargets;
import sosad.app.viewmodel.checks.ChecksSetup;
import sosad.message.Address;
import sosad.model.NodeId;

/** Checks that do nothing and come to every verdict at once, against systems that are not there. */
public final class InventedSuite implements CheckTargets {
    private static final NodeId B = new NodeId("B");
    private static final OperationLog LOG = SampleOperations.log(6_000, 30);

    /** Checks that wait until they are let go, or stopped. */
    private volatile Optional<CheckNumber> held = Optional.empty();

    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile CountDownLatch reached = new CountDownLatch(0);
    private volatile long endNanos;
    private volatile Optional<String> broken = Optional.empty();
    private final AtomicInteger open = new AtomicInteger();
    private final List<String> started = new ArrayList<>();

    /** The check of this number waits when it is half done, until {@link #letGo}. */
    public void holdAt(String number) {
        gate = new CountDownLatch(1);
        reached = new CountDownLatch(1);
        held = Optional.of(CheckNumber.parse(number));
    }

    /** Waits until the check waits that is to wait. */
    public void awaitHeld() throws InterruptedException {
        reached.await();
    }

    /** Lets the check go on. */
    public void letGo() {
        gate.countDown();
    }

    /** Systems take so long to end from now on. */
    public void endWithin(Duration time) {
        endNanos = time.toNanos();
    }

    /** No system starts from now on, for this reason. */
    public void failWith(String why) {
        broken = Optional.of(why);
    }

    /** Returns how many systems are open. */
    public int openSystems() {
        return open.get();
    }

    /** Returns the systems that were started, in words. */
    public synchronized List<String> started() {
        return List.copyOf(started);
    }

    /** Returns the suite as the window takes it. */
    public ChecksSetup setup() {
        return new ChecksSetup(checks(), this);
    }

    private List<Check> checks() {
        List<Check> checks = new ArrayList<>(List.of(
                new Invented("1", "Volume", "How much does it carry?", result -> result.figure(
                                Figure.of("operations a second", 41_200, ""))
                        .series(line("Throughput", "node A", 14_000))
                        .series(line("Throughput", "node B", 13_500))
                        .series(line("Throughput", "node C", 13_700))
                        .held("41,200 operations/s, 0 errors")),
                new Invented(
                        "2.1",
                        "Do we get the data we set back?",
                        "What was set is got at the same node.",
                        result -> result.held("100,000 of 100,000 at the same node")),
                new Invented(
                        "2.2",
                        "What if we haven’t set any data?",
                        "A key that nobody set has no value.",
                        result -> result.held("10,000 absent keys, all answered absent")),
                new Invented(
                        "2.3",
                        "Do we get old data back?",
                        "Is a value got that was overwritten before?",
                        InventedSuite::stale),
                new Invented(
                        "2.4",
                        "How long before each server is right?",
                        "When does each server give a write?",
                        result -> result.series(line("Share that is right", "node A", 1))
                                .held("median 4 ms, p99 1.02 s")),
                new Invented("3", "Killing servers", "What is lost when servers are killed?", InventedSuite::lost)));
        for (int part = 1; part <= 11; part++) {
            String number = "4." + part;
            checks.add(new Invented(
                    number,
                    "Malformed request " + part,
                    "Is it refused by name?",
                    result -> result.held("refused by name")));
        }
        checks.add(new Invented(
                "5",
                "Random key read",
                "Is each key read exactly once?",
                result -> result.inconclusive("no key was read twice")));
        checks.add(new Invented(
                "7",
                "Cache hit",
                "What does the gateway’s cache add?",
                result -> result.skipped("there is no gateway")));
        return checks;
    }

    private static CheckResult stale(CheckResultBuilder result) {
        return result.did(
                        "While 8 clients write and read 500 keys at all nodes, each value carries its version: a read "
                                + "is stale if a newer one was acknowledged before the read began.")
                .because("Reads take what their node holds; a push still under way is not seen. The core, run on 1,000 "
                        + "samples of these losses, reaches the same: between 2.9 and 3.4 % stale.")
                .figure(Figure.count("reads", 412_930))
                .figure(Figure.count("stale, 3.1 %", 12_801))
                .figure(Figure.millis("median age of a stale value", 1.4))
                .figure(Figure.count("versions behind at most", 2))
                .operations(LOG)
                .bands(List.of(new FaultBand("killed", Optional.of(B), 13_000_000_000L, 16_400_000_000L)))
                .series(line("Staleness by age", "all nodes", 3))
                .evidence(Evidence.ofOperation(
                        B,
                        15_204_000_000L,
                        3_000,
                        "Oldest answer",
                        List.of(
                                "15.204 s  client 5 → B  GET k118 → v41 @ 15,196  v43 was acknowledged at A 8.1 ms before",
                                "15.204 s  B had been up for 0.3 s; its first sync from A came at 15.231 s")))
                .brokenAsPredicted("3.1 % of reads stale, at most 2 versions", "lost-update");
    }

    private static CheckResult lost(CheckResultBuilder result) {
        return result.did("Killed each server in turn while 8 clients wrote.")
                .because("B acknowledged k7 before it was killed, keeps its store on disk, and came back without it.")
                .figure(Figure.count("acknowledged writes gone", 1))
                .figure(Figure.millis("down for", 912))
                .operations(LOG)
                .evidence(Evidence.ofOperation(
                        B,
                        12_900_000_000L,
                        2_400,
                        "The write that is gone",
                        List.of(
                                "12.900 s  client 2 → B  SET k7 v19 → OK",
                                "13.000 s  B killed",
                                "16.400 s  B up, 0 entries")))
                .failed("1 acknowledged write gone");
    }

    private static Series line(String chart, String name, double height) {
        return new Series(
                chart,
                name,
                "time, s",
                "operations/s",
                IntStream.rangeClosed(0, 30)
                        .mapToObj(i -> new Series.Point(i, height * (1 + Math.sin(i + name.length()) / 9)))
                        .toList());
    }

    /** A check that comes to its verdict at once. */
    private final class Invented implements Check {
        private final CheckNumber number;
        private final String title;
        private final String question;
        private final Function<CheckResultBuilder, CheckResult> verdict;

        Invented(String number, String title, String question, Function<CheckResultBuilder, CheckResult> verdict) {
            this.number = CheckNumber.parse(number);
            this.title = title;
            this.question = question;
            this.verdict = verdict;
        }

        @Override
        public CheckNumber number() {
            return number;
        }

        @Override
        public String title() {
            return title;
        }

        @Override
        public String question() {
            return question;
        }

        @Override
        public String situation() {
            return "reads after an acknowledged write";
        }

        @Override
        public Duration usualDuration() {
            return Duration.ofSeconds(7);
        }

        @Override
        public CheckResult run(CheckContext context) throws InterruptedException {
            context.progress(0.62, "writing and reading 500 keys");
            if (held.filter(number::equals).isPresent()) {
                context.operations(LOG);
                context.band(new FaultBand("killed", Optional.of(B), 13_000_000_000L, 16_400_000_000L));
                reached.countDown();
                gate.await();
            }
            return verdict.apply(new CheckResultBuilder(this).situations(412_930));
        }
    }

    @Override
    public SystemSource fresh(ClusterSettings cluster, long seed) {
        return new Source(cluster.words(), "--nodes " + cluster.nodes());
    }

    @Override
    public SystemSource onStage(ClusterPlan plan) {
        return new Source("the cluster on stage", "");
    }

    @Override
    public SystemSource foreign(String addresses, Optional<Path> passwordFile) {
        return new Source(addresses, "--against " + addresses);
    }

    private final class Source implements SystemSource {
        private final String words;
        private final String options;

        Source(String words, String options) {
            this.words = words;
            this.options = options;
        }

        @Override
        public String words() {
            return words;
        }

        @Override
        public String options() {
            return options;
        }

        @Override
        public SystemUnderTest system() {
            broken.ifPresent(why -> {
                throw new NodeException(why);
            });
            synchronized (InventedSuite.this) {
                started.add(words);
            }
            open.incrementAndGet();
            return new Absent(words);
        }
    }

    /** A system of three servers that are nowhere. */
    private final class Absent implements SystemUnderTest {
        private final String words;

        Absent(String words) {
            this.words = words;
        }

        @Override
        public String words() {
            return words;
        }

        @Override
        public List<NodeId> servers() {
            return List.of(new NodeId("A"), B, new NodeId("C"));
        }

        @Override
        public List<NodeId> gateways() {
            return List.of();
        }

        @Override
        public Optional<Address> address(NodeId process) {
            return Optional.empty();
        }

        @Override
        public Optional<String> password() {
            return Optional.empty();
        }

        @Override
        public Optional<TestedCluster> cluster() {
            return Optional.empty();
        }

        @Override
        public void turn(long mostMillis) {}

        @Override
        public void close() {
            long end = System.nanoTime() + endNanos; // as processes do, it takes its time
            while (System.nanoTime() < end) {
                LockSupport.parkNanos(end - System.nanoTime());
            }
            open.decrementAndGet();
        }
    }
}
