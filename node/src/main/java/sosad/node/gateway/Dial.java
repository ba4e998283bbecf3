package sosad.node.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.EventLoop;
import java.util.Locale;
import java.util.Optional;
import sosad.message.Address;
import sosad.node.net.Dialer;

/**
 * How connections to a backend are made.
 *
 * @param loop the event loop they live on
 * @param dialer connects to the backend
 * @param secret what it is sent first, if anything; one that asks for no secret is content, too
 */
record Dial(EventLoop loop, Dialer dialer, Optional<String> secret) {
    private static final byte[] WRONG = "-WRONGPASS".getBytes(US_ASCII);

    /** Where the backend listens. */
    Address address() {
        return dialer.address();
    }

    /** The request that proves {@code secret}. */
    static ByteBuf auth(String secret) {
        byte[] bytes = secret.getBytes(UTF_8);
        byte[] head = String.format(Locale.ROOT, "*2\r\n$4\r\nAUTH\r\n$%d\r\n", bytes.length)
                .getBytes(US_ASCII);
        return Unpooled.wrappedBuffer(head, bytes, "\r\n".getBytes(US_ASCII));
    }

    /** Whether the reply to {@link #auth} says that the backend has another secret. */
    static boolean isWrong(byte[] reply) {
        return Unpooled.wrappedBuffer(reply)
                .slice(0, Math.min(reply.length, WRONG.length))
                .equals(Unpooled.wrappedBuffer(WRONG));
    }
}
