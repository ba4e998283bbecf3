package sosad.app.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.app.load.KeyDistribution.Sequential;
import sosad.app.load.KeyDistribution.Uniform;
import sosad.app.load.LoadProfile.KeyWriters;
import sosad.app.testing.Sabotage;
import sosad.app.testing.SabotagedServer;
import sosad.model.NodeId;

@Timeout(30)
class LoadGeneratorTest {
    private static final LoadProfile CLOSED = LoadProfile.closed(4, "k", 7).withPipeline(8);

    private static final long POLL_NANOS = 1_000_000;

    private final OperationLog log = new OperationLog();
    private List<SabotagedServer> servers = List.of();

    @AfterEach
    void close() {
        servers.forEach(SabotagedServer::close);
    }

    private LoadGenerator begin(LoadProfile profile, Sabotage sabotage) {
        servers = SabotagedServer.cluster(2, sabotage);
        return again(profile);
    }

    private LoadGenerator again(LoadProfile profile) {
        return again(profile, Optional.empty());
    }

    private LoadGenerator again(LoadProfile profile, Optional<String> password) {
        return new LoadGenerator(
                profile,
                servers.stream().map(SabotagedServer::id).toList(),
                id -> servers.stream()
                        .filter(server -> server.id().equals(id))
                        .findFirst()
                        .flatMap(SabotagedServer::address),
                password,
                log,
                1);
    }

    private static LoadReport done(LoadGenerator generator) {
        while (!generator.isDone()) {
            pause();
        }
        return generator.stop();
    }

    private LoadReport run(LoadProfile profile, Sabotage sabotage) {
        try (LoadGenerator generator = begin(profile, sabotage)) {
            return done(generator);
        }
    }

    @Test
    void everyRequestIsAnsweredCountedTimedAndRecorded() {
        LoadReport report = run(
                CLOSED.withRequests(2_000).withMix(new OperationMix(0.5, 0.1)).withValueBytes(100), Sabotage.NONE);
        assertThat(report.counts().served()).isEqualTo(2_000);
        assertThat(report.counts().problems()).isEmpty();
        assertThat(report.counts().deletes()).isBetween(140L, 260L);
        assertThat(report.fromSending().count()).isEqualTo(2_000);
        assertThat(log.size()).isEqualTo(2_000);
        assertThat(log.servers()).containsExactly(new NodeId("A"), new NodeId("B"));
    }

    @Test
    void whatWasWrittenIsWhatTheServerHolds() {
        run(
                CLOSED.withRequests(1_000)
                        .withKeys(100, new Uniform(), KeyWriters.ONE)
                        .withMix(OperationMix.WRITES)
                        .withValueBytes(64),
                Sabotage.NONE);
        Map<String, Long> last = new TreeMap<>();
        log.soFar().forEach(write -> last.merge(write.key(), write.version(), Math::max));
        assertThat(servers.get(0).entries()).hasSameSizeAs(last);
        servers.get(0).entries().forEach((key, value) -> assertThat(Stamp.number(key, value))
                .hasValue(last.get(key)));
    }

    @Test
    void aKeyThatOneClientWritesIsWrittenByNoOther() {
        run(CLOSED.withRequests(500).withKeys(10, new Uniform(), KeyWriters.ONE), Sabotage.NONE);
        log.soFar().stream()
                .filter(operation -> operation.kind() == OperationKind.WRITE)
                .collect(Collectors.groupingBy(
                        Operation::key, Collectors.mapping(Operation::client, Collectors.toSet())))
                .values()
                .forEach(clients -> assertThat(clients).hasSize(1));
    }

    @Test
    void sequentialWritesReachEachKeyOnce() {
        run(
                CLOSED.withRequests(1_000)
                        .withKeys(1_000, new Sequential(), KeyWriters.ALL)
                        .withMix(OperationMix.WRITES),
                Sabotage.NONE);
        assertThat(log.soFar().stream().map(Operation::key).distinct()).hasSize(1_000);
    }

    @Test
    void theSameSeedMakesTheSameChoices() {
        LoadProfile profile = CLOSED.withRequests(400);
        run(profile, Sabotage.NONE);
        List<String> first = choices(log.soFar());
        servers.forEach(SabotagedServer::close);
        run(profile, Sabotage.NONE);
        assertThat(choices(log.soFar().subList(400, 800))).isEqualTo(first);
    }

