package sosad.node.client;

import java.util.Locale;
import java.util.Optional;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.Limits;
import sosad.model.RefusedException;
import sosad.model.Value;
import sosad.node.host.Database;
import sosad.protocol.EnumNames;
import sosad.protocol.Reads;
import sosad.protocol.Reads.ReadMode;

/** Reads that may ask the peers, and so may answer later (section "Reads" of {@code docs/protocol.md}). */
record ReadCommands(Database database, Limits limits, ClientTraffic traffic) {
    /** {@code SOSAD.READ mode key}. */
    RespCommand read() {
        return RespCommand.of("sosad.read", 2, 2, "Reads a key in the given mode: local, find or newest", this::read)
                .taking("mode key");
    }

    /** {@code GET key}, as far as this node's reads go. */
    void get(Request request, Replies replies, ClientSession session) {
        answerLater(request.key(1, limits), database.readMode(), session);
    }

    private void read(Request request, Replies replies, ClientSession session) {
        answerLater(request.key(2, limits), mode(request), session);
    }

    private static ReadMode mode(Request request) {
        String word = request.text(1).toLowerCase(Locale.ROOT);
        return EnumNames.parse(ReadMode.class, word)
                .orElseThrow(() -> new RefusedException("a read goes "
                        + String.join(", ", EnumNames.all(ReadMode.class)) + ", as in SOSAD.READ find key"));
    }

    private void answerLater(Key key, ReadMode mode, ClientSession session) {
        LaterReply later = session.later();
        database.read(key, mode, session.client(), outcome -> later.answer(replies -> write(key, outcome, replies)));
    }

    private void write(Key key, Reads.Outcome outcome, Replies replies) {
        if (outcome.isFailure()) {
            replies.error(outcome.failure(key));
            return;
        }
        Optional<Value> found = outcome.entry().flatMap(Entry::value);
        traffic.countLookup(found.isPresent());
        found.ifPresentOrElse(value -> replies.bulk(value.utf8()), replies::absent);
    }
}
