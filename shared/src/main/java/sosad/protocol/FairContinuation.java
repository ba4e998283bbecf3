package sosad.protocol;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.ObjIntConsumer;
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
    private final ObjIntConsumer<Content> arrivals;

    /** @param live the live nodes, which go on from what they hold; the other peers they have are dead */
    public FairContinuation(Collection<Replica> live) {
        this(live, (content, round) -> {});
    }

    /** @param arrivals gets everything that has arrived, and the round, from 1, in which it did */
    public FairContinuation(Collection<Replica> live, ObjIntConsumer<Content> arrivals) {
        live.forEach(replica -> this.live.put(replica.id(), replica));
        this.arrivals = arrivals;
    }

    /** Goes on to the end. */
    public void finish() {
        finish(round -> List.of());
    }

    /**
     * Goes on to the end.
     *
     * @param delayed gives what arrives late, by the round, from 1, in which it does, ahead of what is sent in it
     */
    public void finish(IntFunction<List<Content>> delayed) {
        int round = 1;
        for (int quiet = 0; quiet < QUIET_ROUNDS; round++) {
            quiet = round(delayed.apply(round), round) ? 0 : quiet + 1;
        }
    }

    /** One round; gives whether it changed a table. */
    public boolean round() {
        return round(List.of(), 1);
    }

    private boolean round(List<Content> delayed, int round) {
        List<Content> arriving = new ArrayList<>(delayed);
        live.values().forEach(replica -> arriving.addAll(fullSync(replica)));
        boolean changed = false;
        for (Content content : arriving) {
            Replica receiver = live.get(content.to());
            if (receiver != null) {
                changed |= changes(receiver, content);
                arrivals.accept(content, round);
            }
        }
        return changed;
    }

    private boolean changes(Replica receiver, Content content) {
        if (content instanceof Update update) {
            return changes(receiver, update);
        }
        return content instanceof Inquiry.Repair repair && receiver.adopt(repair.entry());
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
    private boolean changes(Replica receiver, Update update) {
        Row before = receiver.row(update.from());
        Received received = receiver.receive(update);
        Row after = received.row();
        return !received.applied().isEmpty() || before.now() != after.now() || before.prev() != after.prev();
    }
}
