package sosad.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import sosad.message.Live;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.Reads.ReadMode;
import sosad.protocol.Rules;
import sosad.protocol.Rules.Content;
import sosad.protocol.Rules.Schedule;
import sosad.protocol.Rules.Timestamps;
import sosad.protocol.Sizing;
import sosad.sim.WorldPlan.DiskModel;

/** A world is a pure function of its steps, and its copies are independent of it. */
class WorldPropertiesTest {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");
    private static final NodeId C = new NodeId("C");
    private static final List<NodeId> IDS = List.of(A, B, C);
    private static final Key K = new Key("k");
    private static final int STEPS = 80;

    private static WorldPlan plan(Content content, DiskModel disk, boolean isLive) {
        NetworkModel network = isLive ? message -> 1 + message.id() % 3 : NetworkModel.UNTIL_DELIVERED;
        return new WorldPlan(
                IDS,
                new Rules(content, Timestamps.PER_KEY, Schedule.TOGETHER, 1),
                disk,
                ReadMode.LOCAL,
                new FewEntries(),
                network);
    }

    private static World world(WorldPlan plan, boolean isLive) {
        World world = new World(plan);
        if (isLive) {
            world.goLive(Live.since(0));
        }
        return world;
    }

    /** Four entries fill a message, so that there are several, and slices. */
    private static final class FewEntries implements Sizing {
        @Override
        public long bytes(Entry change) {
            return 1;
        }

        @Override
        public long bytes(sosad.protocol.Update.Receipt receipt) {
            return 1;
        }

        @Override
        public long budget() {
            return 4;
        }
    }

    /** Returns what a client, the network or an operator may do now, chosen at random. */
    private static SimStep any(World world, Random chance) {
        NodeId node = IDS.get(chance.nextInt(3));
        NodeId other = IDS.get((IDS.indexOf(node) + 1 + chance.nextInt(2)) % 3);
        Key key = new Key("k" + chance.nextInt(6));
        boolean isUp = world.isUp(node);
        List<SimStep> enabled = world.enabled();
        return switch (chance.nextInt(14)) {
            case 0, 1, 2, 3 -> isUp ? new SimStep.Put(node, key, Value.of("v" + chance.nextInt(50))) : enabled.get(0);
            case 4 -> isUp ? new SimStep.Delete(node, key) : enabled.get(0);
            case 5 -> isUp ? new SimStep.Read(node, key, ReadMode.values()[chance.nextInt(3)]) : enabled.get(0);
            case 6 -> new SimStep.SetLink(new Link(node, other), chance.nextInt(3) > 0);
            case 7 -> new SimStep.Pass(1 + chance.nextInt(60));
            case 8 -> isUp ? new SimStep.EndReads(node) : enabled.get(0);
            default -> enabled.get(chance.nextInt(enabled.size()));
        };
    }

