package sosad.engine;

import java.util.List;
import sosad.model.NodeId;
import sosad.protocol.Replica;
import sosad.protocol.Rules.Content;
import sosad.protocol.Update;

/**
 * The progress of the syncs to one peer. Under per-key, what arrived here since the last round is left for the next: it
 * has just been pushed, by this node or to it, and the receipts are on their way. What is on offer then may take
 * several rounds, but no longer: what was lost of it is offered again, however much is written meanwhile.
 */
final class SyncPace {
    private final Replica replica;
    private final NodeId peer;
    private final boolean perKey;
    private long arrivedBefore;
    private long arrivalsLastRound;
    private boolean wentOn;

    /** Under the other rules: the last slice of the sync begun here has not been sent. */
    private boolean underWay;

    SyncPace(Replica replica, NodeId peer) {
        this.replica = replica;
        this.peer = peer;
        this.perKey = replica.rules().content() == Content.PER_KEY;
        this.arrivalsLastRound = replica.arrivals();
    }

    /** The whole state. */
    record State(NodeId peer, long arrivedBefore, long arrivalsLastRound, boolean wentOn, boolean underWay) {}

    State state() {
        return new State(peer, arrivedBefore, arrivalsLastRound, wentOn, underWay);
    }

    void restore(State state) {
        arrivedBefore = state.arrivedBefore();
        arrivalsLastRound = state.arrivalsLastRound();
        wentOn = state.wentOn();
        underWay = state.underWay();
    }

    /**
     * A round is due.
     *
     * @return whether to send a slice: not while an earlier sync under a timestamp rule still goes on
     */
    boolean beginRound() {
        if (underWay) {
            return false;
        }
        boolean continues = wentOn && hasMore();
        if (!continues) {
            arrivedBefore = perKey ? arrivalsLastRound : Long.MAX_VALUE;
            replica.beginSlices(peer);
        }
        arrivalsLastRound = replica.arrivals();
        wentOn = false;
        return true;
    }

    boolean hasMore() {
        return replica.hasMoreSlices(peer, arrivedBefore);
    }

    List<Update> nextSlice() {
        List<Update> slice = replica.nextSlice(peer, arrivedBefore);
        underWay = !perKey && hasMore();
        return slice;
    }

    /** The peer took a slice before the round was over, so what it was offered is not offered again at once. */
    void resume() {
        wentOn = true;
    }
}
