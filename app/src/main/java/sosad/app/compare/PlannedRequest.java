package sosad.app.compare;

import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;

/**
 * A request that a client will send, whatever the rules.
 *
 * @param atMillis when, since the clients began
 * @param at the node that gets it
 * @param key the key
 * @param write the number of the write among all, from 1; 0: it reads
 */
public record PlannedRequest(long atMillis, NodeId at, Key key, int write) {
    public PlannedRequest {
        Objects.requireNonNull(at);
        Objects.requireNonNull(key);
    }

    /** Returns whether it writes. */
    public boolean isWrite() {
        return write > 0;
    }

    /** The value it writes: its number, in as many characters as every other. */
    public Value value() {
        return Value.of(format("%016d", write));
    }

    /** The requests that a seed makes: each second so many writes and as many reads, evenly spread by chance. */
    public static List<PlannedRequest> of(CompareSettings settings, long seed) {
        RandomGenerator chance = new SplittableRandom(seed);
        List<NodeId> nodes = settings.nodeIds();
        List<PlannedRequest> requests = new ArrayList<>();
        double apart = (double) TimeUnit.SECONDS.toMillis(1) / settings.writesPerSecond();
        int writes = Math.toIntExact(Math.max(1, Math.round(settings.duration().toMillis() / apart)));
        for (int i = 0; i < writes; i++) {
            requests.add(draw(i, apart, i + 1, settings, nodes, chance));
            requests.add(draw(i, apart, 0, settings, nodes, chance));
        }
        requests.sort((one, other) -> Long.compare(one.atMillis(), other.atMillis()));
        return requests;
    }

    private static PlannedRequest draw(
            int place, double apart, int write, CompareSettings settings, List<NodeId> nodes, RandomGenerator chance) {
        long at = (long) ((place + chance.nextDouble()) * apart);
        NodeId node = nodes.get(chance.nextInt(nodes.size()));
        return new PlannedRequest(at, node, new Key("k" + chance.nextInt(settings.keys())), write);
    }
}
