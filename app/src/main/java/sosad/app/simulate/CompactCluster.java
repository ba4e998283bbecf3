package sosad.app.simulate;

import sosad.protocol.Rules.Content;

/**
 * A cluster in which nobody fails and every key is written once: what nodes hold, and what they know of each other, are
 * sets of bits, one for each group of entries that travel together. In the first round each node pushes what its
 * clients wrote, in every other it syncs; all messages of a round are composed before the first arrives. It does what
 * the engines of {@link sosad.sim.World} do, message by message, in a fraction of the time and space.
 */
final class CompactCluster {
    private static final int ARRAY_BYTES = 16;

    /** A row, and where the sets of a pair are. */
    private static final int PAIR_BYTES = 3 * Integer.BYTES + Long.BYTES;

    private final ClusterSize size;
    private final EntryGroups groups;
    private final Content content;
    private final Topology topology;
    private final int fanout;
    private final double loss;
    private final Draws draws;
    private final FrameSizes sizes;
    private final int words;
    private final long[] everything;
    private long[][] held;
    private long[][] heldNext;

    /** Under per-key, by sender and receiver: what the receiver is known to hold, then the receipts owed to it. */
    private final long[][] known;

    /** By sender and receiver: the row's now, prev and mark, each one more than the newest group, 0 at the start. */
    private final int[][] rows;

    private final Letter forth;
    private final Letter back;
    private int round;
    private long messages;
    private long bytes;
    private long entriesSent;

    /** The contents of a message. */
    private static final class Letter {
        final long[] changes;
        final long[] receipts;
        boolean isSent;

        Letter(int words) {
            changes = new long[words];
            receipts = new long[words];
        }
    }

    CompactCluster(FrameSizes sizes, Content content, Topology topology, int fanout, double loss, Draws draws) {
        this.groups = sizes.groups();
        this.size = groups.size();
        this.content = content;
        this.topology = topology;
        this.fanout = fanout;
        this.loss = loss;
        this.draws = draws;
        this.sizes = sizes;
        this.words = groups.words();
        this.held = new long[size.nodes()][words];
        this.heldNext = new long[size.nodes()][words];
        this.known = new long[content == Content.PER_KEY ? size.nodes() * size.nodes() : 0][];
        this.rows = new int[size.nodes()][];
        this.forth = new Letter(words);
        this.back = new Letter(words);
        this.everything = sizes.all();
        for (int group = 0; group < groups.count(); group++) {
            held[size.writer(groups.newest(group))][group / Long.SIZE] |= 1L << group;
        }
    }

    /** Returns at most how many bytes of memory such a cluster takes. */
    static long memoryBytes(ClusterSize size, Content content, Topology topology, int fanout) {
        long nodes = size.nodes();
        long set = ARRAY_BYTES + (long) Long.BYTES * new EntryGroups(size, content).words();
        long pairs = topology == Topology.RING ? 2 * nodes * Math.min(fanout, nodes - 1) : nodes * nodes;
        return 2 * nodes * set + nodes * nodes * PAIR_BYTES + (content == Content.PER_KEY ? pairs * 2 * set : 0);
    }

    /** One round: every node sends to the peers that the topology chooses, then everything arrives that is not lost. */
    void round() {
        round++;
        for (int node = 0; node < size.nodes(); node++) {
            System.arraycopy(held[node], 0, heldNext[node], 0, words);
        }
        if (topology == Topology.ALL) {
            for (int one = 0; one < size.nodes(); one++) {
                for (int other = one + 1; other < size.nodes(); other++) {
                    exchange(one, other);
                }
            }
        } else {
            sendSome();
        }
        long[][] before = held;
        held = heldNext;
        heldNext = before;
    }

    private void sendSome() {
        int[][] destinations = new int[size.nodes()][];
        for (int node = 0; node < size.nodes(); node++) {
            destinations[node] = topology.destinations(node, size.nodes(), fanout, round, draws);
        }
        for (int from = 0; from < size.nodes(); from++) {
            for (int to : destinations[from]) {
                if (!contains(destinations[to], from)) {
                    compose(from, to, forth);
                    deliver(from, to, forth);
                } else if (from < to) {
                    exchange(from, to);
                }
            }
        }
    }

    /** Two nodes send to each other: what either sends was composed before the other's message arrived. */
    private void exchange(int one, int other) {
        compose(one, other, forth);
        compose(other, one, back);
        deliver(one, other, forth);
        deliver(other, one, back);
    }

