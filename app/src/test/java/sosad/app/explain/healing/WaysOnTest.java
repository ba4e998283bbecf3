package sosad.app.explain.healing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sosad.app.lab.FairEnd;
import sosad.app.lab.PlayedRun;
import sosad.app.lab.SimulatedRun;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.protocol.Content;
import sosad.protocol.FairContinuation;
import sosad.protocol.Inquiry;
import sosad.protocol.Replica;
import sosad.protocol.ReplicaSnapshot;
import sosad.protocol.Sizing;
import sosad.protocol.Update;

/** All ways on from a moment, against replicas that go every single one of them. */
class WaysOnTest {
    /** A push, a sync, or the arrival of a message that is under way. */
    private record Choice(NodeId from, NodeId to, boolean isPush, int message) {}

    /** Goes one way after the other, without any memory. */
    private static final class BruteForce {
        final RunMoment moment;
        final Optional<Key> key;
        final Set<Boolean> verdicts = new HashSet<>();
        int ways;

        BruteForce(RunMoment moment, Optional<Key> key) {
            this.moment = moment;
            this.key = key;
        }

        void from(List<Choice> made) {
            List<Replica> replicas = moment.live().stream()
                    .map(snapshot -> Replica.restore(snapshot, () -> Long.MAX_VALUE, Sizing.UNLIMITED))
                    .toList();
            List<Content> underWay = new ArrayList<>(moment.arriving());
            Set<Choice> left = sends();
            for (Choice choice : made) {
                left.remove(choice);
                if (choice.message >= 0) {
                    Content content = underWay.remove(choice.message);
                    Replica to = replica(replicas, content.to());
                    if (content instanceof Update update) {
                        to.receive(update);
                    } else {
                        to.adopt(((Inquiry.Repair) content).entry());
                    }
                } else {
                    Replica from = replica(replicas, choice.from);
                    underWay.addAll(choice.isPush ? from.push(choice.to) : from.sync(choice.to, any -> true));
                }
            }
            for (int message = 0; message < underWay.size(); message++) {
                left.add(new Choice(null, null, false, message));
            }
            if (left.isEmpty()) {
                ways++;
                new FairContinuation(replicas).finish();
                FairEnd end = new FairEnd(replicas);
                verdicts.add(key.map(one -> moment.live().stream().allMatch(node -> end.heals(node.id(), one)))
                        .orElseGet(() -> end.unhealed().isEmpty()));
            }
            for (Choice choice : left) {
                List<Choice> more = new ArrayList<>(made);
                more.add(choice);
                from(more);
            }
        }

        private Set<Choice> sends() {
            Set<Choice> sends = new HashSet<>();
            for (ReplicaSnapshot from : moment.live()) {
                for (ReplicaSnapshot to : moment.live()) {
                    if (!from.id().equals(to.id())) {
                        sends.add(new Choice(from.id(), to.id(), true, -1));
                        sends.add(new Choice(from.id(), to.id(), false, -1));
                    }
                }
            }
            return sends;
        }

        private static Replica replica(List<Replica> replicas, NodeId id) {
            return replicas.stream()
                    .filter(replica -> replica.id().equals(id))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static List<RunMoment> moments(PlayedRun run) {
        List<RunMoment> moments = new ArrayList<>();
        SimulatedRun.repeat(run, moment -> moments.add(RunMoment.of(moment)));
        return moments.stream().distinct().toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theyAreTheSameAsThoseThatReplicasGoOneByOne(long seed) {
        int compared = 0;
        for (RunMoment moment : moments(SmallRuns.ofTwoNodes(seed))) {
            if (moment.arriving().size() > 2) {
                continue; // some ten thousand ways for every further one
            }
            for (Optional<Key> key : List.of(Optional.<Key>empty(), Optional.of(new Key("k0")))) {
                BruteForce all = new BruteForce(moment, key);
                all.from(List.of());
                HealingCount count = new WaysOn(new ReplicaStates(), moment, key)
                        .all(100_000)
                        .orElseThrow();
                assertThat(count.healing() > 0).isEqualTo(all.verdicts.contains(true));
                assertThat(count.healing() < count.of()).isEqualTo(all.verdicts.contains(false));
                compared++;
            }
        }
        assertThat(compared).isPositive();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void aSampleSaysNothingThatAllWaysDoNotSay(long seed) {
        for (RunMoment moment : moments(SmallRuns.ofTwoNodes(seed))) {
            WaysOn ways = new WaysOn(new ReplicaStates(), moment, Optional.empty());
            HealingCount all = ways.all(100_000).orElseThrow();

            HealingCount some = ways.some(50, new SplittableRandom(seed));

            assertThat(some.healing() > 0).as("some heal").isIn(all.healing() > 0, false);
            assertThat(some.healing() < some.of()).as("some do not").isIn(all.healing() < all.of(), false);
        }
    }
}
