package sosad.app.check;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sosad.app.cluster.CoreState;
import sosad.app.load.MissingWrite;
import sosad.app.load.Workload;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.protocol.Rules;
import sosad.protocol.Saved;

/**
 * The entries of all nodes at one moment, compared with each other, with their rules, and with what they and clients
 * have reported.
 */
public final class LastLook {
    private final Map<NodeId, Saved> stores = new TreeMap<>();
    private final Rules rules;
    private final Predicate<Key> keys;
    private final int owedPushes;
    private final Agreement agreement;

    /** Everything that the nodes hold. */
    public LastLook(Map<NodeId, CoreState> states, Rules rules) {
        this(states, rules, key -> true);
    }

    /** @param keys which keys count: others write under the others, perhaps still now */
    public LastLook(Map<NodeId, CoreState> states, Rules rules, Predicate<Key> keys) {
        this.rules = rules;
        this.keys = keys;
        states.forEach((node, state) -> stores.put(node, only(state.saved(), keys)));
        this.owedPushes =
                states.values().stream().mapToInt(CoreState::owedPushes).sum();
        this.agreement = Agreement.of(new Holdings(held()));
    }

    private static Saved only(Saved all, Predicate<Key> keys) {
        List<Entry> entries =
                all.entries().stream().filter(entry -> keys.test(entry.key())).toList();
        return entries.size() == all.entries().size()
                ? all
                : new Saved(all.storeId(), all.sequence(), entries, all.peers(), all.starts());
    }

    /** Returns what each node holds. */
    public Map<NodeId, List<Entry>> held() {
        return stores.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, store -> store.getValue()
                .entries()));
    }

    /** Returns whether the nodes agree. */
    public Agreement agreement() {
        return agreement;
    }

    /** Returns under how many keys pushes are still owed. */
    public int owedPushes() {
        return owedPushes;
    }

    /** Returns how many entries the node holds that holds most. */
    public int most() {
        return entries().mapToInt(Collection::size).max().orElse(0);
    }

    private Stream<List<Entry>> entries() {
        return stores.values().stream().map(Saved::entries);
    }

    /** Returns what the rules make of it, if the nodes do not agree. */
    public Optional<Outlook> outlook() {
        return agreement.isFull() ? Optional.empty() : Optional.of(Outlook.of(stores, rules));
    }

    /** Returns which acknowledged writes are not everywhere. */
    public Absences absences(Workload workload, StoreAccounts accounts) {
        Map<NodeId, List<MissingWrite>> missing = new TreeMap<>();
        stores.forEach((node, store) -> missing.put(node, workload.missing(store.entries())));
        return Absences.of(missing, write -> accounts.wasEmptiedSince(write.process(), write.sinceNanos()));
    }

    /** Returns what nodes had told that they held, and do not. */
    public List<String> forgotten(StoreAccounts accounts) {
        return stores.entrySet().stream()
                .flatMap(store ->
                        accounts.forgotten(store.getKey(), store.getValue().entries(), keys).stream())
                .toList();
    }

    /** Returns what is held that nobody wrote. */
    public List<String> foreign(Workload workload) {
        return entries()
                .flatMap(entries -> workload.foreign(entries).stream())
                .distinct()
                .toList();
    }
}
