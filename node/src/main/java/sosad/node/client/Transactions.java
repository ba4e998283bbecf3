package sosad.node.client;

import java.util.List;
import java.util.Set;

/**
 * MULTI, which is refused, and what belongs to it. A client that does not wait for the reply to MULTI believes that
 * what it sends next is done at once or not at all: so none of it is done.
 */
final class Transactions {
    /** The reply to a request in a refused transaction. */
    static final String ABORTED =
            "EXECABORT not executed: MULTI was refused on this connection, and nothing is executed until EXEC or DISCARD";

    /** They are carried out in a refused transaction as they are in Redis's: at once. */
    private static final Set<String> AT_ONCE = Set.of("exec", "discard", "quit", "reset");

    List<RespCommand> all() {
        return List.of(
                RespCommand.of("multi", 0, 0, "", this::multi),
                RespCommand.of("exec", 0, 0, "", this::exec),
                RespCommand.of("discard", 0, 0, "", this::discard));
    }

    /** Returns whether a command, which may be null, is carried out in a refused transaction. */
    static boolean mayFollow(RespCommand command) {
        return command != null && (AT_ONCE.contains(command.name()) || HttpRequests.isPartOfOne(command));
    }

    private void multi(Request request, Replies replies, ClientSession session) {
        session.refuseTransaction();
        replies.error("ERR MULTI is not supported, because the servers send each other the latest update of each key by"
                + " itself and cannot apply several at once: nothing is executed until EXEC or DISCARD");
    }

    private void exec(Request request, Replies replies, ClientSession session) {
        if (session.isInRefusedTransaction()) {
            session.endTransaction();
            replies.error("EXECABORT Transaction discarded, because MULTI was refused: none of it was executed");
        } else {
            replies.error("ERR EXEC without MULTI, which is not supported");
        }
    }

    private void discard(Request request, Replies replies, ClientSession session) {
        if (session.isInRefusedTransaction()) {
            session.endTransaction();
            replies.ok();
        } else {
            replies.error("ERR DISCARD without MULTI, which is not supported");
        }
    }
}