    private void compose(int from, int to, Letter letter) {
        boolean isSync = round > 1;
        if (isSync) {
            offer(from, to, letter);
        } else {
            ownEntries(from, letter);
        }
        letter.isSent = (isSync && content == Content.PER_KEY) || !isEmpty(letter.changes);
        if (letter.isSent) {
            messages++;
            entriesSent += sizes.entries(letter.changes);
            bytes += sizes.bytes(from, row(from, to, 0), row(from, to, 1), letter.changes, letter.receipts);
        }
    }

    private void ownEntries(int node, Letter letter) {
        System.arraycopy(held[node], 0, letter.changes, 0, words); // nothing has arrived yet
    }

    private void offer(int from, int to, Letter letter) {
        long[] mine = held[from];
        if (content == Content.PER_KEY) {
            long[] theirs = known(from, to);
            for (int i = 0; i < words; i++) {
                letter.changes[i] = mine[i] & ~theirs[i];
                letter.receipts[i] = theirs[words + i];
                theirs[words + i] = 0;
            }
            return;
        }
        int oldest =
                content == Content.FULL ? 0 : Math.max(0, row(from, to, content == Content.REMOTE_NOW ? 0 : 1) - 1);
        for (int i = 0; i < words; i++) {
            letter.changes[i] = mine[i] & from(oldest, i);
        }
    }

    /** The bits of a word for groups from {@code oldest} on. */
    private static long from(int oldest, int word) {
        int first = oldest - word * Long.SIZE;
        return first <= 0 ? -1L : first >= Long.SIZE ? 0 : -1L << first;
    }

    private void deliver(int from, int to, Letter letter) {
        if (!letter.isSent || draws.isLost(loss, round, from, to)) {
            return;
        }
        long[] mine = heldNext[to];
        int newest = 0;
        for (int i = 0; i < words; i++) {
            long changes = letter.changes[i];
            mine[i] |= changes;
            if (changes != 0) {
                newest = (i + 1) * Long.SIZE - Long.numberOfLeadingZeros(changes);
            }
        }
        if (content == Content.PER_KEY) {
            long[] theirs = known(to, from);
            for (int i = 0; i < words; i++) {
                theirs[i] |= letter.changes[i] | letter.receipts[i];
                theirs[words + i] |= letter.changes[i];
            }
        }
        moveRow(to, from, newest);
    }

    private void moveRow(int node, int peer, int newest) {
        if (rows[node] == null) {
            rows[node] = new int[3 * size.nodes()];
        }
        int[] row = rows[node];
        row[3 * peer] = Math.max(row[3 * peer], newest);
        if (round > 1) {
            row[3 * peer + 1] = row[3 * peer + 2];
            row[3 * peer + 2] = row[3 * peer];
        }
    }

    private int row(int node, int peer, int part) {
        return rows[node] == null ? 0 : rows[node][3 * peer + part];
    }

    private long[] known(int node, int peer) {
        int pair = node * size.nodes() + peer;
        if (known[pair] == null) {
            known[pair] = new long[2 * words];
        }
        return known[pair];
    }

    /** Returns whether every node holds every entry. */
    boolean hasConverged() {
        for (long[] node : held) {
            for (int i = 0; i < words; i++) {
                if (node[i] != everything[i]) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * Returns whether no node is ever offered anything again that it lacks. Under the rules by timestamp that may come:
     * a row only rises, so what a peer is offered only shrinks as long as nobody gets anything new.
     */
    boolean isStuck() {
        if (content == Content.PER_KEY || content == Content.FULL || round == 0) {
            return false;
        }
        for (int from = 0; from < size.nodes(); from++) {
            for (int to : possible(from)) {
                offer(from, to, forth);
                for (int i = 0; i < words; i++) {
                    if ((forth.changes[i] & ~held[to][i]) != 0) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** The peers that a node may ever send to. */
    private int[] possible(int node) {
        Topology widest = topology == Topology.RING ? topology : Topology.ALL;
        return widest.destinations(node, size.nodes(), fanout, round, draws);
    }

    boolean holds(int node, int entry) {
        int group = groups.of(entry);
        return (held[node][group / Long.SIZE] >>> group & 1) != 0;
    }

    /** The rounds so far. */
    int rounds() {
        return round;
    }

    /** The messages sent so far, those that were lost included. */
    long messages() {
        return messages;
    }

    /** The bytes of their frames. */
    long bytes() {
        return bytes;
    }

    /** The entries in them. */
    long entriesSent() {
        return entriesSent;
    }

    private static boolean isEmpty(long[] bits) {
        for (long word : bits) {
            if (word != 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean contains(int[] numbers, int number) {
        for (int each : numbers) {
            if (each == number) {
                return true;
            }
        }
        return false;
    }
}
