package sosad.app.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static sosad.model.PlainFormat.format;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sosad.message.NodeMessage;
import sosad.message.PeerMessage;
import sosad.model.NodeId;
import sosad.protocol.FairContinuation;
import sosad.protocol.Replica;
import sosad.protocol.Rules;
import sosad.protocol.Rules.Content;
import sosad.protocol.Rules.Schedule;
import sosad.protocol.Rules.Timestamps;
import sosad.sim.SimStep;
import sosad.sim.World;
import sosad.sim.WorldPlan;
import sosad.wire.PeerCodec;

/** The compact model against the engines of real nodes, round by round. */
class CompactClusterTest {
    private static final int MAX_NODES = 26;
    private static final int MAX_ENTRIES = 150;
    private static final int CLUSTERS = Boolean.getBoolean("thorough") ? 400 : 8;

    @ParameterizedTest
    @EnumSource(Content.class)
    void afterEveryRoundItIsWhereRealEnginesAre(Content content) {
        for (int seed = 1; seed <= CLUSTERS; seed++) {
            SplittableRandom chance = new SplittableRandom(seed);
            int nodes = seed == 1 ? MAX_NODES : 2 + chance.nextInt(MAX_NODES - 1);
            ClusterSize size = new ClusterSize(nodes, 1 + chance.nextInt(MAX_ENTRIES));
            Topology topology = seed == 1 ? Topology.ALL : Topology.values()[chance.nextInt(3)];
            assertSame(size, content, topology, 1 + chance.nextInt(4), chance.nextInt(8) / 10.0, seed);
        }
    }

    private static void assertSame(
            ClusterSize size, Content content, Topology topology, int fanout, double loss, long seed) {
        CompactCluster compact = new CompactCluster(
                new FrameSizes(new EntryGroups(size, content)), content, topology, fanout, loss, new Draws(seed));
        RealCluster real = new RealCluster(size, content, topology, fanout, loss, new Draws(seed));
        String what = format("%s, %s, %s, fanout %d, loss %.1f, seed %d", size, content, topology, fanout, loss, seed);
        for (int round = 1; round <= 8; round++) {
            compact.round();
            real.round();
            assertThat(compact.messages())
                    .describedAs("messages, round %d of %s", round, what)
                    .isEqualTo(real.messages);
            assertThat(compact.bytes())
                    .describedAs("bytes, round %d of %s", round, what)
                    .isEqualTo(real.bytes);
            assertThat(compact.entriesSent())
                    .describedAs("entries, round %d of %s", round, what)
                    .isEqualTo(real.entriesSent);
            assertThat(SimulatedTime.millisAfter(round)).isEqualTo(real.world.now());
            for (int node = 0; node < size.nodes(); node++) {
                for (int entry = 0; entry < size.entries(); entry++) {
                    assertThat(compact.holds(node, entry))
                            .describedAs("node %d holds %d, round %d of %s", node, entry, round, what)
                            .isEqualTo(real.holds(node, entry));
                }
            }
            assertThat(compact.hasConverged()).isEqualTo(real.hasConverged());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Content.class,
            names = {"REMOTE_NOW", "REMOTE_PREV"})
    void whatIsStuckIsNotHealedByAnything(Content content) {
        ClusterSize size = new ClusterSize(3, 30);
        int stuck = 0;
        for (int seed = 1; seed <= CLUSTERS; seed++) {
            CompactCluster compact = new CompactCluster(
                    new FrameSizes(new EntryGroups(size, content)), content, Topology.ALL, 1, 0.8, new Draws(seed));
            RealCluster real = new RealCluster(size, content, Topology.ALL, 1, 0.8, new Draws(seed));
            while (!compact.hasConverged() && !compact.isStuck()) {
                compact.round();
                real.round();
            }
            stuck += compact.isStuck() && !compact.hasConverged() ? 1 : 0;
            assertThat(real.wouldConvergeFairly()).describedAs("seed %d", seed).isEqualTo(compact.hasConverged());
        }
        assertThat(stuck).isPositive();
    }

    /** The same cluster of real engines. */
    private static final class RealCluster {
        private final ClusterSize size;
        private final Topology topology;
        private final int fanout;
        private final double loss;
        private final Draws draws;
        private final List<NodeId> names;
        private final World world;
        private int round;
        private long messages;
        private long bytes;
        private long entriesSent;

        RealCluster(ClusterSize size, Content content, Topology topology, int fanout, double loss, Draws draws) {
            this.size = size;
            this.topology = topology;
            this.fanout = fanout;
            this.loss = loss;
            this.draws = draws;
            this.names = IntStream.range(0, size.nodes()).mapToObj(size::name).toList();
            Rules rules = new Rules(content, Timestamps.PER_KEY, Schedule.TOGETHER, 1);
            this.world = new World(WorldPlan.of(names, rules));
            for (int entry = 0; entry < size.entries(); entry++) {
                NodeId writer = names.get(size.writer(entry));
                world.apply(new SimStep.SetTime(writer, size.timestamp(entry)));
                world.apply(new SimStep.Put(writer, size.key(entry), size.value()));
            }
        }

        void round() {
            round++;
            world.apply(new SimStep.Pass(SimulatedTime.millisAfter(round) - world.now()));
            for (int node = 0; node < size.nodes(); node++) {
                List<NodeId> to = Arrays.stream(topology.destinations(node, size.nodes(), fanout, round, draws))
                        .mapToObj(names::get)
                        .toList();
                world.apply(
                        round == 1
                                ? new SimStep.Push(names.get(node), Optional.of(to))
                                : new SimStep.Sync(names.get(node), Optional.of(to), Optional.empty()));
            }
            for (NodeMessage message : world.inFlight()) {
                messages++;
                bytes += PeerCodec.encode(message).bytes().length;
                entriesSent += ((PeerMessage) message).update().changes().size();
                boolean isLost = draws.isLost(loss, round, names.indexOf(message.from()), names.indexOf(message.to()));
                world.apply(isLost ? new SimStep.Lose(message.id()) : new SimStep.Deliver(message.id()));
            }
        }

        boolean holds(int node, int entry) {
            return world.engine(names.get(node))
                    .replica()
                    .entry(size.key(entry))
                    .isPresent();
        }

        boolean wouldConvergeFairly() {
            World other = world.copy();
            List<Replica> replicas =
                    names.stream().map(name -> other.engine(name).replica()).toList();
            new FairContinuation(replicas).finish();
            return replicas.stream().allMatch(replica -> replica.size() == size.entries());
        }

        boolean hasConverged() {
            return names.stream().allMatch(name -> world.engine(name).replica().size() == size.entries());
        }
    }

    @Test
    void whatNobodySendsIsNotCounted() {
        CompactCluster idle = new CompactCluster(
                new FrameSizes(new EntryGroups(new ClusterSize(3, 1), Content.FULL)),
                Content.FULL,
                Topology.ALL,
                1,
                0,
                new Draws(1));
        idle.round();
        assertThat(idle.messages()).isEqualTo(2);
        assertThat(idle.entriesSent()).isEqualTo(2);
    }
}
