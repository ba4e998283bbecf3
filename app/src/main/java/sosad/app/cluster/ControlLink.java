package sosad.app.cluster;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import sosad.message.Command;
import sosad.message.Report;
import sosad.model.NodeId;
import sosad.wire.ControlCodec;

/**
 * The control connection of one start of a node. Replies complete the futures of their commands; events queue up for
 * whoever owns the node's mirror, in order, and {@code eventCame} is told of each.
 */
final class ControlLink {
    private final NodeId node;
    private final Runnable eventCame;
    private final CompletableFuture<Report.Ready> ready = new CompletableFuture<>();
    private final AtomicLong lastId = new AtomicLong();
    private final Map<Long, CompletableFuture<Report.Reply>> awaited = new ConcurrentHashMap<>();
    private final Map<Long, CompletableFuture<Report.Received>> deliveries = new ConcurrentHashMap<>();
    private final Queue<Report.Event> events = new ConcurrentLinkedQueue<>();
    private volatile Channel channel;
    private volatile NodeException failure;

    ControlLink(NodeId node, Runnable eventCame) {
        this.node = node;
        this.eventCame = eventCame;
    }

    /** Completes when the node is up. */
    CompletableFuture<Report.Ready> ready() {
        return ready;
    }

    void opened(Channel opened, Report.Ready report) {
        channel = opened;
        ready.complete(report);
    }

    void reported(Report report) {
        if (report instanceof Report.Reply reply) {
            CompletableFuture<Report.Reply> future = awaited.remove(reply.re());
            if (future != null) {
                future.complete(reply);
            }
        } else if (report instanceof Report.Event event) {
            events.add(event);
            if (event instanceof Report.Received received) {
                CompletableFuture<Report.Received> delivery = deliveries.remove(received.message());
                if (delivery != null) {
                    delivery.complete(received);
                }
            }
            eventCame.run();
        }
    }

    /** Sends a command; the future completes with its reply. */
    CompletableFuture<Report.Reply> send(LongFunction<Command> command) {
        long id = lastId.incrementAndGet();
        CompletableFuture<Report.Reply> reply = new CompletableFuture<>();
        awaited.put(id, reply);
        if (failure != null) {
            reply.completeExceptionally(failure);
            return reply;
        }
        byte[] line = ControlCodec.encode(command.apply(id));
        channel.writeAndFlush(Unpooled.wrappedBuffer(line, new byte[] {'\n'}));
        return reply;
    }

    /** Completes when the node reports that it has received this message once more. */
    CompletableFuture<Report.Received> delivery(long message) {
        CompletableFuture<Report.Received> delivery = new CompletableFuture<>();
        deliveries.put(message, delivery);
        if (failure != null) {
            delivery.completeExceptionally(failure);
        }
        return delivery;
    }

    /** The next event that has not been looked at, or null. */
    Report.Event nextEvent() {
        return events.poll();
    }

    /** The connection is gone. Mostly the process is too and will say why; if not, this does after a moment. */
    void closed() {
        NodeException silent = new NodeException(node, "has closed its control connection");
        channel.eventLoop().schedule(() -> fail(silent), 1, TimeUnit.SECONDS);
    }

    /** Nothing more will come: everything awaited fails. */
    void fail(NodeException why) {
        if (failure == null) {
            failure = why;
        }
        ready.completeExceptionally(why);
        awaited.values().forEach(reply -> reply.completeExceptionally(why));
        deliveries.values().forEach(delivery -> delivery.completeExceptionally(why));
    }

    void close() {
        Channel open = channel;
        if (open != null) {
            open.close();
        }
    }
}
