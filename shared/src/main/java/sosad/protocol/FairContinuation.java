package sosad.protocol;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sosad.model.NodeId;
import sosad.protocol.Rules.Schedule;

/**
 * The state that a cluster reaches by its rules alone once nothing goes wrong any more (section "The fair continuation"
 * of {@code docs/protocol.md}): round by round every live node, in alphabetical order, syncs with all its peers, then
 * everything is delivered, until two rounds in a row change no table. What is sent to a dead node is lost. What it does
 * not heal, the rules do not heal.
 */
public final class FairContinuation {
    private static final int QUIET_ROUNDS = 2;

    private final Map<NodeId, Replica> live = new TreeMap<>();

    /** @param live the live nodes, which go on from what they hold; the other peers they have are dead */
    public FairContinuation(Collection<Replica> live) {
        live.forEach(replica -> this.live.put(replica.id(), replica));
    }

    /** Goes on to the end. */
    public void finish() {
        for (int quiet = 0; quiet < QUIET_ROUNDS; ) {
            quiet = round() ? 0 : quiet + 1;
        }
    }

    /** One round; gives whether it changed a table. */
    public boolean round() {
        List<Update> sent = new ArrayList<>();
        live.values().forEach(replica -> sent.addAll(fullSync(replica)));
        boolean changed = false;
        for (Update update : sent) {
            Replica receiver = live.get(update.to());
            if (receiver != null) {
                changed |= changes(receiver, update);
            }
        }
        return changed;
    }

    /** Under rolling a sync goes to one peer, so there is one for each. */
    private static List<Update> fullSync(Replica replica) {
        int syncs = replica.rules().schedule() == Schedule.TOGETHER
                ? 1
                : replica.peers().size();
        List<Update> sent = new ArrayList<>();
        for (int i = 0; i < syncs; i++) {
            replica.syncDestinations().forEach(peer -> sent.addAll(replica.sync(peer, any -> true)));
        }
        return sent;
    }

    /** The mark stands in no table. */
    private static boolean changes(Replica receiver, Update update) {
        Row before = receiver.row(update.from());
        Received received = receiver.receive(update);
        Row after = received.row();
        return !received.applied().isEmpty() || before.now() != after.now() || before.prev() != after.prev();
    }
}