    @Property(tries = 200)
    void theSameStepsLeadToTheSameStateAndCopiesGoTheirOwnWay(
            @ForAll long seed, @ForAll Content content, @ForAll DiskModel disk, @ForAll boolean isLive) {
        Random chance = new Random(seed);
        WorldPlan plan = plan(content, disk, isLive);
        World world = world(plan, isLive);
        World again = world(plan, isLive);
        List<SimStep> steps = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            SimStep step = any(world, chance);
            steps.add(step);
            World copy = world.copy();
            WorldSnapshot before = world.snapshot();
            assertThat(copy.snapshot()).isEqualTo(before);
            copy.apply(step);
            assertThat(world.snapshot()).isEqualTo(before);
            world.apply(step);
            assertThat(copy.snapshot()).describedAs("%s", step).isEqualTo(world.snapshot());
            again = copyEverySecond(i, again);
            again.apply(step);
        }
        assertThat(again.snapshot()).describedAs("%s", steps).isEqualTo(world.snapshot());
        assertThat(again.fingerprint()).isEqualTo(world.fingerprint());
    }

    private static World copyEverySecond(int step, World world) {
        return step % 2 == 0 ? world.copy() : world;
    }

    @Property(tries = 100)
    void differentStatesHaveDifferentFingerprints(@ForAll long seed, @ForAll Content content) {
        Random chance = new Random(seed);
        World world = world(plan(content, DiskModel.BY_STEP, false), false);
        Map<Long, WorldSnapshot> seen = new HashMap<>();
        for (int i = 0; i < STEPS; i++) {
            world.apply(any(world, chance));
            WorldSnapshot snapshot = world.snapshot();
            assertThat(seen.getOrDefault(world.fingerprint(), snapshot)).isEqualTo(snapshot);
            seen.put(world.fingerprint(), snapshot);
        }
    }

    /** Where 31 times a number and another are added, as records do, these two are one. */
    @Test
    void statesOfSmallNumbersAreToldApart() {
        World one = world(plan(Content.REMOTE_NOW, DiskModel.NONE, false), false);
        World other = one.copy();
        one.apply(new SimStep.SetTime(A, 31));
        other.apply(new SimStep.SetTime(A, 62));
        assertThat(one.fingerprint()).isNotEqualTo(other.fingerprint());
        other.apply(new SimStep.SetTime(A, 31));
        assertThat(one.fingerprint()).isEqualTo(other.fingerprint());
    }

    @Test
    void whatIsNotOnTheDiskIsNotToldAndGoneAfterACrash() {
        World world = world(plan(Content.PER_KEY, DiskModel.BY_STEP, false), false);
        world.apply(new SimStep.Put(A, K, Value.of("first")));
        world.apply(new SimStep.Push(A, Optional.empty()));
        assertThat(world.inFlight()).isEmpty();
        world.apply(new SimStep.WriteDisk(A));
        assertThat(world.inFlight()).hasSize(2);
        world.apply(new SimStep.Put(A, K, Value.of("second")));
        world.apply(new SimStep.Push(A, Optional.empty()));
        world.apply(new SimStep.Crash(A));
        world.apply(new SimStep.Start(A, false));
        assertThat(world.engine(A).replica().entry(K).orElseThrow().value()).contains(Value.of("first"));
    }

    @Test
    void whatCannotHappenIsRefusedAndChangesNothing() {
        World world = world(plan(Content.REMOTE_NOW, DiskModel.NONE, false), false);
        world.apply(new SimStep.Crash(B));
        WorldSnapshot before = world.snapshot();
        for (SimStep step : List.of(
                new SimStep.Put(B, K, Value.of("v")),
                new SimStep.Crash(B),
                new SimStep.Start(A, false),
                new SimStep.Deliver(1),
                new SimStep.Lose(1),
                new SimStep.NextEvent())) {
            assertThatThrownBy(() -> world.apply(step)).isInstanceOf(IllegalStateException.class);
            assertThat(world.snapshot()).isEqualTo(before);
        }
    }

    @Property(tries = 50)
    void liveNodesThatAreAllUpAgreeInTime(@ForAll long seed, @ForAll DiskModel disk) {
        Random chance = new Random(seed);
        World world = world(plan(Content.PER_KEY, disk, true), true);
        for (int i = 0; i < 30; i++) {
            NodeId node = IDS.get(chance.nextInt(3));
            world.apply(new SimStep.Put(node, new Key("k" + chance.nextInt(5)), Value.of("v" + i)));
            world.apply(new SimStep.Pass(chance.nextInt(100)));
        }
        for (int i = 0; i < 40; i++) {
            IDS.forEach(node -> world.apply(new SimStep.WriteDisk(node)));
            world.apply(new SimStep.Pass(100));
        }
        List<Entry> held = world.engine(A).replica().entries();
        assertThat(world.engine(B).replica().entries()).isEqualTo(held);
        assertThat(world.engine(C).replica().entries()).isEqualTo(held);
    }
}
