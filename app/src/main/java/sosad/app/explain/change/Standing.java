package sosad.app.explain.change;

import sosad.app.explain.healing.CanonicalForm;
import sosad.app.history.Message;
import sosad.app.history.NodeState;
import sosad.app.history.Snapshot;
import sosad.app.lab.SimulatedRun;
import sosad.model.Entry;
import sosad.protocol.ReplicaSnapshot;
import sosad.protocol.ReplicaSnapshot.EntryState;
import sosad.protocol.ReplicaSnapshot.OfPeer;

/**
 * A number that runs share from which the same follows, and others do not, but by rare chance. Of what is held only
 * what {@link CanonicalForm} keeps is mixed in.
 */
final class Standing {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long hash;

    private Standing(long seed) {
        hash = seed;
    }

    /** The standing of a run at the end of a step, whose messages have these names. */
    static long of(int step, SimulatedRun run, MessagePlaces places) {
        Standing standing = new Standing(step);
        run.replicas().forEach(standing::add);
        Snapshot now = run.present();
        now.messages().stream()
                .filter(message -> !message.fate().isFinal())
                .forEach(message -> standing.add(message, places));
        standing.mix(now.cut().hashCode());
        now.nodes().forEach(standing::add);
        standing.mix(run.deadStores());
        return standing.hash;
    }

    private void add(ReplicaSnapshot replica) {
        ReplicaSnapshot form = CanonicalForm.of(replica);
        mix(form.id().hashCode());
        mix(form.storeId());
        mix(form.sequence());
        mix(form.starts().hashCode());
        mix(form.earlyReceipts().hashCode());
        mix(form.lastRollingSync().hashCode());
        mix(form.receiptsForAll() ? 1 : 0);
        mix(form.entries().size());
        form.entries().forEach(this::add);
        form.peers().forEach(this::add);
    }

    private void add(EntryState state) {
        Entry entry = state.entry();
        mix(entry.key().hashCode());
        mix(entry.version().timestamp());
        mix(entry.version().origin().hashCode());
        mix(entry.version().storeId());
        mix(entry.version().sequence());
        mix(entry.value().hashCode());
        mix(state.holders());
    }

    private void add(OfPeer peer) {
        mix(peer.row().now());
        mix(peer.row().prev());
        mix(peer.row().mark());
        mix(peer.storeId());
        mix(peer.heard().hashCode());
        mix((peer.isTold() ? 1 : 0) + (peer.isStraggling() ? 2 : 0));
        mix(peer.owedConfirmations().hashCode());
        mix(peer.owedPushes().hashCode());
        mix(peer.owedReceipts().hashCode());
    }

    private void add(Message message, MessagePlaces places) {
        mix(places.name(message.id()).hashCode());
        mix(message.content().hashCode());
        mix(message.copies());
        mix(message.corrupt() ? 1 : 0);
        mix(message.fate().name().hashCode());
        mix(message.stepsLeft());
    }

    private void add(NodeState node) {
        mix(node.status().name().hashCode());
        mix(node.skew());
    }

    /** SplitMix64's finalizer over what there was and what comes. */
    private void mix(long part) {
        long mixed = hash * 31 + part + GOLDEN_GAMMA;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        hash = mixed ^ (mixed >>> 31);
    }
}
