package sosad.node.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.node.client.LaterReply;
import sosad.node.client.Replies;
import sosad.node.gateway.GatewaySettings.Balancing;
import sosad.node.gateway.GatewaySettings.Reads;

/** Writes to several backends. */
@Timeout(60)
@Tag("locale")
class WriteTest {
    private final Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aWriteIsAcknowledgedWhenAllItsBackendsHave() throws Exception {
        try (Client client = rig.start(Balancing.ROUND_ROBIN, 2)) {
            rig.a.heldCommands.add("set");
            rig.b.heldCommands.add("set");
            client.send("SET k v");
            LaterReply atA = rig.a.nextHeld();
            LaterReply atB = rig.b.nextHeld();
            client.send("PING");
            rig.a.release(atA, Replies::ok);
            rig.recorder.await("set of k at A ANSWERED");
            assertThat(rig.recorder.events()).doesNotContain("set of k at B ANSWERED");
            rig.b.release(atB, replies -> replies.error("ERR disk full"));
            assertThat(client.reply())
                    .isEqualTo("-PARTIAL the set of k did not reach all of 2 backends:"
                            + " A has it; B answered ERR disk full");
            assertThat(client.reply()).isEqualTo("+PONG");
        }
    }

    @Test
    void aDeleteOfSeveralSaysWhetherAnyHeldAValue() throws Exception {
        try (Client client = rig.start(Balancing.ROUND_ROBIN, 2)) {
            assertThat(client.ask("SET k v")).isEqualTo("+OK");
            assertThat(client.ask("DEL k")).isEqualTo(":0");
            rig.b.answers.put("del", replies -> replies.integer(1));
            assertThat(client.ask("DEL k")).isEqualTo(":1");
            assertThat(rig.a.requests).containsExactly("set k v", "del k", "del k");
        }
    }

    @Test
    void aWriteOfSeveralLostAtOnceOnlyIfItLostAtAll() throws Exception {
        try (Client client = rig.start(Balancing.ROUND_ROBIN, 2)) {
            rig.b.answers.put("set", Replies::absent);
            assertThat(client.ask("SET k v")).isEqualTo("+OK");
            rig.a.answers.put("set", Replies::absent);
            assertThat(client.ask("SET k v")).isEqualTo("$nil");
        }
    }

    @Test
    void aBackendThatDoesNotAnswerAWriteOfSeveralIsNamed() throws Exception {
        try (Client client = rig.start(
                Balancing.ROUND_ROBIN, 2, Reads.ONE, Duration.ofMillis(300), Optional.empty(), Optional.empty())) {
            rig.b.heldCommands.add("set");
            assertThat(client.ask("SET k v"))
                    .isEqualTo("-PARTIAL the set of k did not reach all of 2 backends: A has it; was for B,"
                            + " which has not answered within 300 ms: it may or may not have happened");
        }
    }

    @Test
    void aWriteThatTooFewCanTakeIsNotBegun() throws Exception {
        try (Client client = rig.start(Balancing.ROUND_ROBIN, 2)) {
            rig.a.die();
            rig.recorder.await("A DOWN");
            assertThat(client.ask("SET k v"))
                    .isEqualTo("-NOBACKEND 2 backends must take a write and 1 can: nothing was written");
            assertThat(rig.b.requests).isEmpty();
        }
    }
}
