package sosad.node.host;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sosad.message.Live;
import sosad.model.NodeId;
import sosad.protocol.Content;
import sosad.protocol.Replica;
import sosad.protocol.Schedule;
import sosad.protocol.Update;

/**
 * A node that runs by its own clock: it pushes what clients wrote in batches, syncs on an interval, and receipts soon
 * (section "Live" of {@code docs/protocol.md}). Nothing is composed for a link that is closed or behind.
 */
final class LiveMode {
    /** Within how many milliseconds receipts leave, with room for a slow timer. */
    private static final int RECEIPT_MILLIS = 40;

    /** So many receipts do not wait. */
    private static final int MANY_RECEIPTS = 1_000;

    /** Between two slices of a sync, a push or receipts, so that clients get their turn. */
    private static final int SLICE_MILLIS = 1;

    private final Replica replica;
    private final Sender sender;
    private final Alarm alarm;
    private final Live settings;
    private final boolean perKey;
    private final Map<NodeId, SyncPace> paces = new HashMap<>();
    private final List<Alarm.Set> clockwork = new ArrayList<>();
    private Optional<Alarm.Set> push = Optional.empty();
    private Optional<Alarm.Set> receipts = Optional.empty();
    private boolean stopped;

    LiveMode(Replica replica, Sender sender, Alarm alarm, Live settings) {
        this.replica = replica;
        this.sender = sender;
        this.alarm = alarm;
        this.settings = settings;
        this.perKey = replica.rules().content() == Content.PER_KEY;
        replica.peers().forEach(peer -> paces.put(peer, new SyncPace(replica, peer)));
    }

    void start() {
        replica.receiptToAll(perKey);
        pushWithin(settings.pushMillis());
        if (!paces.isEmpty()) {
            clockwork.add(alarm.after(firstSyncMillis(), this::syncRound));
        }
    }

    /** What is under way stays as it is; nothing more happens by itself. */
    void stop() {
        stopped = true;
        replica.receiptToAll(false);
        clockwork.forEach(Alarm.Set::cancel);
        push.ifPresent(Alarm.Set::cancel);
        receipts.ifPresent(Alarm.Set::cancel);
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
        } else if (receipts.isEmpty() && replica.owesReceipts()) {
            receipts = Optional.of(alarm.after(RECEIPT_MILLIS, this::sendReceipts));
        }
    }

    private void pushWithin(int millis) {
        if (push.isEmpty()) {
            push = Optional.of(alarm.after(millis, this::pushAll));
        }
    }

    /** Pushes all that is owed, without waiting for more. */
    void pushNow() {
        push.ifPresent(Alarm.Set::cancel);
        replica.peers().stream().filter(sender::hasRoom).forEach(peer -> sender.sendUpdates(replica.push(peer)));
    }

    private void pushAll() {
        push = Optional.empty();
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
        receipts.ifPresent(Alarm.Set::cancel);
        receipts = Optional.empty();
        boolean goesOn = false;
        for (NodeId peer : replica.peers()) {
            if (sender.hasRoom(peer)) {
                sender.sendUpdates(replica.receipts(peer));
                goesOn |= replica.owedReceipts(peer) > 0;
            }
        }
        if (goesOn) {
            receipts = Optional.of(alarm.after(SLICE_MILLIS, this::sendReceipts));
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
        clockwork.clear();
        clockwork.add(alarm.after(
                Math.max(
                        1,
                        settings.syncMillis()
                                * destinations.size()
                                / replica.peers().size()),
                this::syncRound));
        for (NodeId peer : destinations) {
            if (sender.hasRoom(peer) && paces.get(peer).beginRound()) {
                sendSlice(peer);
            }
        }
    }

    private void sendSlice(NodeId peer) {
        SyncPace pace = paces.get(peer);
        List<Update> slice = pace.nextSlice();
        sender.sendUpdates(slice);
        if (!perKey && pace.hasMore()) {
            clockwork.add(alarm.after(SLICE_MILLIS, () -> goOn(peer)));
        }
    }

    /** Under per-key the next slice waits for receipts, so that a silent peer is not sent the whole store. */
    private void goOn(NodeId peer) {
        SyncPace pace = paces.get(peer);
        if (stopped || !pace.hasMore()) {
            return;
        }
        if (sender.hasRoom(peer)) {
            pace.goesOn();
            sendSlice(peer);
        } else if (!perKey) {
            clockwork.add(alarm.after(settings.pushMillis(), () -> goOn(peer)));
        }
    }
}
