package sosad.node.gateway;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import sosad.message.BackendState;
import sosad.model.Key;
import sosad.model.Limits;
import sosad.node.client.Command;
import sosad.node.client.LaterReply;
import sosad.node.client.Replies;
import sosad.node.client.Request;
import sosad.node.client.Session;

/**
 * The commands that are carried out by backends. Keys and values are checked here, so that no backend need be asked.
 */
final class ForwardedCommands {
    private final Dispatch dispatch;
    private final Limits limits;
    private final int writes;
    private final Reads reads;
    private final Optional<ReadCache> cache;

    /** The backend whose cursors a connection has. */
    private final Map<Session, Backend> scanned = new WeakHashMap<>();

    ForwardedCommands(Dispatch dispatch, GatewaySettings settings, Optional<ReadCache> cache) {
        this.dispatch = dispatch;
        this.limits = settings.limits();
        this.writes = settings.writes();
        this.reads = settings.reads();
        this.cache = cache;
    }

    List<Command> all() {
        return List.of(
                Command.ofOneKey("get", "Gives the value of a key", this::get),
                Command.set(this::set),
                Command.ofOneKey("del", "Deletes a key; 1 if it had a value there", this::delete)
                        .writing(),
                readOfKey("exists", "Says whether a key has a value: 1 or 0"),
                readOfKey("strlen", "Gives the length of a key's value in bytes"),
                readOfKey("type", "Gives the type of a key's value: string or none"),
                readOfKey("sosad.get", "Gives value, timestamp, origin and sequence of a key, also of a deleted one"),
                Command.of(
                                "sosad.read",
                                2,
                                2,
                                "Reads a key as far as the mode says: local, find or newest",
                                this::sosadRead)
                        .taking("mode key"),
                Command.of("keys", 1, 1, "Gives all keys of one backend that match a pattern", readOfAll("keys"))
                        .taking("pattern")
                        .takingLong(),
                Command.of("dbsize", 0, 0, "Says how many keys one backend has", readOfAll("dbsize")),
                Command.of("randomkey", 0, 0, "Gives a key of one backend by chance", readOfAll("randomkey")),
                Command.of(
                                "scan",
                                1,
                                Request.MOST_KEPT - 1,
                                "Gives some keys of one backend, and where to go on",
                                this::scan)
                        .taking("cursor [MATCH pattern] [COUNT count]")
                        .takingLong());
    }

    private Command readOfKey(String name, String summary) {
        return Command.ofOneKey(
                name,
                summary,
                (request, replies, session) ->
                        read(asked(session, name, request, 1), encoded(request), session.later()));
    }

    private Command.Action readOfAll(String name) {
        return (request, replies, session) -> read(asked(session, name), encoded(request), session.later());
    }

    private void read(Asked asked, byte[] request, LaterReply client) {
        new Read(asked, request, dispatch, client).begin();
    }

    private void sosadRead(Request request, Replies replies, Session session) {
        read(asked(session, "sosad.read", request, 2), encoded(request), session.later());
    }

    private void get(Request request, Replies replies, Session session) {
        Asked asked = asked(session, "get", request, 1);
        if (cache.isPresent()) {
            cachedGet(asked, cache.get(), encoded(request), replies, session);
        } else {
            read(asked, reads == Reads.NEWEST ? newest(request) : encoded(request), session.later());
        }
    }

    private void cachedGet(Asked asked, ReadCache open, byte[] request, Replies replies, Session session) {
        Key key = asked.key().orElseThrow();
        Optional<byte[]> kept = open.reply(key);
        if (kept.isPresent()) {
            replies.whole(kept.get());
        } else {
            long drops = open.drops(key);
            new Read(asked, request, dispatch, session.later(), reply -> open.keep(key, reply, drops)).begin();
        }
    }

    private void set(Request request, Replies replies, Session session) {
        Asked asked = asked(session, "set", request, 1);
        request.value(2, limits);
        write(asked, encoded(request), session.later());
    }

    private void delete(Request request, Replies replies, Session session) {
        write(asked(session, "del", request, 1), encoded(request), session.later());
    }

    private void write(Asked asked, byte[] request, LaterReply client) {
        Key key = asked.key().orElseThrow();
        Runnable drop = () -> cache.ifPresent(open -> open.drop(key));
        drop.run();
        new Write(asked, request, dispatch, client, drop).begin(writes);
    }

    /** Cursors mean nothing to another backend, so a connection stays with the one that began its scan. */
    private void scan(Request request, Replies replies, Session session) {
        Asked asked = asked(session, "scan");
        boolean begins = request.is(1, "0");
        Backend pinned = scanned.get(session);
        if (!begins && pinned == null) {
            replies.error("SCANLOST this connection has begun no scan here: begin with SCAN 0");
        } else if (!begins && pinned.state() == BackendState.DOWN) {
            replies.error(
                    "SCANLOST the cursor belongs to %s, which is down: begin again with SCAN 0".formatted(pinned));
        } else {
            Optional<Backend> backend =
                    begins ? dispatch.backends().next(asked.hash(), List.of()) : Optional.of(pinned);
            backend.ifPresent(chosen -> scanned.put(session, chosen));
            new Read(asked, encoded(request), dispatch, session.later()).beginOnlyAt(backend);
        }
    }

    /** @throws sosad.model.RefusedException if element {@code i} is no key */
    private Asked asked(Session session, String command, Request request, int i) {
        Key key = request.key(i, limits);
        return new Asked(dispatch.tally().request(), session.client(), command, Optional.of(key));
    }

    private Asked asked(Session session, String command) {
        return new Asked(dispatch.tally().request(), session.client(), command, Optional.empty());
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
