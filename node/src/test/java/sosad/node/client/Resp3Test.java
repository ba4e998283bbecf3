package sosad.node.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sosad.protocol.Reads.ReadMode;

/** What a client that has said HELLO 3 is answered, byte by byte. */
class Resp3Test {
    private static final String GREETING = "$6\r\nserver\r\n$5\r\nsosad\r\n$7\r\nversion\r\n$5\r\n7.0.0\r\n"
            + "$5\r\nproto\r\n:%d\r\n$2\r\nid\r\n:1\r\n$4\r\nmode\r\n$10\r\nstandalone\r\n$4\r\nrole\r\n$6\r\nmaster\r\n"
            + "$7\r\nmodules\r\n*0\r\n";
    private static final String GREETING_2 = "*14\r\n" + GREETING.replace("%d", "2");
    private static final String GREETING_3 = "%7\r\n" + GREETING.replace("%d", "3");

    private final Pipe pipe = new Pipe();

    @AfterEach
    void close() {
        pipe.close();
    }

    @Test
    void helloSwitchesFromItsOwnReplyOn() {
        assertThat(pipe.type("GET k", "HELLO 3", "GET k", "HELLO", "HELLO 2", "GET k"))
                .isEqualTo("$-1\r\n" + GREETING_3 + "_\r\n" + GREETING_3 + GREETING_2 + "$-1\r\n");
    }

    @Test
    void aHelloThatIsRefusedSwitchesNothing() {
        assertThat(pipe.type("HELLO 3 SETNAME", "GET k"))
                .startsWith("-ERR Syntax error in HELLO option 'SETNAME'")
                .endsWith("\r\n$-1\r\n");
        assertThat(pipe.type("HELLO 3 AUTH nobody x", "GET k"))
                .startsWith("-WRONGPASS ")
                .endsWith("\r\n$-1\r\n");
        assertThat(pipe.type("HELLO 3 SETNAME 'a b'", "GET k"))
                .startsWith("-ERR Client names")
                .endsWith("\r\n$-1\r\n");
    }

    @Test
    void resetGoesBackToTheSecondVersion() {
        assertThat(pipe.type("HELLO 3", "RESET", "GET k")).isEqualTo(GREETING_3 + "+RESET\r\n$-1\r\n");
    }

    @Test
    void whatIsAMapIsSentAsOne() {
        pipe.type("HELLO 3");
        assertThat(pipe.type("CONFIG GET save")).isEqualTo("%1\r\n$4\r\nsave\r\n$0\r\n\r\n");
        assertThat(pipe.type("CONFIG GET nothing")).isEqualTo("%0\r\n");
        assertThat(pipe.type("COMMAND DOCS dbsize nothing")).startsWith("%1\r\n$6\r\ndbsize\r\n%");
        assertThat(pipe.type("COMMAND INFO get nothing"))
                .isEqualTo("*2\r\n*10\r\n$3\r\nget\r\n:2\r\n~1\r\n+readonly\r\n:1\r\n:1\r\n:1\r\n"
                        + "~0\r\n~0\r\n~0\r\n*0\r\n_\r\n");
    }

    /** A verbatim string would be possible as well, of which Jedis shows the head to its users. */
    @Test
    void textsForPeopleAreStringsAsBefore() {
        pipe.type("HELLO 3");
        assertThat(pipe.type("INFO nothing")).isEqualTo("$0\r\n\r\n");
        assertThat(pipe.type("CLIENT INFO")).matches("(?s)\\$\\d+\r\nid=1 .* resp=3\n\r\n");
    }

    @Test
    void allElseIsAsInTheSecondVersion() {
        pipe.type("SET k v", "HELLO 3");
        assertThat(pipe.type("GET k", "EXISTS k", "DEL k", "TYPE k", "KEYS *", "SCAN 0", "RANDOMKEY", "SOSAD.GET k"))
                .isEqualTo("$1\r\nv\r\n:1\r\n:1\r\n+none\r\n*0\r\n*2\r\n$1\r\n0\r\n*0\r\n_\r\n"
                        + "*4\r\n_\r\n:2\r\n$1\r\nA\r\n:2\r\n");
    }

    @Test
    void aReplyThatComesLaterIsInTheVersionOfItsRequest() {
        List<LaterReply> later = new ArrayList<>();
        ReplyQueue queue = new ReplyQueue(new Replies(), () -> {});
        Replies ready = queue.begin(RespVersion.RESP2);
        later.add(queue.later());
        queue.end();
        queue.begin(RespVersion.RESP3).absent();
        queue.end();
        queue.begin(RespVersion.RESP2).absent();
        queue.end();
        queue.begin(RespVersion.RESP3);
        later.add(queue.later());
        queue.end();
        later.get(1).answer(Replies::absent);
        later.get(0).answer(Replies::absent);
        assertThat(new String(ready.takeBytes(), UTF_8)).isEqualTo("$-1\r\n_\r\n$-1\r\n_\r\n");
    }

    @Test
    void aReadThatAsksThePeersAnswersNull() {
        pipe.database.readMode = ReadMode.FIND;
        assertThat(pipe.type("GET k", "HELLO 3", "SOSAD.READ find k")).isEqualTo("$-1\r\n" + GREETING_3 + "_\r\n");
    }

    /** A reply of a server of RESP2, and the same in RESP3. */
    private record Reply(String second, String third) {
        static Reply alike(String bytes) {
            return new Reply(bytes, bytes);
        }

        static Reply array(List<Reply> elements) {
            StringBuilder second = new StringBuilder("*" + elements.size() + "\r\n");
            StringBuilder third = new StringBuilder(second);
            elements.forEach(element -> {
                second.append(element.second);
                third.append(element.third);
            });
            return new Reply(second.toString(), third.toString());
        }
    }

    @Provide
    Arbitrary<Reply> replies() {
        Arbitrary<Reply> simple = Arbitraries.oneOf(
                Arbitraries.of(new Reply("$-1\r\n", "_\r\n"), new Reply("*-1\r\n", "_\r\n")),
                Arbitraries.longs().map(number -> Reply.alike(":" + number + "\r\n")),
                Arbitraries.of("+OK\r\n", "-ERR $-1\r\n", "+*-1\r\n").map(Reply::alike),
                Arbitraries.strings()
                        .withChars("$*-1\r\n_")
                        .ofMaxLength(12)
                        .map(text -> Reply.alike("$" + text.length() + "\r\n" + text + "\r\n")));
        return Arbitraries.lazyOf(
                () -> simple, () -> simple, () -> replies().list().ofMaxSize(4).map(Reply::array));
    }

    @Property(tries = 500, seed = "737")
    void repliesPassedOnDifferInTheirNullsAlone(@ForAll("replies") Reply reply) {
        Replies second = new Replies();
        second.whole(reply.second.getBytes(UTF_8));
        assertThat(new String(second.takeBytes(), UTF_8)).isEqualTo(reply.second);
        Replies third = new Replies();
        third.speak(RespVersion.RESP3);
        third.whole(reply.second.getBytes(UTF_8));
        assertThat(new String(third.takeBytes(), UTF_8)).isEqualTo(reply.third);
    }
}
