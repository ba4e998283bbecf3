package sosad.app.check.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import sosad.app.load.Operation;
import sosad.app.load.OperationKind;
import sosad.app.load.OperationOutcome;
import sosad.model.NodeId;

class ConsistencyCheckerTest {
    private static final int TRIES = Boolean.getBoolean("thorough") ? 20_000 : 60;
    private static final int LENGTH = 15;

    @Property(tries = 60)
    void nothingIsInventedInAHistoryOfOneRegister(@ForAll long seed) {
        RandomHistory history = history(seed, true);
        ConsistencyReport report =
                history.checked(history.operations, new ArrayList<>()).report();
        assertThat(report.isClean()).as("%s", report.counts()).isTrue();
    }

    private static RandomHistory history(long seed, boolean isLinearizable) {
        int size = (int) Math.floorMod(seed, 4L);
        return new RandomHistory(seed, 2 + size, 1 + 2 * size, LENGTH, isLinearizable, false);
    }

    @Property(tries = 60)
    void nothingIsInventedWhereWritersOfAKeyOverlap(@ForAll long seed) {
        RandomHistory history = new RandomHistory(seed, 4, 2, LENGTH, true, true);
        ConsistencyReport report =
                history.checked(history.operations, new ArrayList<>()).report();
        assertThat(report.isClean()).as("%s", report.counts()).isTrue();
    }

    @Test
    void oldAnswersAreFoundWhereWritersOfAKeyOverlap() {
        long stale = 0;
        for (long seed = 0; seed < TRIES; seed++) {
            RandomHistory history = new RandomHistory(seed, 4, 2, LENGTH, false, true);
            List<Integer> staleBy = new ArrayList<>();
            Map<Anomaly, Long> found =
                    history.checked(history.operations, staleBy).report().counts();
            Map<Anomaly, Long> expected = history.expected(history.operations);
            assertThat(found.get(Anomaly.MONOTONIC_WRITES))
                    .as("of several writers one alone is followed")
                    .isLessThanOrEqualTo(expected.get(Anomaly.MONOTONIC_WRITES));
            EnumSet.complementOf(EnumSet.of(Anomaly.MONOTONIC_WRITES))
                    .forEach(anomaly ->
                            assertThat(found.get(anomaly)).as("%s", anomaly).isEqualTo(expected.get(anomaly)));
            stale += found.get(Anomaly.STALE);
        }
        assertThat(stale).isPositive();
    }

    @Test
    void theCheckerAgreesWithTheDefinitionsOnServersThatLag() {
        Map<Anomaly, Long> met = new EnumMap<>(Anomaly.class);
        for (long seed = 0; seed < TRIES; seed++) {
            RandomHistory history = history(seed, false);
            agree(history, history.operations, seed).forEach((anomaly, count) -> met.merge(anomaly, count, Long::sum));
        }
        assertThat(met).as("no server goes back or invents anything").containsEntry(Anomaly.WENT_BACK, 0L);
        assertThat(met).containsEntry(Anomaly.FOREIGN, 0L).containsEntry(Anomaly.FUTURE, 0L);
        EnumSet.range(Anomaly.STALE, Anomaly.WRITES_FOLLOW_READS)
                .forEach(anomaly ->
                        assertThat(met.get(anomaly)).as("%s", anomaly).isPositive());
    }

    @Test
    void everyPlantedFaultIsFoundAndNoneIsInvented() {
        Map<Anomaly, Long> planted = new EnumMap<>(Anomaly.class);
        for (long seed = 0; seed < 2 * TRIES; seed++) {
            SplittableRandom chance = new SplittableRandom(seed);
            RandomHistory history = history(seed, seed % 3 == 0);
            List<Operation> told = new ArrayList<>(history.operations);
            for (int faults = 1 + chance.nextInt(3); faults > 0; faults--) {
                plant(told, chance);
            }
            agree(history, told, seed).forEach((anomaly, count) -> planted.merge(anomaly, count, Long::sum));
        }
        assertThat(planted.values()).as("%s", planted).allMatch(count -> count > 0);
    }

