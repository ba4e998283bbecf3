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
import sosad.app.process.NodeException;
import sosad.message.Command;
import sosad.message.Report;
import sosad.message.Report.BackendState;
import sosad.model.NodeId;
import sosad.wire.ControlCodec;

/**
 * The control connection of one start of a node or gateway. Replies complete the futures of their commands; events
 * queue up, in order, for the owner of the view of the node, and each is announced to {@code eventCame}.
 */
final class ControlLink {
    private final String who;
    private final Runnable eventCame;
    private final CompletableFuture<Report.Ready> ready = new CompletableFuture<>();
    private final AtomicLong lastId = new AtomicLong();
    private final Map<Long, CompletableFuture<Report.Reply>> awaited = new ConcurrentHashMap<>();
    private final Map<Awaited, CompletableFuture<Report.Event>> awaitedEvents = new ConcurrentHashMap<>();
    private final Queue<Report.Event> events = new ConcurrentLinkedQueue<>();
    private volatile Channel channel;
    private volatile NodeException failure;

    /** @param who what the process is called in errors, such as {@code node A} */
    ControlLink(String who, Runnable eventCame) {
        this.who = who;
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
            CompletableFuture<Report.Event> future = awaitedEvents.remove(Awaited.of(event));
            if (future != null) {
                future.complete(event);
            }
            eventCame.run();
        }
    }

    /**
     * An event that somebody may wait for.
     *
     * @param type its class
     * @param about the number of its message, the address of its client, or a backend and its state
     */
    private record Awaited(Class<? extends Report.Event> type, Object about) {
        static Awaited of(Report.Event event) {
            Object about = "";
            if (event instanceof Report.Received received) {
                about = received.message();
            } else if (event instanceof Report.Heard heard) {
                about = heard.message();
            } else if (event instanceof Report.Asked asked) {
                about = asked.client();
            } else if (event instanceof Report.Wrote wrote) {
                about = wrote.client();
            } else if (event instanceof Report.BackendChanged changed) {
                about = new Report.BackendChanged(0, changed.backend(), changed.state());
            }
            return new Awaited(event.getClass(), about);
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
        write(command.apply(id));
        return reply;
    }

    /** Sends a command whose reply nobody waits for; does nothing before the process is up or after its end. */
    void tell(LongFunction<Command> command) {
        if (channel != null) {
            write(command.apply(lastId.incrementAndGet()));
        }
    }

    private void write(Command command) {
        channel.writeAndFlush(Unpooled.wrappedBuffer(ControlCodec.encode(command), new byte[] {'\n'}));
    }

    /** Completes when the node reports that it has received this message once more. */
    CompletableFuture<Report.Received> delivery(long message) {
        return event(Report.Received.class, message);
    }

    /** Completes when the node reports that it has dealt with this question, answer or repair. */
    CompletableFuture<Report.Heard> hearing(long message) {
        return event(Report.Heard.class, message);
    }

    /** Completes when the node reports that it has refused a frame of a peer. */
    CompletableFuture<Report.Refused> refusal() {
        return event(Report.Refused.class, "");
    }

    /** Completes when the node reports that this client has begun a read. */
    CompletableFuture<Report.Asked> asking(String client) {
        return event(Report.Asked.class, client);
    }

    /** Completes when the node reports that this client has written once more. */
    CompletableFuture<Report.Wrote> writing(String client) {
        return event(Report.Wrote.class, client);
    }

    /** Completes when the gateway next reports that it thinks so of this backend. */
    CompletableFuture<Report.BackendChanged> backendChange(NodeId backend, BackendState state) {
        return event(Report.BackendChanged.class, new Report.BackendChanged(0, backend, state));
    }

    private <E extends Report.Event> CompletableFuture<E> event(Class<E> type, Object about) {
        CompletableFuture<Report.Event> event = new CompletableFuture<>();
        awaitedEvents.put(new Awaited(type, about), event);
        if (failure != null) {
            event.completeExceptionally(failure);
        }
        return event.thenApply(type::cast);
    }

    /** Returns how many events have not been looked at. */
    int eventsThatCame() {
        return events.size();
    }

    /** The next event that has not been looked at, or null. */
    Report.Event nextEvent() {
        return events.poll();
    }

    /** The connection is gone. Mostly the process is too and will say why; if not, this does after a moment. */
    void closed() {
        NodeException silent = new NodeException(who + " has closed its control connection");
        channel.eventLoop().schedule(() -> fail(silent), 1, TimeUnit.SECONDS);
    }

    /** Nothing more will come: everything awaited fails. */
    void fail(NodeException why) {
        if (failure == null) {
            failure = why;
        }
        ready.completeExceptionally(why);
        awaited.values().forEach(reply -> reply.completeExceptionally(why));
        awaitedEvents.values().forEach(event -> event.completeExceptionally(why));
    }

    /** Returns whether nothing will come any more. */
    boolean isClosed() {
        return failure != null;
    }

    void close() {
        Channel open = channel;
        if (open != null) {
            open.close();
        }
    }
}
