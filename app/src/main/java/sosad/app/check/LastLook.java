package sosad.app.check;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sosad.app.cluster.CoreState;
import sosad.app.load.MissingWrite;
import sosad.app.load.Workload;
import sosad.model.Entry;
import sosad.model.NodeId;
import sosad.protocol.Rules;
import sosad.protocol.Saved;

/**
 * The entries of all nodes at one moment, compared with each other, with their rules, and with what they and clients
 * have reported.
 */
final class LastLook {
    private final Map<NodeId, Saved> stores = new TreeMap<>();
    private final Rules rules;
    private final int owedPushes;
    private final Agreement agreement;

    LastLook(Map<NodeId, CoreState> states, Rules rules) {
        this.rules = rules;
        states.forEach((node, state) -> stores.put(node, state.saved()));
        this.owedPushes =
                states.values().stream().mapToInt(CoreState::owedPushes).sum();
        this.agreement = Agreement.of(new Holdings(held()));
    }

    private Map<NodeId, List<Entry>> held() {
        return stores.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, store -> store.getValue()
                .entries()));
    }

    Agreement agreement() {
        return agreement;
    }

    /** Under how many keys pushes are still owed. */
    int owedPushes() {
        return owedPushes;
    }

    /** Returns how many entries the node holds that holds most. */
    int most() {
        return entries().mapToInt(Collection::size).max().orElse(0);
    }

    private Stream<List<Entry>> entries() {
        return stores.values().stream().map(Saved::entries);
    }

    /** Returns what the rules make of it, if the nodes do not agree. */
    Optional<Outlook> outlook() {
        return agreement.isFull() ? Optional.empty() : Optional.of(Outlook.of(stores, rules));
    }

    /** Returns which acknowledged writes are not everywhere. */
    Absences absences(Workload workload, StoreAccounts accounts) {
        Map<NodeId, List<MissingWrite>> missing = new TreeMap<>();
        stores.forEach((node, store) -> missing.put(node, workload.missing(store.entries())));
        return Absences.of(missing, write -> accounts.wasEmptiedSince(write.process(), write.sinceNanos()));
    }

    /** Returns what nodes had told that they held, and do not. */
    List<String> forgotten(StoreAccounts accounts) {
        return stores.entrySet().stream()
                .flatMap(store ->
                        accounts.forgotten(store.getKey(), store.getValue().entries()).stream())
                .toList();
    }

    /** Returns what is held that nobody wrote. */
    List<String> foreign(Workload workload) {
        return entries()
                .flatMap(entries -> workload.foreign(entries).stream())
                .distinct()
                .toList();
    }
}
