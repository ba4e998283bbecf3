package sosad.node.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.node.client.LaterReply;
import sosad.node.client.Replies;
import sosad.node.gateway.GatewaySettings.Balancing;
import sosad.node.gateway.GatewaySettings.Reads;

/** Reads that are slow or long, and what becomes of writes meanwhile: nothing but good. */
@Timeout(60)
class LaneTest {
    private static final byte[] TOO_LONG_KEYS =
            ("*33000\r\n" + ("$1024\r\n" + "k".repeat(1_024) + "\r\n").repeat(33_000)).getBytes(US_ASCII);

    private final Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    private List<FakeBackend> both() {
        return List.of(rig.a, rig.b);
    }

    @Test
    void aReplyThatIsTooLongIsAnErrorToItsAskerAloneAndAskedForNowhereElse() throws Exception {
        try (Client asker = rig.start(Balancing.ROUND_ROBIN, 2);
                Client writer = rig.client();
                Client reader = rig.client()) {
            for (FakeBackend backend : both()) {
                backend.answers.put("keys", replies -> replies.whole(TOO_LONG_KEYS));
                backend.heldCommands.addAll(List.of("set", "get"));
            }
            writer.send("SET k v");
            reader.send("GET k\r\nGET k");
            List<LaterReply> atA = List.of(rig.a.nextHeld(), rig.a.nextHeld());
            List<LaterReply> atB = List.of(rig.b.nextHeld(), rig.b.nextHeld());
            assertThat(asker.ask("KEYS *")).startsWith("-TOOLONG the reply has more than 33,554,432 bytes");
            assertThat(asker.ask("KEYS *")).startsWith("-TOOLONG ");
            atA.forEach(held -> rig.a.release(held, Replies::ok));
            atB.forEach(held -> rig.b.release(held, Replies::ok));
            assertThat(List.of(writer.reply(), reader.reply(), reader.reply())).containsOnly("+OK");
            assertThat(rig.recorder.events())
                    .filteredOn(event -> event.startsWith("keys to"))
                    .hasSize(2);
            assertThat(asker.ask("INFO stats")).contains("retried:0", "uncertain:0");
            assertThat(asker.ask("INFO backends")).contains("failed=0").doesNotContain("failed=1");
        }
    }

    @Test
    void noReadHoldsUpAWrite() throws Exception {
        try (Client client = rig.start(Balancing.ROUND_ROBIN, 2)) {
            List<Client> readers = List.of(rig.client(), rig.client(), rig.client(), rig.client());
            List<String> reads = List.of("GET k", "KEYS *", "DBSIZE", "SOSAD.READ newest k");
            for (FakeBackend backend : List.of(rig.a, rig.b)) {
                backend.heldCommands.addAll(List.of("get", "keys", "dbsize", "sosad.read"));
            }
            for (int i = 0; i < readers.size(); i++) {
                readers.get(i).send(reads.get(i) + "\r\n" + reads.get(i));
            }
            rig.a.nextHeld();
            rig.b.nextHeld();
            assertThat(client.ask("SET k v")).isEqualTo("+OK");
            assertThat(client.ask("DEL l")).isEqualTo(":0");
            for (Client reader : readers) {
                reader.close();
            }
        }
    }

    @Test
    void readsThatAreNeverAnsweredLeaveTheBackendUpForWriters() throws Exception {
        Duration deadline = Duration.ofMillis(200);
        try (Client client =
                rig.start(Balancing.ROUND_ROBIN, 2, Reads.ONE, deadline, Optional.empty(), Optional.empty())) {
            rig.a.heldCommands.addAll(List.of("get", "keys"));
            rig.b.heldCommands.addAll(List.of("get", "keys"));
            String info = client.ask("INFO backends");
            while (!info.contains("it owed replies and was silent")) {
                assertThat(client.ask("GET k")).startsWith("-");
                assertThat(client.ask("KEYS *")).startsWith("-");
                assertThat(client.ask("SET k v")).isEqualTo("+OK");
                info = client.ask("INFO backends");
            }
            assertThat(client.ask("SET k v")).isEqualTo("+OK");
            assertThat(rig.recorder.events()).doesNotContain("A DOWN", "B DOWN");
        }
    }

    @Test
    void aClientReadsWhatItHasJustWrittenWithoutAwaitingTheReply() throws Exception {
        try (Client client = rig.start(Balancing.BY_KEY, 1)) {
            both().forEach(backend -> backend.heldCommands.add("set"));
            client.send("SET k v\r\nGET k");
            FakeBackend asked = heldBy();
            client.send("DBSIZE"); // goes at once, so the GET would have, too
            rig.recorder.awaitAny("dbsize at A ANSWERED", "dbsize at B ANSWERED");
            assertThat(asked.requests).doesNotContain("get k");
            asked.release(asked.nextHeld(), Replies::ok);
            assertThat(client.reply()).isEqualTo("+OK");
            assertThat(client.reply()).isIn("$A", "$B");
            assertThat(asked.requests).containsSubsequence("set k v", "get k");
        }
    }

    /** Returns which backend has been given the set of k. */
    private FakeBackend heldBy() throws InterruptedException {
        return rig.recorder.awaitAny("set of k to A", "set of k to B").endsWith("A") ? rig.a : rig.b;
    }

    private Client startWithADeadlineOf300Millis() throws Exception {
        return rig.start(Balancing.BY_KEY, 1, Reads.ONE, Duration.ofMillis(300), Optional.empty(), Optional.empty());
    }

    @Test
    void aWriteWaitsForTheReadsBeforeItOfItsOwnClientAlone() throws Exception {
        try (Client client = startWithADeadlineOf300Millis();
                Client other = rig.client()) {
            both().forEach(backend -> backend.heldCommands.add("get"));
            client.send("GET k\r\nSET k mine");
            assertThat(other.ask("SET k other")).isEqualTo("+OK");
            assertThat(client.reply()).startsWith("-TIMEOUT no reply to the get of k within 300 ms");
            assertThat(client.reply()).isEqualTo("+OK");
            assertThat(rig.a.requests.isEmpty() ? rig.b.requests : rig.a.requests)
                    .containsSubsequence("set k other", "set k mine");
        }
    }
}