    private static List<String> choices(List<Operation> operations) {
        return operations.stream()
                .collect(Collectors.groupingBy(Operation::client, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(List::stream)
                .map(operation -> operation.client() + " " + operation.kind() + " " + operation.key())
                .toList();
    }

    @Test
    void anOpenLoopCountsTheTimeThatARequestHadToWaitForTheOthers() {
        // Each reply takes 20 ms, one at a time, while a request comes every 10 ms.
        Sabotage slow = Sabotage.lateEvery(1, Duration.ofMillis(20));
        LoadReport report = run(LoadProfile.closed(1, "k", 7).withRate(100).withRequests(50), slow);
        assertThat(report.fromSending().median()).isLessThan(60_000);
        assertThat(report.fromIntended().longest()).isGreaterThan(400_000);
        assertThat(report.ownDelay().median()).isLessThan(report.fromIntended().median() / 4);
    }

    @Test
    void anOpenLoopSendsAtItsRate() {
        LoadReport report = run(CLOSED.withRate(2_000).withRequests(1_000), Sabotage.NONE);
        assertThat(report.nanos()).isBetween(490_000_000L, 900_000_000L);
        assertThat(report.due()).isEqualTo(1_000);
    }

    @Test
    void aReplyThatNeverCameMakesTheRequestUnanswered() {
        LoadReport report = run(CLOSED.withRequests(1_500), Sabotage.silentEvery(1_000, ""));
        assertThat(report.counts().unanswered()).isPositive();
        assertThat(report.counts().problems()).isNotEmpty();
        assertThat(report.counts().completed()).isEqualTo(1_500);
        assertThat(log.soFar().stream().filter(one -> one.outcome() == OperationOutcome.UNANSWERED))
                .hasSize((int) report.counts().unanswered());
    }

    @Test
    void aValueThatNobodyWroteIsForeign() {
        LoadReport report = run(CLOSED.withRequests(1_000), Sabotage.liesEvery(100));
        assertThat(report.counts().foreign()).isBetween(4L, 6L);
        assertThat(report.counts().of(LoadProblem.FOREIGN_VALUE))
                .isEqualTo(report.counts().foreign());
    }

    @Test
    void aNumberThatWasNeverWrittenIsForeignHoweverWellItIsSealed() {
        Sabotage fromTheFuture = new Sabotage() {
            @Override
            public Optional<String> reply(SabotagedServer server, List<String> words, Supplier<String> honest) {
                String value = Stamp.of(words.get(1), 1_000_000);
                return Optional.of(
                        words.get(0).equals("GET") ? "$" + value.length() + "\r\n" + value + "\r\n" : honest.get());
            }
        };
        LoadReport report = run(CLOSED.withRequests(100).withMix(OperationMix.READS), fromTheFuture);
        assertThat(report.counts().foreign()).isEqualTo(100);
    }

    @Test
    void errorsAreCountedByTheirWords() {
        LoadReport report = run(
                CLOSED.withRequests(100).withMix(OperationMix.WRITES),
                Sabotage.replyingTo("SET", honest -> Optional.of("-OOM no memory left\r\n")));
        assertThat(report.counts().refused()).isEqualTo(100);
        assertThat(report.counts().problems()).containsExactly(Map.entry("OOM no memory left", 100L));
    }

    @Test
    void aReplyOfAnotherKindEndsTheConnectionAndNothingIsTakenForIt() {
        LoadReport report = run(
                CLOSED.withRequests(20).withPipeline(1).withMix(OperationMix.WRITES),
                Sabotage.replyingTo("SET", honest -> Optional.of(":1\r\n")));
        assertThat(report.counts().served()).isZero();
        assertThat(report.counts().of(LoadProblem.WRONG_KIND)).isEqualTo(20);
    }

    @Test
    void clientsFollowAServerThatComesBackAtAnotherAddress() {
        try (LoadGenerator generator = begin(CLOSED, Sabotage.NONE)) {
            awaitServed(generator, 100);
            servers.get(0).stop();
            servers.get(1).stop();
            long before = generator.counts().served();
            List<SabotagedServer> others = SabotagedServer.cluster(2, Sabotage.NONE);
            servers = List.of(servers.get(0), servers.get(1), others.get(0), others.get(1));
            generator.follow(
                    id -> others.get(id.equals(new NodeId("A")) ? 0 : 1).address());
            awaitServed(generator, before + 1_000);
            assertThat(generator.counts().unanswered()).isPositive();
        }
    }

    private static void pause() {
        LockSupport.parkNanos(POLL_NANOS);
        if (Thread.interrupted()) {
            throw new AssertionError("it did not come in time");
        }
    }

    private static void awaitServed(LoadGenerator generator, long count) {
        while (generator.counts().served() < count) {
            pause();
        }
    }

    @Test
    void aPasswordComesFirst() {
        servers = List.of(SabotagedServer.start(Sabotage.replyingTo("AUTH", honest -> Optional.of("+OK\r\n"))));
        OptionalLong sent;
        try (LoadGenerator generator = again(CLOSED.withRequests(40), Optional.of("secret"))) {
            sent = OptionalLong.of(done(generator).counts().served());
        }
        assertThat(sent).hasValue(40);
    }

    @Test
    void aPasswordThatIsRefusedIsAProblemThatIsCounted() {
        servers = List.of(SabotagedServer.start(Sabotage.NONE));
        try (LoadGenerator generator = again(CLOSED, Optional.of("secret"))) {
            while (generator.counts().of("ERR not here") == 0) {
                pause();
            }
            assertThat(generator.counts().sent()).isZero();
        }
    }
}
