package sosad.node.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.Limits;
import sosad.model.Value;
import sosad.node.drive.Database;
import sosad.protocol.ReadMode;

/** The commands that read and write entries. A tombstone counts as absent. */
final class DataCommands {
    private static final String ONE_KEY_ONE_VALUE =
            "ERR one key and one value a request: send SET key value, and one SET for each key;"
                    + " options such as EX are not supported, and a value with blanks goes in quotes";

    private final Database database;
    private final Limits limits;
    private final ReadCommands reads;

    DataCommands(Database database, Limits limits, ReadCommands reads) {
        this.database = database;
        this.limits = limits;
        this.reads = reads;
    }

    List<Command> all() {
        Command.Action get = database.readMode() == ReadMode.LOCAL ? this::get : reads::get;
        return List.of(
                Command.ofOneKey("get", get),
                Command.of("set", 2, 2, this::set).refusingMore(ONE_KEY_ONE_VALUE),
                Command.ofOneKey("del", this::delete),
                Command.ofOneKey("exists", this::exists),
                Command.ofOneKey("strlen", this::strlen),
                Command.ofOneKey("type", this::type),
                Command.of("keys", 1, 1, this::keys).overWholeStore(),
                Command.of("dbsize", 0, 0, this::dbsize));
    }

    private Optional<Value> value(Request request) {
        return database.entry(request.key(1, limits)).flatMap(Entry::value);
    }

    private void get(Request request, Replies replies, Session session) {
        Optional<Value> value = value(request);
        if (value.isPresent()) {
            replies.bulk(value.get().utf8());
        } else {
            replies.absent();
        }
    }

    private void set(Request request, Replies replies, Session session) {
        Key key = request.key(1, limits);
        database.put(key, request.value(2, limits), session.client());
        replies.ok();
    }

    private void delete(Request request, Replies replies, Session session) {
        boolean hadValue =
                database.delete(request.key(1, limits), session.client()).hadValue();
        replies.integer(hadValue ? 1 : 0);
    }

    private void exists(Request request, Replies replies, Session session) {
        replies.integer(value(request).isPresent() ? 1 : 0);
    }

    private void strlen(Request request, Replies replies, Session session) {
        replies.integer(value(request).map(Value::length).orElse(0));
    }

    private void type(Request request, Replies replies, Session session) {
        replies.simple(value(request).isPresent() ? "string" : "none");
    }

    private void keys(Request request, Replies replies, Session session) {
        Glob pattern = Glob.of(request.bytes(), request.start(1), request.length(1));
        List<Key> found = new ArrayList<>();
        database.forEachEntry(entry -> {
            if (!entry.isTombstone() && pattern.matches(entry.key())) {
                found.add(entry.key());
            }
        });
        replies.array(found.size());
        for (Key key : found) {
            replies.bulk(key.text());
        }
    }

    private void dbsize(Request request, Replies replies, Session session) {
        replies.integer(database.size() - database.tombstones());
    }
}
