package sosad.node.client;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.RefusedException;
import sosad.node.host.Database;

/** The commands that look through the keys. A key with a tombstone is none. */
record KeyspaceCommands(Database database, RandomGenerator random) {
    /** The keys that a SCAN looks at by default. */
    private static final int USUAL_COUNT = 10;

    /** The tries of RANDOMKEY that may hit a tombstone; then it takes the next key that has a value. */
    private static final int MAX_TRIES = 100;

    List<RespCommand> all() {
        return List.of(
                RespCommand.of("keys", 1, 1, "Returns all keys that match a pattern", this::keys)
                        .taking("pattern")
                        .takingLong(),
                RespCommand.of("scan", 1, 5, "Returns some keys and the next cursor", this::scan)
                        .taking("cursor [MATCH pattern] [COUNT count]")
                        .takingLong(),
                RespCommand.of("randomkey", 0, 0, "Returns a random key", this::randomKey)
                        .takingLong(),
                RespCommand.of("dbsize", 0, 0, "Returns the number of keys", this::dbsize));
    }

    private void keys(Request request, Replies replies, ClientSession session) {
        Glob pattern = pattern(request, 1);
        List<Key> found = new ArrayList<>();
        database.forEachEntry(entry -> {
            if (!entry.isTombstone() && pattern.matches(entry.key())) {
                found.add(entry.key());
            }
        });
        write(found, replies);
    }

    /**
     * Goes through the keys from the newest to the oldest; the cursor says how many are still to come, so 0 is the end.
     * No key changes its number and new ones come at the other end: each key that was there at the beginning is
     * returned exactly once, and writing never makes a scan longer.
     */
    private void scan(Request request, Replies replies, ClientSession session) {
        int cursor = request.number(1).orElseThrow(() -> new RefusedException("invalid cursor"));
        Glob pattern = Glob.ALL;
        int count = USUAL_COUNT;
        for (int option = 2; option < request.count(); option += 2) {
            if (option + 1 < request.count() && request.is(option, "match")) {
                pattern = pattern(request, option + 1);
            } else if (option + 1 < request.count() && request.is(option, "count")) {
                count = count(request.number(option + 1));
            } else {
                throw new RefusedException("syntax error: send SCAN cursor [MATCH pattern] [COUNT n]");
            }
        }
        int before = cursor == 0 ? database.size() : Math.min(cursor, database.size());
        int next = Math.max(0, before - count);
        List<Key> found = new ArrayList<>();
        for (int nth = before - 1; nth >= next; nth--) {
            Entry entry = database.nth(nth);
            if (!entry.isTombstone() && pattern.matches(entry.key())) {
                found.add(entry.key());
            }
        }
        replies.array(2);
        replies.bulk(Integer.toString(next));
        write(found, replies);
    }

    private static int count(OptionalInt given) {
        int count = given.orElse(0);
        if (count < 1) {
            throw new RefusedException("value is not an integer or out of range: COUNT is at least 1");
        }
        return count;
    }

    private void randomKey(Request request, Replies replies, ClientSession session) {
        int size = database.size();
        if (size == database.tombstones()) {
            replies.absent();
            return;
        }
        int nth = random.nextInt(size);
        for (int tries = 1; tries < MAX_TRIES && database.nth(nth).isTombstone(); tries++) {
            nth = random.nextInt(size);
        }
        while (database.nth(nth).isTombstone()) {
            nth = (nth + 1) % size;
        }
        replies.bulk(database.nth(nth).key().text());
    }

    private void dbsize(Request request, Replies replies, ClientSession session) {
        replies.integer(database.size() - database.tombstones());
    }

    private static Glob pattern(Request request, int i) {
        return Glob.of(request.bytes(), request.start(i), request.length(i));
    }

    private static void write(List<Key> keys, Replies replies) {
        replies.array(keys.size());
        for (Key key : keys) {
            replies.bulk(key.text());
        }
    }
}
