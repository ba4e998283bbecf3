package sosad.app.check;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.protocol.FairContinuation;
import sosad.protocol.Replica;
import sosad.protocol.Rules;
import sosad.protocol.Rules.Content;
import sosad.protocol.Saved;
import sosad.protocol.Sizing;

/**
 * The result of the rules for nodes that do not agree: the protocol's core continues without further losses
 * ({@code docs/decisions/0044}).
 *
 * @param unhealed what is held under the keys for which the core brings some node something newer: the nodes should
 *     have done so
 * @param apart the keys on which the nodes do not agree in the core either: that is what the rules allow
 */
public record Outlook(List<String> unhealed, List<Apart> apart) {
    /** The nodes agree. */
    public static final Outlook NOTHING = new Outlook(List.of(), List.of());

    /**
     * A key that the rules leave apart.
     *
     * @param words what each node holds under it
     * @param healers the content rules under which the nodes would come to agree on it, from there on
     */
    public record Apart(String words, List<Content> healers) {
        public Apart {
            healers = List.copyOf(healers);
        }
    }

    public Outlook {
        unhealed = List.copyOf(unhealed);
        apart = List.copyOf(apart);
    }

    /** @param states what the cores of all live nodes hold */
    static Outlook of(Map<NodeId, Saved> states, Rules rules) {
        Holdings now = new Holdings(entries(states));
        Holdings then = continued(states, rules);
        List<String> unhealed = now.keys().stream()
                .filter(key -> then.areNewerThan(now, key))
                .map(now::words)
                .toList();
        List<Key> apart = now.keys().stream().filter(key -> !then.agreeOn(key)).toList();
        return new Outlook(unhealed, apart.isEmpty() ? List.of() : healed(apart, now, states, rules));
    }

    /** Returns the keys that the nodes hold on which the rules do not bring them to agree, from these states on. */
    public static SortedSet<Key> stayApart(Map<NodeId, Saved> states, Rules rules) {
        return continued(states, rules).differing();
    }

    private static List<Apart> healed(List<Key> apart, Holdings now, Map<NodeId, Saved> states, Rules rules) {
        Map<Content, Holdings> otherwise = new EnumMap<>(Content.class);
        for (Content content : Content.values()) {
            if (content != rules.content()) {
                otherwise.put(
                        content,
                        continued(states, new Rules(content, rules.timestamps(), rules.schedule(), rules.startTime())));
            }
        }
        List<Apart> named = new ArrayList<>();
        for (Key key : apart) {
            List<Content> healers = new ArrayList<>();
            otherwise.forEach((content, then) -> {
                if (then.agreeOn(key)) {
                    healers.add(content);
                }
            });
            named.add(new Apart(now.words(key), healers));
        }
        return named;
    }

    private static Holdings continued(Map<NodeId, Saved> states, Rules rules) {
        Map<NodeId, Replica> core = new TreeMap<>();
        states.forEach((node, saved) -> {
            Set<NodeId> peers = new TreeSet<>(states.keySet());
            peers.remove(node);
            core.put(node, new Replica(node, peers, rules, saved, Sizing.UNLIMITED));
        });
        new FairContinuation(core.values()).finish();
        Map<NodeId, List<Entry>> held = new TreeMap<>();
        core.forEach((node, replica) -> {
            List<Entry> entries = new ArrayList<>();
            replica.forEach(entries::add);
            held.put(node, entries);
        });
        return new Holdings(held);
    }

    private static Map<NodeId, List<Entry>> entries(Map<NodeId, Saved> states) {
        Map<NodeId, List<Entry>> entries = new TreeMap<>();
        states.forEach((node, saved) -> entries.put(node, saved.entries()));
        return entries;
    }
}
