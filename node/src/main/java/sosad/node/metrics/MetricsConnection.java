package sosad.node.metrics;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static sosad.model.PlainFormat.format;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Reads the head of one HTTP request, answers it, and ends. What follows the head is thrown away. */
// A write or close that fails ends the connection, of which channelInactive tells.
@SuppressWarnings("FutureReturnValueIgnored")
final class MetricsConnection extends ChannelInboundHandlerAdapter {
    private static final String PATH = "/metrics";
    private static final int MAX_HEAD_BYTES = 8 * 1_024;
    private static final String TEXT = "text/plain; charset=utf-8";

    private final Supplier<MetricSnapshots> facts;
    private final Duration longest;
    private final StringBuilder head = new StringBuilder();
    private boolean isAnswered;
    private Future<?> deadline;

    /**
     * @param facts the metrics, read on the event loop
     * @param longest how long the connection may last
     */
    MetricsConnection(Supplier<MetricSnapshots> facts, Duration longest) {
        this.facts = facts;
        this.longest = longest;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        deadline = ctx.executor().schedule(() -> ctx.close(), longest.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        deadline.cancel(false);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ByteBuf in = (ByteBuf) message;
        try {
            while (!isAnswered && in.isReadable()) {
                head.append((char) (in.readByte() & 0xff));
                if (isWhole()) {
                    answer(ctx);
                } else if (head.length() == MAX_HEAD_BYTES) {
                    reply(ctx, "431 Request Header Fields Too Large", TEXT, "a request is shorter\n");
                }
            }
        } finally {
            in.release();
        }
    }

    /** Returns whether there is an empty line, which ends the head. */
    private boolean isWhole() {
        int end = head.length() - 1;
        if (head.charAt(end) != '\n') {
            return false;
        }
        int before = end > 0 && head.charAt(end - 1) == '\r' ? end - 2 : end - 1;
        return before >= 0 && head.charAt(before) == '\n';
    }

    private void answer(ChannelHandlerContext ctx) {
        String[] line = head.substring(0, head.indexOf("\n")).strip().split(" ", -1);
        if (line.length != 3 || !line[2].startsWith("HTTP/1.")) {
            reply(ctx, "400 Bad Request", TEXT, "this is not an HTTP/1 request\n");
        } else if (!line[1].split("\\?", 2)[0].equals(PATH)) {
            reply(ctx, "404 Not Found", TEXT, "the metrics are at " + PATH + "\n");
        } else if (!line[0].equals("GET") && !line[0].equals("HEAD")) {
            reply(ctx, "405 Method Not Allowed\r\nAllow: GET, HEAD", TEXT, "only GET and HEAD are allowed\n");
        } else {
            PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();
            reply(ctx, "200 OK", writer.getContentType(), page(writer));
        }
    }

    private String page(PrometheusTextFormatWriter writer) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            writer.write(text, facts.get(), EscapingScheme.DEFAULT);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail", e);
        }
        return text.toString(UTF_8);
    }

    private void reply(ChannelHandlerContext ctx, String status, String type, String body) {
        isAnswered = true;
        byte[] bytes = body.getBytes(UTF_8);
        String header = format(
                "HTTP/1.1 %s\r\nContent-Type: %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n",
                status, type, bytes.length);
        ByteBuf first = Unpooled.wrappedBuffer(header.getBytes(US_ASCII));
        boolean isHead = head.indexOf("HEAD ") == 0;
        head.setLength(0);
        ctx.writeAndFlush(isHead ? first : Unpooled.wrappedBuffer(first, Unpooled.wrappedBuffer(bytes)))
                .addListener(written -> {
                    if (written.isSuccess() && ctx.channel() instanceof DuplexChannel channel) {
                        channel.shutdownOutput(); // the other side has all, and closes; else the deadline does
                    } else {
                        ctx.close();
                    }
                });
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            ctx.close();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        ctx.close();
    }
}
