package sosad.node.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.node.client.LaterReply;
import sosad.node.gateway.GatewaySettings.Balancing;
import sosad.node.gateway.GatewaySettings.Reads;
import sosad.node.net.HostLookup;
import sosad.node.net.Lines;

/** Backends that die, fall silent or answer nonsense, and what becomes of the requests they have. */
@Timeout(60)
class FailureTest {
    private static final int WRITES_OF_ONE = 120;

    private final Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    /** A client whose {@code request} has reached backend A, which does not answer it. */
    private Client heldAtA(String request, String asked) throws Exception {
        return heldAtA(request, asked, Rig.DEADLINE);
    }

    private Client heldAtA(String request, String asked, Duration deadline) throws Exception {
        Client client = rig.start(Balancing.ROUND_ROBIN, 1, Reads.ONE, deadline, Optional.empty(), Optional.empty());
        rig.a.heldCommands.addAll(List.of("get", "set"));
        client.send(request);
        rig.recorder.await(asked + " to A");
        rig.a.nextHeld();
        return client;
    }

    @Test
    void aReadWhoseBackendDiesIsAnsweredByAnother() throws Exception {
        try (Client client = heldAtA("GET k", "get of k")) {
            rig.a.die();
            assertThat(client.reply()).isEqualTo("$B");
            rig.recorder.await("A DOWN");
            assertThat(rig.recorder.events())
                    .containsSubsequence(
                            "get of k to A", "get of k at A LOST", "get of k to B", "get of k at B ANSWERED");
        }
    }

    @Test
    void aWriteWhoseBackendDiesIsUncertainAndNotRepeated() throws Exception {
        try (Client client = heldAtA("SET k v", "set of k")) {
            rig.a.die();
            assertThat(client.reply())
                    .startsWith("-UNCERTAIN the set of k was sent to A, which has not answered")
                    .endsWith("it may or may not have happened");
            assertThat(rig.b.requests).isEmpty();
            assertThat(client.ask("INFO stats")).contains("uncertain:1\r\n");
        }
    }

    @Test
    void halfAReplyIsNoReply() throws Exception {
        try (Client client = rig.start(Balancing.ROUND_ROBIN, 1)) {
            rig.a.heldCommands.add("get");
            client.send("GET k");
            LaterReply held = rig.a.nextHeld();
            rig.a.release(held, replies -> replies.whole("$100\r\nhalf".getBytes(US_ASCII)));
            rig.a.die();
            assertThat(client.reply()).isEqualTo("$B");
        }
    }

    private Client startWithADeadlineOf300Millis() throws Exception {
        return rig.start(
                Balancing.ROUND_ROBIN, 1, Reads.ONE, Duration.ofMillis(300), Optional.empty(), Optional.empty());
    }

    @Test
    void aReadThatIsNotAnsweredInTimeFailsByName() throws Exception {
        try (Client client = startWithADeadlineOf300Millis()) {
            rig.a.heldCommands.add("get");
            assertThat(client.ask("GET k"))
                    .isEqualTo("-TIMEOUT no reply to the get of k within 300 ms; A was asked last");
            assertThat(rig.recorder.events()).containsExactly("get of k to A", "get of k at A LATE");
            assertThat(client.ask("INFO stats")).contains("timed_out:1\r\n");
        }
    }

    @Test
    void aWriteThatIsNotAnsweredInTimeIsUncertain() throws Exception {
        try (Client client = startWithADeadlineOf300Millis()) {
            rig.a.heldCommands.add("set");
            assertThat(client.ask("SET k v"))
                    .isEqualTo("-UNCERTAIN the set of k was sent to A, which has not answered within 300 ms:"
                            + " it may or may not have happened");
            assertThat(rig.recorder.events()).containsExactly("set of k to A", "set of k at A LATE");
        }
    }

    @Test
    void aRequestThatTakesLongDoesNotMakeItsBackendSuspect() throws Exception {
        Duration tenChecks = Duration.ofMillis(11 * BackendChecks.ROUND_MILLIS);
        try (Client client = heldAtA("GET k", "get of k", tenChecks)) {
            assertThat(client.reply()).startsWith("-TIMEOUT");
            assertThat(rig.recorder.events()).doesNotContain("A SUSPECTED", "A DOWN");
        }
    }

