package sosad.node.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.redis.ArrayHeaderRedisMessage;
import io.netty.handler.codec.redis.ArrayRedisMessage;
import io.netty.handler.codec.redis.BulkStringHeaderRedisMessage;
import io.netty.handler.codec.redis.ErrorRedisMessage;
import io.netty.handler.codec.redis.FullBulkStringRedisMessage;
import io.netty.handler.codec.redis.IntegerRedisMessage;
import io.netty.handler.codec.redis.RedisArrayAggregator;
import io.netty.handler.codec.redis.RedisBulkStringAggregator;
import io.netty.handler.codec.redis.RedisDecoder;
import io.netty.handler.codec.redis.RedisEncoder;
import io.netty.handler.codec.redis.RedisMessage;
import io.netty.handler.codec.redis.SimpleStringRedisMessage;
import io.netty.util.ReferenceCountUtil;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.util.KeyValue;
import redis.clients.jedis.util.RedisInputStream;

/** The Redis protocol as Netty's own codec and Jedis write and read it: the oracles that ours is held against. */
final class Wire {
    private static final String END = "this is the end of the replies";

    private Wire() {}

    /** A request as netty-codec-redis writes it, its elements given as ISO-8859-1 text. */
    static byte[] request(String... elements) {
        byte[][] bytes = new byte[elements.length][];
        for (int i = 0; i < elements.length; i++) {
            bytes[i] = elements[i].getBytes(ISO_8859_1);
        }
        return request(bytes);
    }

    static byte[] request(byte[]... elements) {
        List<RedisMessage> children = new ArrayList<>();
        for (byte[] element : elements) {
            children.add(new FullBulkStringRedisMessage(Unpooled.wrappedBuffer(element)));
        }
        EmbeddedChannel encoder = new EmbeddedChannel(new RedisEncoder());
        encoder.writeOutbound(new ArrayRedisMessage(children));
        byte[] request = drain(encoder);
        encoder.finishAndReleaseAll();
        return request;
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** All bytes that were written to {@code channel} since the last call. */
    static byte[] drain(EmbeddedChannel channel) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (ByteBuf out = channel.readOutbound(); out != null; out = channel.readOutbound()) {
            all.writeBytes(ByteBufUtil.getBytes(out));
            out.release();
        }
        return all.toByteArray();
    }

    /**
     * The replies in {@code bytes} as netty-codec-redis reads them: {@code +OK}, {@code -ERR …}, {@code :1},
     * {@code $value}, {@code $nil}, {@code [a, b]}.
     *
     * @throws AssertionError if they are not whole, well-formed replies and nothing else
     */
    static List<String> replies(byte[] bytes) {
        EmbeddedChannel decoder = new EmbeddedChannel(
                new RedisDecoder(), new RedisBulkStringAggregator(), new RedisArrayAggregator(1 << 20, 12));
        decoder.writeInbound(Unpooled.wrappedBuffer(bytes, ("+" + END + "\r\n").getBytes(UTF_8)));
        List<String> replies = new ArrayList<>();
        for (Object reply = decoder.readInbound(); reply != null; reply = decoder.readInbound()) {
            replies.add(text(reply));
            ReferenceCountUtil.release(reply);
        }
        decoder.finishAndReleaseAll();
        if (replies.isEmpty() || !replies.remove(replies.size() - 1).equals("+" + END)) {
            throw new AssertionError("the last reply is not whole: " + new String(bytes, UTF_8));
        }
        return replies;
    }

    /**
     * The replies in {@code bytes} as Jedis reads them, of RESP2 or RESP3: {@code -ERR …}, {@code :1}, {@code value} of
     * any kind of string, {@code nil}, {@code [a, b]}, <code>{a=b}</code>.
     *
     * @throws AssertionError if they are not whole, well-formed replies and nothing else
     */
    static List<String> resp3(byte[] bytes) {
        RedisInputStream in =
                new RedisInputStream(new ByteArrayInputStream(join(bytes, ("+" + END + "\r\n").getBytes(UTF_8))));
        List<String> replies = new ArrayList<>();
        for (String reply = next(in, bytes); !reply.equals(END); reply = next(in, bytes)) {
            replies.add(reply);
        }
        return replies;
    }

    private static String next(RedisInputStream in, byte[] bytes) {
        try {
            return plain(Protocol.read(in));
        } catch (JedisDataException error) {
            return "-" + error.getMessage();
        } catch (JedisException | ClassCastException | NumberFormatException malformed) {
            throw new AssertionError("malformed replies: " + new String(bytes, UTF_8), malformed);
        }
    }

    private static String plain(Object reply) {
        if (reply instanceof byte[] string) {
            return new String(string, UTF_8);
        } else if (reply instanceof Long number) {
            return ":" + number;
        } else if (reply instanceof KeyValue<?, ?> pair) {
            return plain(pair.getKey()) + "=" + plain(pair.getValue());
        } else if (reply instanceof List<?> list) {
            String elements = list.stream().map(Wire::plain).collect(Collectors.joining(", "));
            return list.stream().anyMatch(KeyValue.class::isInstance) ? "{" + elements + "}" : "[" + elements + "]";
        } else if (reply == null) {
            return "nil";
        }
        throw new AssertionError("no reply: " + reply);
    }

    private static String text(Object reply) {
        if (reply instanceof SimpleStringRedisMessage simple) {
            return "+" + simple.content();
        } else if (reply instanceof ErrorRedisMessage error) {
            return "-" + error.content();
        } else if (reply instanceof IntegerRedisMessage integer) {
            return ":" + integer.value();
        } else if (reply instanceof FullBulkStringRedisMessage bulk) {
            return bulk.isNull() ? "$nil" : "$" + bulk.content().toString(UTF_8);
        } else if (reply instanceof ArrayRedisMessage array) {
            return array.isNull()
                    ? "*nil"
                    : array.children().stream().map(Wire::text).toList().toString();
        } else if (reply instanceof ArrayHeaderRedisMessage || reply instanceof BulkStringHeaderRedisMessage) {
            throw new AssertionError("half a reply: " + reply);
        }
        throw new AssertionError("no reply: " + reply);
    }
}
