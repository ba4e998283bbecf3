package sosad.node.gateway;

import java.util.List;
import java.util.Optional;
import sosad.model.Key;
import sosad.model.Limits;
import sosad.node.client.ClientSession;
import sosad.node.client.LaterReply;
import sosad.node.client.Replies;
import sosad.node.client.Request;
import sosad.node.client.RespCommand;
import sosad.node.gateway.GatewaySettings.Reads;
import sosad.node.gateway.RequestContext.Asker;

/**
 * The commands that are carried out by backends. Keys and values are checked here, so that no backend need be asked.
 */
final class ForwardedCommands {
    private final RequestContext context;
    private final Limits limits;
    private final int writes;
    private final Reads reads;
    private final Optional<ReadCache> cache;

    private final KeyOrder order = new KeyOrder();
    private final ScanCommand scan;

    /** @param start of this gateway */
    ForwardedCommands(RequestContext context, GatewaySettings settings, Optional<ReadCache> cache, String start) {
        this.context = context;
        this.limits = settings.limits();
        this.writes = settings.writes();
        this.reads = settings.reads();
        this.cache = cache;
        this.scan = new ScanCommand(context, start);
    }

    List<RespCommand> all() {
        return List.of(
                RespCommand.ofOneKey("get", "Returns the value of a key", this::get),
                RespCommand.set(this::set),
                RespCommand.ofOneKey("del", "Deletes a key; 1 if that removed a value there", this::delete)
                        .writing(),
                readOfKey("exists", "Returns 1 if a key has a value, else 0"),
                readOfKey("strlen", "Returns the length of a key's value in bytes"),
                readOfKey("type", "Returns the type of a key's value: string or none"),
                readOfKey("sosad.get", "Returns value, timestamp, origin and sequence of a key, even of a deleted one"),
                RespCommand.of(
                                "sosad.read",
                                2,
                                2,
                                "Reads a key in the given mode: local, find or newest",
                                this::sosadRead)
                        .taking("mode key"),
                readOfAll(Lane.LONG_READS, "keys", 1, "Returns all keys of one backend that match a pattern")
                        .taking("pattern")
                        .takingLong(),
                readOfAll(Lane.READS, "dbsize", 0, "Returns the number of keys of one backend"),
                readOfAll(Lane.READS, "randomkey", 0, "Returns a random key of one backend"),
                scan.command());
    }

    private RespCommand readOfKey(String name, String summary) {
        return RespCommand.ofOneKey(
                name,
                summary,
                (request, replies, session) -> read(asked(session, name, request, 1), encoded(request), session));
    }

    private RespCommand readOfAll(Lane lane, String name, int arguments, String summary) {
        return RespCommand.of(name, arguments, arguments, summary, (request, replies, session) -> {
            ClientRequest asked =
                    new ClientRequest(++context.counts().requests, session.client(), name, Optional.empty());
            new Read(asked, encoded(request), lane, context, session.later()::answer, Read.Passing.ON)
                    .begin(Runnable::run);
        });
    }

    private void read(ClientRequest asked, byte[] request, ClientSession session) {
        read(asked, request, session, Read.Passing.ON);
    }

    private void read(ClientRequest asked, byte[] request, ClientSession session, Read.Passing passing) {
        KeyOrder.Turn turn = order.turn(session, asked.key().orElseThrow(), false);
        new Read(asked, request, Lane.READS, context, asker(session, turn), passing).begin(turn::begin);
    }

    /** The client, whose turn ends when it is answered. */
    private static Asker asker(ClientSession session, KeyOrder.Turn turn) {
        LaterReply later = session.later();
        return writing -> {
            later.answer(writing);
            turn.end();
        };
    }

    private void sosadRead(Request request, Replies replies, ClientSession session) {
        read(asked(session, "sosad.read", request, 2), encoded(request), session);
    }

    private void get(Request request, Replies replies, ClientSession session) {
        ClientRequest asked = asked(session, "get", request, 1);
        if (cache.isPresent()) {
            cachedGet(asked, cache.get(), encoded(request), replies, session);
        } else {
            read(asked, reads == Reads.NEWEST ? newest(request) : encoded(request), session);
        }
    }

    private void cachedGet(
            ClientRequest asked, ReadCache open, byte[] request, Replies replies, ClientSession session) {
        Key key = asked.key().orElseThrow();
        Optional<byte[]> kept = open.reply(key);
        if (kept.isPresent()) {
            replies.whole(kept.get());
        } else {
            long drops = open.drops(key);
            read(asked, request, session, (reply, from) -> {
                open.keep(key, reply, drops);
                return reply;
            });
        }
    }

    private void set(Request request, Replies replies, ClientSession session) {
        ClientRequest asked = asked(session, "set", request, 1);
        request.value(2, limits);
        write(asked, encoded(request), session);
    }

    private void delete(Request request, Replies replies, ClientSession session) {
        write(asked(session, "del", request, 1), encoded(request), session);
    }

    private void write(ClientRequest asked, byte[] request, ClientSession session) {
        Key key = asked.key().orElseThrow();
        Runnable drop = () -> cache.ifPresent(open -> open.drop(key));
        drop.run();
        KeyOrder.Turn turn = order.turn(session, key, true);
        new Write(asked, request, context, writes, asker(session, turn), drop).begin(turn::begin);
    }

    /** @throws sosad.model.RefusedException if element {@code i} is no key */
    private ClientRequest asked(ClientSession session, String command, Request request, int i) {
        Key key = request.key(i, limits);
        return new ClientRequest(++context.counts().requests, session.client(), command, Optional.of(key));
    }

    private static byte[] encoded(Request request) {
        Replies encoder = new Replies(); // an array of bulk strings looks the same in both directions
        encoder.array(request.count());
        for (int i = 0; i < request.count(); i++) {
            encoder.bulk(request.bytes(), request.start(i), request.length(i));
        }
        return encoder.takeBytes();
    }

    /** The node that is asked asks its peers, and repairs those that hold something older. */
    private static byte[] newest(Request get) {
        Replies encoder = new Replies();
        encoder.array(3);
        encoder.bulk("SOSAD.READ");
        encoder.bulk("NEWEST");
        encoder.bulk(get.bytes(), get.start(1), get.length(1));
        return encoder.takeBytes();
    }
}
