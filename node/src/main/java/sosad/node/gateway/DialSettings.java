package sosad.node.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static sosad.model.PlainFormat.format;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.EventLoop;
import java.util.Arrays;
import java.util.Optional;
import sosad.message.Address;
import sosad.node.net.Dialer;

/**
 * The settings for connections to a backend.
 *
 * @param loop the event loop they live on
 * @param dialer connects to the backend
 * @param secret what it is sent first, if anything; one that asks for no secret is content, too
 */
record DialSettings(EventLoop loop, Dialer dialer, Optional<String> secret) {
    private static final byte[] WRONG = "-WRONGPASS".getBytes(US_ASCII);
    private static final byte[] NOT_TRUSTED = "-NOAUTH".getBytes(US_ASCII);
    private static final byte[] WHO_IS_THERE = "*2\r\n$4\r\nINFO\r\n$6\r\nserver\r\n".getBytes(US_ASCII);

    /** Returns where the backend listens. */
    Address address() {
        return dialer.address();
    }

    /** The request that proves {@code secret}. */
    static ByteBuf auth(String secret) {
        byte[] bytes = secret.getBytes(UTF_8);
        byte[] head = format("*2\r\n$4\r\nAUTH\r\n$%d\r\n", bytes.length).getBytes(US_ASCII);
        return Unpooled.wrappedBuffer(head, bytes, "\r\n".getBytes(US_ASCII));
    }

    /** The request whose reply is an {@link Identity}. */
    static ByteBuf whoIsThere() {
        return Unpooled.wrappedBuffer(WHO_IS_THERE);
    }

    /** Returns whether the reply to {@link #auth} says that the backend has another secret. */
    static boolean isWrong(byte[] reply) {
        return begins(reply, WRONG);
    }

    /** Returns whether the reply to anything else says that the backend asks for a secret first. */
    static boolean wantsSecret(byte[] reply) {
        return begins(reply, NOT_TRUSTED);
    }

    private static boolean begins(byte[] reply, byte[] beginning) {
        return Arrays.mismatch(reply, beginning) == beginning.length || Arrays.equals(reply, beginning);
    }
}