    private static Map<Anomaly, Long> agree(RandomHistory history, List<Operation> told, long seed) {
        List<Integer> staleBy = new ArrayList<>();
        ConsistencyReport report = history.checked(told, staleBy).report();
        assertThat(report.counts()).as("seed %d", seed).isEqualTo(history.expected(told));
        NaiveOracle oracle = new NaiveOracle(told, history.stores, history.known);
        for (int i = 0; i < told.size(); i++) {
            if (staleBy.get(i) != Operation.NOT_JUDGED) {
                assertThat((long) staleBy.get(i))
                        .as("seed %d: %s", seed, told.get(i))
                        .isEqualTo(oracle.staleBy(told.get(i)));
            }
        }
        return report.counts();
    }

    /** Some read gets some other answer. */
    private static void plant(List<Operation> told, SplittableRandom chance) {
        for (int tries = 0; tries < 100; tries++) {
            int at = chance.nextInt(told.size());
            Operation read = told.get(at);
            if (read.kind() != OperationKind.READ) {
                continue;
            }
            long other =
                    switch (chance.nextInt(4)) {
                        case 0 -> Operation.NOTHING;
                        case 1 -> Operation.FOREIGN;
                        case 2 -> 100_000 + chance.nextInt(10);
                        default -> anyVersion(told, read.key(), chance);
                    };
            told.set(
                    at,
                    new Operation(
                            read.client(),
                            read.server(),
                            read.kind(),
                            read.key(),
                            other,
                            read.invokedNanos(),
                            read.completedNanos(),
                            read.outcome()));
            return;
        }
    }

    private static long anyVersion(List<Operation> told, String key, SplittableRandom chance) {
        List<Long> versions = told.stream()
                .filter(one -> one.kind() == OperationKind.WRITE && one.key().equals(key))
                .map(Operation::version)
                .toList();
        return versions.isEmpty() ? Operation.FOREIGN : versions.get(chance.nextInt(versions.size()));
    }

    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");

    private final ConsistencyChecker checker = new ConsistencyChecker(Set.of(A, B));

    private void write(int client, NodeId server, String key, long version, long from, long to, OperationOutcome how) {
        checker.sends(client, server, key, version, from);
        checker.completed(new Operation(
                client,
                server,
                version == 0 ? OperationKind.DELETE : OperationKind.WRITE,
                key,
                version,
                from,
                to,
                how));
    }

    private void write(int client, String key, long version, long from, long to) {
        write(client, A, key, version, from, to, OperationOutcome.OK);
    }

    private int read(int client, NodeId server, String key, long version, long from, long to) {
        return checker.completed(
                new Operation(client, server, OperationKind.READ, key, version, from, to, OperationOutcome.OK));
    }

    @Test
    void staleByCountsTheVersionsAcknowledgedSince() {
        write(0, "k", 1, 10, 20);
        write(0, "k", 2, 30, 40);
        write(0, "k", 3, 50, 60);
        assertThat(read(1, B, "k", 1, 70, 80)).isEqualTo(2);
        assertThat(read(1, B, "k", 3, 90, 95)).isZero();
        ConsistencyReport report = checker.report();
        assertThat(report.mostVersions()).isEqualTo(2);
        assertThat(report.count(Anomaly.WENT_BACK))
                .as("nothing tells that B held it")
                .isZero();
        assertThat(report.examples().get(Anomaly.STALE).get(0).words())
                .contains("client 1 → B  GET k → v1", "v2 was acknowledged at A");
    }

    @Test
    void aWriteThatOverlapsTheReadMakesNothingStale() {
        write(0, "k", 1, 10, 20);
        checker.sends(0, A, "k", 2, 30);
        assertThat(read(1, B, "k", 1, 35, 50)).isZero();
        assertThat(read(1, B, "k", 2, 52, 54))
                .as("it may be seen before it is acknowledged")
                .isZero();
        assertThat(checker.report().isClean()).isTrue();
    }

    @Test
    void aWriteThatWasNeverAnsweredMayBeDoneLongAfter() {
        write(0, A, "k", 1, 10, 20, OperationOutcome.UNANSWERED);
        write(0, "k", 2, 30, 40);
        assertThat(read(1, A, "k", 2, 50, 60)).isZero();
        assertThat(read(1, A, "k", 1, 70, 80)).isZero();
        assertThat(checker.report().isClean()).isTrue();
    }

