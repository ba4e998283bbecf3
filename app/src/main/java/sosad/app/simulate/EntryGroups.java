package sosad.app.simulate;

import sosad.protocol.Rules.Content;

/**
 * Entries that always travel together, so that one bit stands for all of them. Under the rules that do not look at
 * timestamps these are the entries of one writer: it pushes them in one message, and whoever offers one of them offers
 * all. The groups are in the order of their newest entries.
 */
final class EntryGroups {
    private final ClusterSize size;
    private final boolean isByWriter;

    EntryGroups(ClusterSize size, Content content) {
        this.size = size;
        this.isByWriter = content == Content.PER_KEY || content == Content.FULL;
    }

    /** The cluster whose entries these are. */
    ClusterSize size() {
        return size;
    }

    /** How many groups there are. */
    int count() {
        return isByWriter ? Math.min(size.nodes(), size.entries()) : size.entries();
    }

    /** How many sets of 64 bits they take. */
    int words() {
        return (count() + Long.SIZE - 1) / Long.SIZE;
    }

    /** The newest entry of a group. */
    int newest(int group) {
        return size.entries() - count() + group;
    }

    /** The group of an entry. */
    int of(int entry) {
        return isByWriter ? Math.floorMod(entry - newest(0), count()) : entry;
    }
}
