package sosad.app.explain.healing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Version;
import sosad.protocol.Content;
import sosad.protocol.Inquiry;
import sosad.protocol.ReplicaSnapshot.OfPeer;
import sosad.protocol.Rules.Timestamps;
import sosad.protocol.Update;
import sosad.protocol.Update.Kind;

/**
 * What makes no difference any more on a way on. What a node holds only becomes newer, and what it has heard only
 * grows, as long as nobody stamps entries anew or makes another node forget; so some messages will never change
 * anything, and some positions lead to the same end whichever way is gone from there.
 */
final class Foregone {
    private final ReplicaStates states;
    private final Map<NodeId, Integer> places;
    private final Optional<Key> key;

    /** Whether a node may come to forget how far it has heard another. */
    private final boolean isForgetful;

    Foregone(ReplicaStates states, Map<NodeId, Integer> places, Optional<Key> key, RunMoment moment) {
        this.states = states;
        this.places = places;
        this.key = key;
        this.isForgetful = forgets(moment);
    }

    /** A message from another store than those heard of makes its receiver forget. */
    private static boolean forgets(RunMoment moment) {
        Map<NodeId, Long> stores = new HashMap<>();
        moment.live().forEach(node -> stores.put(node.id(), node.storeId()));
        boolean someHeardOther = moment.live().stream()
                .flatMap(node -> node.peers().stream())
                .anyMatch(peer -> peer.storeId() != 0 && isOther(stores.get(peer.id()), peer.storeId()));
        return someHeardOther
                || moment.arriving().stream()
                        .anyMatch(content -> content instanceof Update update
                                && isOther(stores.get(update.from()), update.storeId()));
    }

    private static boolean isOther(Long present, long store) {
        return present != null && present != store;
    }

    /**
     * Returns whether a message under way changes nothing, whenever it arrives. Under per-key it is receipted anew, and
     * under remote-prev another sync counts.
     */
    boolean isVain(HealingPosition position, int message) {
        ReplicaState to = receiver(position, message);
        boolean countsAnew =
                switch (to.snapshot.rules().content()) {
                    case REMOTE_NOW, FULL -> false;
                    case REMOTE_PREV -> states.content(message) instanceof Update update && update.kind() == Kind.SYNC;
                    case PER_KEY -> true;
                };
        return !isForgetful && !countsAnew && states.receive(to, message).next() == to;
    }

    /** Returns whether it makes no difference which way is gone from here. */
    boolean isSettled(HealingPosition position) {
        for (ReplicaState node : position.nodes) {
            if (node.snapshot.rules().timestamps() != Timestamps.PER_KEY) {
                return false;
            }
        }
        boolean allAgree = true;
        for (Key one : keys(position)) {
            Version newest = newest(position, one);
            if (newest != null && !allHold(position, one, newest)) {
                allAgree = false;
                if (isOutOfReach(position, one, newest)) {
                    return true;
                }
            }
        }
        return allAgree;
    }

    private Set<Key> keys(HealingPosition position) {
        if (key.isPresent()) {
            return Set.of(key.get());
        }
        Set<Key> keys = new HashSet<>();
        for (ReplicaState node : position.nodes) {
            keys.addAll(node.entries().keySet());
        }
        for (int message : position.arriving) {
            carried(message).forEach(entry -> keys.add(entry.key()));
        }
        return keys;
    }

    private List<Entry> carried(int message) {
        Content content = states.content(message);
        return content instanceof Update update
                ? update.changes()
                : ((Inquiry) content).carried().stream().toList();
    }

    private Version carried(int message, Key one) {
        for (Entry entry : carried(message)) {
            if (entry.key().equals(one)) {
                return entry.version();
            }
        }
        return null;
    }

    /** The newest version that is held or under way, or null. */
    private Version newest(HealingPosition position, Key one) {
        Version newest = null;
        for (ReplicaState node : position.nodes) {
            Entry held = node.entries().get(one);
            newest = held == null ? newest : newer(newest, held.version());
        }
        for (int message : position.arriving) {
            newest = newer(newest, carried(message, one));
        }
        return newest;
    }

    private static Version newer(Version one, Version other) {
        return one == null || (other != null && other.compareTo(one) > 0) ? other : one;
    }

    private static boolean holds(ReplicaState node, Key one, Version version) {
        Entry held = node.entries().get(one);
        return held != null && held.version().equals(version);
    }

    private static boolean allHold(HealingPosition position, Key one, Version version) {
        for (ReplicaState node : position.nodes) {
            if (!holds(node, one, version)) {
                return false;
            }
        }
        return true;
    }

    /** Nobody who holds it offers it to anybody who lacks it, now or later, nor is it under way there. */
    private boolean isOutOfReach(HealingPosition position, Key one, Version version) {
        if (isForgetful || isUnderWay(position, one, version)) {
            return false;
        }
        boolean isHeld = false;
        for (ReplicaState holder : position.nodes) {
            if (holds(holder, one, version)) {
                isHeld = true;
                for (OfPeer peer : holder.snapshot.peers()) {
                    Integer place = places.get(peer.id());
                    boolean lacks = place != null && !holds(position.nodes[place], one, version);
                    if (lacks && offers(holder, peer, one, version)) {
                        return false;
                    }
                }
            }
        }
        return isHeld;
    }

    private boolean isUnderWay(HealingPosition position, Key one, Version version) {
        for (int message : position.arriving) {
            if (version.equals(carried(message, one)) && !holds(receiver(position, message), one, version)) {
                return true;
            }
        }
        return false;
    }

    private ReplicaState receiver(HealingPosition position, int message) {
        return position.nodes[place(message)];
    }

    /** The place of the node for which a message is. */
    int place(int message) {
        return places.get(states.content(message).to());
    }

    private static boolean offers(ReplicaState holder, OfPeer peer, Key one, Version version) {
        boolean inSync =
                switch (holder.snapshot.rules().content()) {
                    case REMOTE_NOW -> version.timestamp() >= peer.row().now();
                    case REMOTE_PREV -> version.timestamp() >= peer.row().prev();
                    case FULL, PER_KEY -> true;
                };
        return inSync || peer.owedPushes().contains(one);
    }
}