    @Test
    void aConnectionOnWhichNothingComesAnyMoreIsMadeAnew() throws Exception {
        try (Client client =
                rig.start(Balancing.BY_KEY, 1, Reads.ONE, Duration.ofMillis(300), Optional.empty(), Optional.empty())) {
            rig.a.heldCommands.add("get");
            rig.b.heldCommands.add("get");
            assertThat(client.ask("GET k")).startsWith("-TIMEOUT");
            rig.a.heldCommands.clear();
            rig.b.heldCommands.clear();
            String answer = client.ask("GET k"); // behind the request that is never answered
            while (answer.startsWith("-TIMEOUT")) {
                answer = client.ask("GET k");
            }
            assertThat(answer).isIn("$A", "$B");
            assertThat(client.ask("INFO backends")).contains("it owed replies and was silent for 800 ms");
        }
    }

    @Test
    void aLateReplyIsNotTakenForTheNext() throws Exception {
        try (Client client =
                rig.start(Balancing.BY_KEY, 1, Reads.ONE, Duration.ofMillis(300), Optional.empty(), Optional.empty())) {
            rig.a.heldCommands.add("get");
            rig.b.heldCommands.add("get");
            assertThat(client.ask("GET k")).startsWith("-TIMEOUT");
            FakeBackend asked = rig.a.requests.isEmpty() ? rig.b : rig.a;
            asked.heldCommands.clear();
            asked.release(asked.nextHeld(), replies -> replies.bulk("late"));
            assertThat(client.ask("GET k")).isEqualTo(asked == rig.a ? "$A" : "$B");
        }
    }

