package sosad.app.check.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.app.check.CheckResult;
import sosad.app.check.CheckSettings;
import sosad.app.check.CheckVerdict;
import sosad.app.check.ClusterSettings;
import sosad.app.check.DataWatcher;
import sosad.app.check.StartedCluster;
import sosad.app.check.SystemUnderTest;
import sosad.app.check.TestedCluster;
import sosad.app.fault.Fault;
import sosad.app.fault.LinkFault;
import sosad.app.process.Program;
import sosad.app.testing.SabotagedSystem;
import sosad.app.testing.TwistedProxy;
import sosad.message.Address;
import sosad.message.Launch.StoreKind;
import sosad.message.Live;
import sosad.message.Live.ClockKind;
import sosad.model.Entry;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.protocol.Rules.Content;
import sosad.wire.Frame;

/** The checks of consistency against real nodes, which may have a liar before them. */
@Timeout(120)
class ConsistencyChecksIT {
    private static final NodeId B = new NodeId("B");
    private static final CheckSettings BRIEF = new CheckSettings(7, Duration.ofSeconds(12));

    private static StartedCluster start(int nodes, int gateways, Content content) {
        return new StartedCluster(
                new ClusterSettings(nodes, gateways, StoreKind.MEMORY, content),
                new Live(ClockKind.HYBRID, System.currentTimeMillis(), 0, 20, 200, 500),
                7,
                Program.find().forLessons());
    }

    /** Clients find B behind a proxy; the watcher hears nothing of what B reports if B is mute. */
    private record Behind(StartedCluster real, Optional<TwistedProxy> proxy, boolean isMute)
            implements SystemUnderTest {
        @Override
        public String words() {
            return real.words();
        }

        @Override
        public List<NodeId> servers() {
            return real.servers();
        }

        @Override
        public List<NodeId> gateways() {
            return real.gateways();
        }

        @Override
        public Optional<Address> address(NodeId process) {
            return proxy.isPresent() && process.equals(B)
                    ? Optional.of(proxy.get().address())
                    : real.address(process);
        }

        @Override
        public Optional<String> password() {
            return Optional.empty();
        }

        @Override
        public Optional<TestedCluster> cluster() {
            return Optional.of((TestedCluster) Proxy.newProxyInstance(
                    TestedCluster.class.getClassLoader(),
                    new Class<?>[] {TestedCluster.class},
                    (self, method, given) -> {
                        if (isMute && method.getName().equals("watch")) {
                            real.watch(
                                    given[0] == DataWatcher.NONE ? DataWatcher.NONE : new Deaf((DataWatcher) given[0]));
                            return null;
                        }
                        try {
                            return method.invoke(real, given);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    }));
        }

        @Override
        public void turn(long mostMillis) throws InterruptedException {
            real.turn(mostMillis);
        }

        @Override
        public void close() {
            proxy.ifPresent(TwistedProxy::close);
        }
    }

    /** Hears nothing of what B reports. */
    private record Deaf(DataWatcher watcher) implements DataWatcher {
        @Override
        public void reported(NodeId node, Entry entry) {
            if (!node.equals(B)) {
                watcher.reported(node, entry);
            }
        }

        @Override
        public void emptied(NodeId node) {
            watcher.emptied(node);
        }

        @Override
        public void delivered(Frame frame, long connection) {
            watcher.delivered(frame, connection);
        }

        @Override
        public void ending(Link link, long connection) {
            watcher.ending(link, connection);
        }
    }

    private static CheckResult oldData(StartedCluster real, Optional<TwistedProxy.Twist> twist, boolean isMute) {
        Optional<TwistedProxy> proxy =
                twist.map(one -> new TwistedProxy(real.address(B).orElseThrow(), one));
        return SabotagedSystem.check(new OldData(), new Behind(real, proxy, isMute), BRIEF);
    }

    @Test
    void oldDataIsExcusedByWhatWasDeliveredAndNoLiarIs() {
        try (StartedCluster real = start(3, 1, Content.PER_KEY)) {
            CheckResult honest = oldData(real, Optional.empty(), false);
            assertThat(honest.verdict()).as("%s", honest).isEqualTo(CheckVerdict.BROKEN_AS_PREDICTED);
            assertThat(honest.lesson()).contains("read-or-write");
            assertThat(honest.evidence().get(0).lines())
                    .anySatisfy(line -> assertThat(line).contains("or newer by then"));

            CheckResult lying = oldData(real, Optional.of(olderEvery(20)), false);
            assertThat(lying.verdict()).as("%s", lying).isEqualTo(CheckVerdict.FAILED);

            CheckResult mute = oldData(real, Optional.of(lagging(Duration.ofMillis(400))), true);
            assertThat(mute.verdict()).as("%s", mute).isEqualTo(CheckVerdict.FAILED);
            assertThat(mute.evidence())
                    .anySatisfy(one -> assertThat(one.lines().get(0)).contains("a message had brought it"));
        }
    }

    /** Every nth read gets the first value that the key had. */
    private static TwistedProxy.Twist olderEvery(int n) {
        Map<String, String> first = new ConcurrentHashMap<>();
        AtomicLong count = new AtomicLong();
        return (words, node) -> {
            String honest = node.ask(words);
            if (!words.get(0).equals("GET")) {
                return honest;
            }
            first.putIfAbsent(words.get(1), honest);
            return count.incrementAndGet() % n == 0 ? first.get(words.get(1)) : honest;
        };
    }

    /** What others have written is shown for a while as it was, and never goes back. */
    private static TwistedProxy.Twist lagging(Duration time) {
        record Shown(String reply, long sinceNanos) {}
        Map<String, Shown> shown = new ConcurrentHashMap<>();
        Set<String> own = ConcurrentHashMap.newKeySet();
        return (words, node) -> {
            String honest = node.ask(words);
            if (words.get(0).equals("SET")) {
                own.add(words.get(1));
            }
            if (!words.get(0).equals("GET") || own.contains(words.get(1))) {
                return honest;
            }
            return shown.compute(words.get(1), (key, before) -> {
                        boolean isOver = before == null || System.nanoTime() - before.sinceNanos() > time.toNanos();
                        return isOver ? new Shown(honest, System.nanoTime()) : before;
                    })
                    .reply();
        };
    }

    @Test
    void whatALostMessageHasLostUnderRemoteNowIsTheRulesDoing() {
        try (StartedCluster real = start(2, 0, Content.REMOTE_NOW)) {
            NodeId first = new NodeId("A");
            real.inject(new Fault.OnLinks(List.of(new Link(first, B), new Link(B, first)), new LinkFault.Loss(0.5)));
            CheckResult result = SabotagedSystem.check(
                    new DataBack(),
                    new Behind(real, Optional.empty(), false),
                    new CheckSettings(7, Duration.ofSeconds(40)));
            assertThat(result.verdict()).as("%s", result).isEqualTo(CheckVerdict.BROKEN_AS_PREDICTED);
            assertThat(result.lesson()).contains("lost-update");
        }
    }
}
