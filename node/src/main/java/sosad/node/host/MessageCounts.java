package sosad.node.host;

/** The messages of a kind in one direction between this node and a peer, and their contents, counted. */
public final class MessageCounts {
    private long messages;
    private long entries;
    private long receipts;
    private long bytes;

    void count(int moreEntries, int moreReceipts, int frameBytes) {
        messages++;
        entries += moreEntries;
        receipts += moreReceipts;
        bytes += frameBytes;
    }

    void add(MessageCounts other) {
        messages += other.messages;
        entries += other.entries;
        receipts += other.receipts;
        bytes += other.bytes;
    }

    public long messages() {
        return messages;
    }

    /** Changes of update messages, and entries of answers and repairs. */
    public long entries() {
        return entries;
    }

    public long receipts() {
        return receipts;
    }

    /** The bytes of whole frames. */
    public long bytes() {
        return bytes;
    }
}
