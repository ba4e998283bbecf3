package sosad.engine;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import sosad.message.Live;
import sosad.model.NodeId;
import sosad.protocol.Replica;
import sosad.protocol.Rules.Content;
import sosad.protocol.Rules.Schedule;

/**
 * A node that runs by its own clock: it pushes what clients wrote in batches, syncs on an interval, and receipts soon
 * (section "Live" of {@code docs/protocol.md}). Nothing is composed for a link that is closed or behind.
 */
final class LiveMode {
    /** Within how many milliseconds receipts leave, with room for a slow timer. */
    private static final int RECEIPT_MILLIS = 40;

    /** The number of receipts that do not wait. */
    private static final int MANY_RECEIPTS = 1_000;

    /** Between two slices of a sync, a push or receipts, so that clients get their turn. */
    private static final int SLICE_MILLIS = 1;

    private static final Timer PUSH = new Timer.Push();
    private static final Timer RECEIPTS = new Timer.Receipts();
    private static final Timer SYNC_ROUND = new Timer.SyncRound();

    private final Replica replica;
    private final Sender sender;
    private final Timers timers;
    private final Live settings;
    private final boolean perKey;
    private final SortedMap<NodeId, SyncPace> paces = new TreeMap<>();

    LiveMode(Replica replica, Sender sender, Timers timers, Live settings) {
        this.replica = replica;
        this.sender = sender;
        this.timers = timers;
        this.settings = settings;
        this.perKey = replica.rules().content() == Content.PER_KEY;
        replica.peers().forEach(peer -> paces.put(peer, new SyncPace(replica, peer)));
    }

    /** The whole state, but for the timers. */
    record State(Live settings, List<SyncPace.State> paces) {
        State {
            paces = List.copyOf(paces);
        }
    }

    State state() {
        return new State(settings, paces.values().stream().map(SyncPace::state).toList());
    }

    void restore(State state) {
        state.paces().forEach(pace -> paces.get(pace.peer()).restore(pace));
    }

    Live settings() {
        return settings;
    }

    void start() {
        replica.receiptToAll(perKey);
        pushWithin(settings.pushMillis());
        if (!paces.isEmpty()) {
            timers.after(firstSyncMillis(), SYNC_ROUND);
        }
    }

    /** Stops everything that happens by itself, except that reads time out; messages under way are not affected. */
    void stop() {
        replica.receiptToAll(false);
        timers.cancelAll(timer -> !(timer instanceof Timer.ReadLimit));
    }

    void ring(Timer timer) {
        if (timer instanceof Timer.Push) {
            pushAll();
        } else if (timer instanceof Timer.Receipts) {
            sendReceipts();
        } else if (timer instanceof Timer.SyncRound) {
            syncRound();
        } else if (timer instanceof Timer.NextSlice slice) {
            goOn(slice.peer());
        }
    }

    void wrote() {
        pushWithin(settings.pushMillis());
    }

    /** @param receipted whether the message carried receipts */
    void received(NodeId from, boolean receipted) {
        if (!perKey) {
            return;
        }
        if (receipted) {
            goOn(from);
        }
        if (replica.owedReceipts(from) >= MANY_RECEIPTS) {
            sendReceipts();
        } else if (!timers.isSet(RECEIPTS) && replica.owesReceipts()) {
            timers.after(RECEIPT_MILLIS, RECEIPTS);
        }
    }

    private void pushWithin(int millis) {
        if (!timers.isSet(PUSH)) {
            timers.after(millis, PUSH);
        }
    }

    /** Pushes everything owed, without waiting for more. */
    void pushNow() {
        timers.cancel(PUSH);
        replica.peers().stream().filter(sender::hasRoom).forEach(peer -> sender.sendUpdates(replica.push(peer)));
    }

    private void pushAll() {
        boolean goesOn = false;
        boolean waits = false;
        for (NodeId peer : replica.peers()) {
            if (sender.hasRoom(peer)) {
                sender.sendUpdates(replica.pushSlice(peer));
                goesOn |= replica.owedPushes(peer) > 0;
            } else if (perKey) {
                replica.leavePushesToSync(peer);
            } else {
                waits |= replica.owedPushes(peer) > 0;
            }
        }
        if (goesOn || waits) {
            pushWithin(goesOn ? SLICE_MILLIS : settings.pushMillis());
        }
    }

    private void sendReceipts() {
        timers.cancel(RECEIPTS);
        boolean goesOn = false;
        for (NodeId peer : replica.peers()) {
            if (sender.hasRoom(peer)) {
                sender.sendUpdates(replica.receipts(peer));
                goesOn |= replica.owedReceipts(peer) > 0;
            }
        }
        if (goesOn) {
            timers.after(SLICE_MILLIS, RECEIPTS);
        }
    }

    private long firstSyncMillis() {
        if (replica.rules().schedule() == Schedule.TOGETHER) {
            return settings.syncMillis();
        }
        int place = replica.peers().headSet(replica.id()).size();
        return Math.max(
                1, (long) settings.syncMillis() * (place + 1) / (replica.peers().size() + 1));
    }

    /** Under rolling a round goes to one peer, so rounds are as much more frequent as there are peers. */
    private void syncRound() {
        List<NodeId> destinations = replica.syncDestinations();
        timers.after(
                Math.max(
                        1,
                        settings.syncMillis()
                                * destinations.size()
                                / replica.peers().size()),
                SYNC_ROUND);
        for (NodeId peer : destinations) {
            if (sender.hasRoom(peer) && paces.get(peer).beginRound()) {
                sendSlice(peer);
            }
        }
    }

    private void sendSlice(NodeId peer) {
        SyncPace pace = paces.get(peer);
        sender.sendUpdates(pace.nextSlice());
        if (!perKey && pace.hasMore()) {
            timers.after(SLICE_MILLIS, new Timer.NextSlice(peer));
        }
    }

    /** Under per-key the next slice waits for receipts, so that a silent peer is not sent the whole store. */
    private void goOn(NodeId peer) {
        SyncPace pace = paces.get(peer);
        if (!pace.hasMore()) {
            return;
        }
        if (sender.hasRoom(peer)) {
            pace.resume();
            sendSlice(peer);
        } else if (!perKey) {
            timers.after(settings.pushMillis(), new Timer.NextSlice(peer));
        }
    }
}