    @Test
    void aSilentBackendIsOutWithinASecondAndBackWhenItAnswers() throws Exception {
        try (Client client = rig.start(Balancing.ROUND_ROBIN, 1)) {
            long begin = System.nanoTime();
            rig.a.fallSilent();
            rig.recorder.await("A SUSPECTED");
            rig.recorder.await("A DOWN");
            assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin)).isLessThan(1_000);
            assertThat(client.ask("GET k")).isEqualTo("$B");
            assertThat(client.ask("GET k")).isEqualTo("$B");
            assertThat(client.ask("INFO backends"))
                    .containsPattern("backend_A:state=down,.*last_error=it did not answer a check for 600 ms")
                    .contains("backend_B:state=up");
            rig.recorder.forget();
            rig.a.speakAgain();
            rig.recorder.await("A UP");
            assertThat(List.of(client.ask("GET k"), client.ask("GET k"))).contains("$A");
        }
    }

    /** A line each, however often a backend is tried meanwhile, and none with a reason from before. */
    @Test
    void aBackendThatDiesAndComesBackAndFallsSilentIsFourLines() throws Exception {
        try (Client client = rig.start(Balancing.ROUND_ROBIN, 1);
                Lines lines = new Lines(Backend.class)) {
            rig.a.die();
            while (!client.ask("INFO backends").contains("last_error=Connection refused")) {
                Thread.onSpinWait(); // it was tried again
            }
            rig.a.rise();
            rig.recorder.await("A UP");
            rig.recorder.forget();
            rig.a.fallSilent();
            rig.recorder.await("A DOWN");
            rig.onLoop(() -> {}); // the line comes after that
            String backend = "backend A at " + rig.a.address() + " is ";
            // A check may be overdue on a busy machine at any time; nothing else may be said more often.
            List<String> said =
                    lines.all().stream().filter(line -> line.contains(backend)).toList();
            String overdue = "INFO " + backend + "SUSPECTED: a check is overdue";
            assertThat(said)
                    .containsSubsequence("INFO " + backend + "UP", overdue)
                    .last()
                    .isEqualTo(
                            "WARN " + backend + "DOWN: it did not answer a check for 600 ms; retrying until it is up");
            List<String> downs =
                    said.stream().filter(line -> line.contains("is DOWN: ")).toList();
            assertThat(downs).hasSize(2);
            assertThat(downs.get(0)).isEqualTo(said.get(0)).endsWith("; retrying until it is up");
            assertThat(said).hasSize(2 + 2 * Collections.frequency(said, overdue));
        }
    }

    @Test
    void aBackendWhoseHostIsNotKnownYetIsLookedForUntilItIs() throws Exception {
        AtomicBoolean isKnown = new AtomicBoolean();
        rig.hosts = new HostLookup(host -> {
            if (!isKnown.get()) {
                throw new UnknownHostException(host);
            }
            return InetAddress.getAllByName("127.0.0.1");
        });
        try (Lines lines = new Lines(Backend.class);
                Client client = rig.startAtName()) {
            while (!client.ask("INFO backends").contains("last_error=its host is unknown: backend")) {
                Thread.onSpinWait();
            }
            assertThat(client.ask("GET k")).startsWith("-NOBACKEND");
            isKnown.set(true);
            rig.recorder.await("A UP");
            String backend = "backend A at backend:" + rig.a.address().port() + " is ";
            assertThat(lines.all())
                    .containsExactly(
                            "WARN " + backend + "DOWN: its host is unknown: backend; retrying until it is up",
                            "INFO " + backend + "UP");
        }
    }

    @Test
    void aReadAtABackendThatFallsSilentIsRepeatedElsewhereInTime() throws Exception {
        try (Client client = rig.start(Balancing.ROUND_ROBIN, 1)) {
            rig.a.fallSilent();
            assertThat(List.of(client.ask("GET k"), client.ask("GET k"))).containsOnly("$B");
        }
    }

    @Test
    void withoutABackendRequestsFailAtOnceAndByName() throws Exception {
        try (Client client = rig.start(Balancing.ROUND_ROBIN, 1)) {
            rig.a.die();
            rig.b.die();
            rig.recorder.await("A DOWN");
            rig.recorder.await("B DOWN");
            assertThat(client.ask("GET k")).isEqualTo("-NOBACKEND none of the 2 backends is up");
            assertThat(client.ask("SET k v")).isEqualTo("-NOBACKEND none of the 2 backends is up");
            assertThat(client.ask("PING")).isEqualTo("+PONG");
            rig.b.rise();
            rig.recorder.await("B UP");
            assertThat(client.ask("GET k")).isEqualTo("$B");
        }
    }

    @Test
    void aBackendThatSendsNonsenseIsDisconnectedAndNamed() throws Exception {
        try (Client client = rig.start(Balancing.ROUND_ROBIN, 1)) {
            rig.a.answers.put("get", replies -> replies.whole(new byte[] {'?', '\r', '\n'}));
            assertThat(List.of(client.ask("GET k"), client.ask("GET k"))).containsOnly("$B");
            assertThat(client.ask("INFO backends")).contains("it sent a malformed reply: a reply begins with one of");
        }
    }

    @Test
    void anErrorOfABackendIsPassedOn() throws Exception {
        try (Client client = rig.start(Balancing.ROUND_ROBIN, 1)) {
            rig.a.answers.put("get", replies -> replies.error("ERR out of sorts"));
            assertThat(List.of(client.ask("GET k"), client.ask("GET k")))
                    .containsExactlyInAnyOrder("-ERR out of sorts", "$B");
            assertThat(rig.recorder.events()).contains("get of k at A REFUSED");
        }
    }

    /** Fills both backends, which answer no writes, until they take no more. */
    private List<Client> crowd(Client client) throws Exception {
        rig.a.heldCommands.add("set");
        rig.b.heldCommands.add("set");
        String request = "SET k " + "v".repeat(60_000);
        List<Client> crowd = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Client one = rig.client();
            crowd.add(one);
            for (int sent = 0; sent < WRITES_OF_ONE; sent++) {
                one.send(request);
            }
        }
        String answer = client.ask("DEL l"); // behind them until they are full
        while (answer.startsWith("-UNCERTAIN")) {
            answer = client.ask("DEL l");
        }
        assertThat(answer)
                .isEqualTo("-BUSY the backends that are up have too many requests outstanding: try again later");
        return crowd;
    }

    @Test
    void fullBackendsAreBusyAndAWriteThatNeverLeftHasNotHappened() throws Exception {
        Duration longEnough = Duration.ofSeconds(60);
        try (Client client =
                rig.start(Balancing.ROUND_ROBIN, 1, Reads.ONE, longEnough, Optional.empty(), Optional.empty())) {
            List<Client> crowd = crowd(client);
            rig.a.die();
            rig.b.die();
            List<String> answers = new ArrayList<>();
            for (Client one : crowd) {
                for (int i = 0; i < WRITES_OF_ONE; i++) {
                    answers.add(one.reply());
                }
                one.close();
            }
            assertThat(answers)
                    .anyMatch(answer -> answer.startsWith("-UNCERTAIN"))
                    .anySatisfy(answer -> assertThat(answer)
                            .startsWith("-NOTSENT the set of k was meant for ")
                            .endsWith("it has not happened"))
                    .allMatch(answer -> answer.matches("-(UNCERTAIN|NOTSENT|BUSY|NOBACKEND) .*"));
        }
    }
}
