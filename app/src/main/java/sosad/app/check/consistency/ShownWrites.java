package sosad.app.check.consistency;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * What follows for a store from the writes that it has shown: it should hold what their clients had acknowledged before
 * (monotonic writes), and what they had read before (writes follow reads).
 */
final class ShownWrites {
    private final List<Client> clients = new ArrayList<>();
    private final int stores;
    private final IntFunction<KeyHistory> keys;

    /** What a client has read that it had not read before, in the order of time. */
    private static final class Client {
        final Timeline[] shown; // for each store: when the last of the client's writes was sent that it has shown
        final int[] next; // for each store: which of the client's reads it is not yet held to
        long[] nanos = new long[16];
        int[] key = new int[16];
        int[] write = new int[16];
        int size;

        Client(int stores) {
            shown = new Timeline[stores];
            Arrays.setAll(shown, store -> new Timeline());
            next = new int[stores];
        }
    }

    /** @param keys gives a key by its number */
    ShownWrites(int stores, IntFunction<KeyHistory> keys) {
        this.stores = stores;
        this.keys = keys;
    }

    private Client client(int number) {
        while (clients.size() <= number) {
            clients.add(new Client(stores));
        }
        return clients.get(number);
    }

    /** A client has read something new to it. */
    void read(int number, int key, int write, long nanos) {
        Client client = client(number);
        if (client.size == client.nanos.length) {
            int longer = 2 * client.size;
            client.nanos = Arrays.copyOf(client.nanos, longer);
            client.key = Arrays.copyOf(client.key, longer);
            client.write = Arrays.copyOf(client.write, longer);
        }
        client.nanos[client.size] = nanos;
        client.key[client.size] = key;
        client.write[client.size++] = write;
    }

    /** A store has shown a write that a client had sent then. */
    void shown(int store, int number, long sentNanos, long nanos) {
        Client client = client(number);
        client.shown[store].raise(nanos, sentNanos, 0);
        while (client.next[store] < client.size && client.nanos[client.next[store]] < sentNanos) {
            int next = client.next[store]++;
            keys.apply(client.key[next]).followed(store).raise(nanos, client.write[next], 0);
        }
    }

    /** What a store has shown counts no more. */
    void forget(int store) {
        for (Client client : clients) {
            client.shown[store] = new Timeline();
            client.next[store] = 0;
        }
    }

    /** Returns when the last write of a client was sent that a store had shown before that moment; 0 for none. */
    long lastShown(int store, int number, long moment) {
        Timeline shown = client(number).shown[store];
        int at = shown.before(moment);
        return at < 0 ? 0 : shown.value(at);
    }
}
