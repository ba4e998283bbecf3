package sosad.app.bench;

/**
 * What a relay has carried on.
 *
 * @param bytes of whole frames, greetings included
 * @param entries the changes in the messages
 * @param receipts the receipts in the messages
 */
record RelayCounts(long bytes, long entries, long receipts) {
    static final RelayCounts NOTHING = new RelayCounts(0, 0, 0);

    RelayCounts plus(RelayCounts more) {
        return new RelayCounts(bytes + more.bytes, entries + more.entries, receipts + more.receipts);
    }

    RelayCounts since(RelayCounts before) {
        return new RelayCounts(bytes - before.bytes, entries - before.entries, receipts - before.receipts);
    }
}
