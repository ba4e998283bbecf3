package sosad.node.client;

import java.util.List;
import java.util.Optional;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.Limits;
import sosad.model.Value;
import sosad.model.Version;
import sosad.node.host.Database;
import sosad.protocol.Reads.ReadMode;
import sosad.protocol.Written;

/** The commands that read and write one entry. A tombstone counts as absent, except where its version is asked for. */
record DataCommands(Database database, Limits limits, ClientTraffic traffic, ReadCommands reads) {
    List<RespCommand> all() {
        RespCommand.Execution get = database.readMode() == ReadMode.LOCAL ? this::get : reads::get;
        return List.of(
                RespCommand.ofOneKey("get", "Returns the value of a key", get),
                RespCommand.set(this::set),
                RespCommand.ofOneKey("del", "Deletes a key; 1 if it removed a value here", this::delete)
                        .writing(),
                RespCommand.ofOneKey("exists", "Returns 1 if a key has a value, else 0", this::exists),
                RespCommand.ofOneKey("strlen", "Returns the length of a key's value in bytes", this::strlen),
                RespCommand.ofOneKey("type", "Returns the type of a key's value: string or none", this::type),
                RespCommand.ofOneKey(
                        "sosad.get",
                        "Returns value, timestamp, origin and sequence of a key, even of a deleted one",
                        this::getWithVersion));
    }

    private Optional<Value> value(Request request) {
        Optional<Value> value = database.entry(request.key(1, limits)).flatMap(Entry::value);
        traffic.countLookup(value.isPresent());
        return value;
    }

    private void get(Request request, Replies replies, ClientSession session) {
        write(value(request), replies);
    }

    private static void write(Optional<Value> value, Replies replies) {
        if (value.isPresent()) {
            replies.bulk(value.get().utf8());
        } else {
            replies.absent();
        }
    }

    private void getWithVersion(Request request, Replies replies, ClientSession session) {
        Optional<Entry> held = database.entry(request.key(1, limits));
        traffic.countLookup(held.isPresent());
        if (held.isEmpty()) {
            replies.absent();
            return;
        }
        Version version = held.get().version();
        replies.array(4);
        write(held.get().value(), replies);
        replies.integer(version.timestamp());
        replies.bulk(version.origin().toString());
        replies.integer(version.sequence());
    }

    /** A write that lost at once is answered as Redis answers one that it has not carried out. */
    private void set(Request request, Replies replies, ClientSession session) {
        Key key = request.key(1, limits);
        if (database.put(key, request.value(2, limits), session.client()).lost()) {
            replies.absent();
        } else {
            replies.ok();
        }
    }

    private void delete(Request request, Replies replies, ClientSession session) {
        Written written = database.delete(request.key(1, limits), session.client());
        replies.integer(written.replacedValue() ? 1 : 0);
    }

    private void exists(Request request, Replies replies, ClientSession session) {
        replies.integer(value(request).isPresent() ? 1 : 0);
    }

    private void strlen(Request request, Replies replies, ClientSession session) {
        replies.integer(value(request).map(Value::length).orElse(0));
    }

    private void type(Request request, Replies replies, ClientSession session) {
        replies.simple(value(request).isPresent() ? "string" : "none");
    }
}
