package sosad.node.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.slf4j.LoggerFactory;
import sosad.model.Limits;
import sosad.request.RequestMutants;

/** Whatever bytes a client sends, in whatever pieces: well-formed replies, or a named error and the end. */
class FuzzTest {
    private static final ClientSettings SETTINGS = new ClientSettings(Limits.DEFAULT, Duration.ofSeconds(1), 1);
    private static final List<String> NAMES = RequestMutants.nodeNames();
    private static final List<String> ARGUMENTS = RequestMutants.arguments();
    private static final String SIGNS = RequestMutants.signs();

    /**
     * Where warnings would be heard: of the connection, of the pipeline's end, of leaked buffers. Refusals go
     * elsewhere.
     */
    private final List<Logger> loggers = List.of(
            (Logger) LoggerFactory.getLogger("sosad.node.client"), (Logger) LoggerFactory.getLogger("io.netty"));

    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final ResourceLeakDetector.Level before = ResourceLeakDetector.getLevel();

    @BeforeProperty
    void listen() {
        ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
        logged.start();
        loggers.forEach(logger -> {
            logger.setLevel(Level.WARN);
            logger.addAppender(logged);
        });
    }

    @AfterProperty
    void noBufferWasLeaked() {
        System.gc();
        UnpooledByteBufAllocator.DEFAULT.directBuffer(1).release(); // has the detector look
        ResourceLeakDetector.setLevel(before);
        loggers.forEach(logger -> {
            logger.setLevel(null);
            logger.detachAppender(logged);
        });
        assertThat(logged.list).isEmpty();
    }

    /** A stretch of the stream that is replaced: by nothing, by other bytes, by itself twice. */
    private record Mutation(int at, int length, String by, boolean doubled) {
        String in(String stream) {
            int from = Math.floorMod(at, stream.length() + 1);
            int to = Math.min(stream.length(), from + length);
            String middle = doubled ? stream.substring(from, to).repeat(2) : by;
            return stream.substring(0, from) + middle + stream.substring(to);
        }
    }

    @Provide
    Arbitrary<byte[]> noise() {
        Arbitrary<byte[]> bytes =
                Arbitraries.bytes().array(byte[].class).ofMinSize(1).ofMaxSize(300);
        Arbitrary<byte[]> signs = Arbitraries.strings()
                .withChars(SIGNS)
                .ofMinLength(1)
                .ofMaxLength(300)
                .map(text -> text.getBytes(ISO_8859_1));
        return Arbitraries.oneOf(bytes, signs);
    }

    @Provide
    Arbitrary<byte[]> mutatedRequests() {
        Arbitrary<String> requests = request().list().ofMinSize(1).ofMaxSize(6).map(all -> String.join("", all));
        return Combinators.combine(requests, mutation().list().ofMaxSize(3)).as((stream, mutations) -> {
            String mutated = stream;
            for (Mutation mutation : mutations) {
                mutated = mutation.in(mutated);
            }
            return (mutated + "*").getBytes(ISO_8859_1);
        });
    }

    private static Arbitrary<String> request() {
        Arbitrary<List<String>> arguments = Arbitraries.of(ARGUMENTS).list().ofMaxSize(5);
        Arbitrary<Boolean> typed = Arbitraries.of(true, false, false, false);
        return Combinators.combine(Arbitraries.of(NAMES), arguments, typed).as((name, rest, line) -> {
            String[] elements = new String[1 + rest.size()];
            elements[0] = name;
            for (int i = 1; i < elements.length; i++) {
                elements[i] = rest.get(i - 1);
            }
            return line ? String.join(" ", elements) + "\r\n" : new String(Wire.request(elements), ISO_8859_1);
        });
    }

    private static Arbitrary<Mutation> mutation() {
        Arbitrary<String> by = Arbitraries.oneOf(
                Arbitraries.strings().withChars(SIGNS).ofMaxLength(2),
                Arbitraries.strings().withCharRange('\u0000', '\u00ff').ofMaxLength(2));
        return Combinators.combine(
                        Arbitraries.integers(), Arbitraries.integers().between(0, 9), by, Arbitraries.of(true, false))
                .as(Mutation::new);
    }

    /** The lengths of the pieces that the stream comes in; what remains comes in one. */
    @Provide
    Arbitrary<List<Integer>> pieces() {
        return Arbitraries.oneOf(
                        Arbitraries.integers().between(1, 8),
                        Arbitraries.integers().between(1, 100_000))
                .list()
                .ofMaxSize(40);
    }

    @Property(tries = 500, seed = "737")
    void noiseIsAnsweredOrEnded(@ForAll("noise") byte[] stream, @ForAll("pieces") List<Integer> pieces) {
        isAnsweredOrEnded(stream, pieces);
    }

    @Property(tries = 1_500, seed = "2019")
    void mutatedRequestsAreAnsweredOrEnded(
            @ForAll("mutatedRequests") byte[] stream, @ForAll("pieces") List<Integer> pieces) {
        isAnsweredOrEnded(stream, pieces);
    }

    @Property(tries = 1_000, seed = "1105")
    void mutatedRequestsInRespThreeAreAnsweredOrEnded(
            @ForAll("mutatedRequests") byte[] stream, @ForAll("pieces") List<Integer> pieces) {
        isAnsweredOrEnded(Wire.join(Wire.request("HELLO", "3"), stream), pieces);
    }

    private void isAnsweredOrEnded(byte[] stream, List<Integer> pieces) {
        Pipe pipe = new Pipe(SETTINGS);
        int from = 0;
        for (int i = 0; from < stream.length && pipe.isOpen(); i++) {
            int to = i < pieces.size() ? Math.min(stream.length, from + pieces.get(i)) : stream.length;
            pipe.send(stream, from, to);
            from = to;
        }
        boolean wasOpen = pipe.isOpen();
        byte[] bytes = Wire.drain(pipe.channel);
        List<String> replies = Wire.resp3(bytes);
        if (!new String(bytes, ISO_8859_1).contains("proto\r\n:3")) {
            assertThat(Wire.replies(bytes)).as("in RESP2").hasSameSizeAs(replies);
        }
        if (!wasOpen) {
            assertThat(replies.get(replies.size() - 1)).startsWith("-ERR Protocol error: ");
        }
        pipe.channel.advanceTimeBy(2, TimeUnit.SECONDS);
        pipe.channel.runScheduledPendingTasks();
        if (wasOpen && pipe.isOpen()) {
            pipe.type("DISCARD");
            assertThat(pipe.type("PING")).as("in step").isEqualTo("+PONG\r\n");
        }
        pipe.channel.checkException();
        pipe.close();
        assertThat(pipe.usedBytes()).as("bytes leaked").isZero();
        assertThat(logged.list).isEmpty();
    }
}