    @Test
    void aDeletedKeyMayHoldNothingButNotWhatItHeldBefore() {
        write(0, "k", 1, 10, 20);
        write(0, A, "k", 0, 30, 40, OperationOutcome.OK);
        assertThat(read(1, B, "k", 0, 50, 60)).isZero();
        assertThat(read(1, A, "k", 1, 70, 80)).isEqualTo(1);
        assertThat(checker.report().count(Anomaly.WENT_BACK))
                .as("A had deleted it")
                .isEqualTo(1);
        assertThat(checker.report().count(Anomaly.MONOTONIC_READS)).isEqualTo(1);
    }

    @Test
    void whatIsReadWhileADeleteIsUnderWayIsNotJudged() {
        write(0, "k", 1, 10, 20);
        checker.sends(0, A, "k", 0, 30);
        assertThat(read(1, A, "k", 0, 35, 50)).isEqualTo(Operation.NOT_JUDGED);
        assertThat(checker.report().isClean()).isTrue();
        assertThat(checker.report().unjudged()).isEqualTo(1);
    }

    @Test
    void atTheServerThatTookTheWriteAnOlderAnswerIsInexcusable() {
        write(0, "k", 1, 10, 20);
        write(0, "k", 2, 30, 40);
        read(1, A, "k", 1, 50, 60);
        assertThat(checker.report().inexcusable()).isEqualTo(1);
        assertThat(checker.report().examples().get(Anomaly.WENT_BACK).get(0).words())
                .contains("v2: it was acknowledged there");
    }

    @Test
    void whatAServerHasReportedOrShownItMustShowFromThenOn() {
        write(0, "k", 1, 10, 20);
        checker.holds(B, "k", 1, Knowledge.REPORTED, 30);
        read(1, B, "k", 0, 25, 35);
        assertThat(checker.report().inexcusable())
                .as("the read began before the report")
                .isZero();
        read(1, B, "k", 0, 40, 50);
        assertThat(checker.report().inexcusable()).isEqualTo(1);
        write(0, "k2", 2, 60, 70);
        read(1, B, "k2", 2, 80, 90);
        read(2, B, "k2", 0, 95, 99);
        assertThat(checker.report().inexcusable()).isEqualTo(2);
    }

    @Test
    void keysWrittenAtTwoServersHaveNoOrderThatAServerMustFollow() {
        write(0, A, "k", 1, 10, 20, OperationOutcome.OK);
        write(0, B, "k", 2, 30, 40, OperationOutcome.OK);
        read(1, B, "k", 1, 50, 60);
        assertThat(checker.report().stale()).isEqualTo(1);
        assertThat(checker.report().inexcusable())
                .as("A's clock may have been ahead")
                .isZero();
    }

    @Test
    void behindAGatewayAllServersMustHaveHeldIt() {
        NodeId gateway = new NodeId("G1");
        write(0, "k", 1, 10, 20);
        read(1, gateway, "k", 0, 30, 40);
        assertThat(checker.report().inexcusable()).isZero();
        checker.holds(B, "k", 1, Knowledge.DELIVERED, 50);
        read(1, gateway, "k", 0, 60, 70);
        assertThat(checker.report().inexcusable()).isEqualTo(1);
    }

    @Test
    void theShareOfFreshReadsIsCountedByTheTimeSinceTheAcknowledgement() {
        write(0, "k", 1, 0, 1_000);
        read(1, B, "k", 0, 2_001_000, 2_002_000);
        read(2, B, "k", 1, 2_011_000, 2_012_000);
        read(3, B, "k", 1, 9_001_000, 9_002_000);
        ConsistencyReport report = checker.report();
        assertThat(report.visibility()).hasSize(2);
        assertThat(report.visibility().get(0).y()).isEqualTo(0.5);
        assertThat(report.visibility().get(0).x()).isEqualTo(2.048);
        assertThat(report.visibility().get(1).y()).isEqualTo(1);
        assertThat(report.versions().get(0).y()).as("fewer than 1 behind").isEqualTo(2 / 3.0);
        assertThat(report.versions().get(1).y()).isEqualTo(1);
    }
}
