package sosad.app.bench;

/**
 * What a relay has carried on.
 *
 * @param bytes of whole frames, greetings included
 * @param entries the changes in the messages
 * @param receipts the receipts in the messages
 */
record Passed(long bytes, long entries, long receipts) {
    static final Passed NOTHING = new Passed(0, 0, 0);

    Passed plus(Passed more) {
        return new Passed(bytes + more.bytes, entries + more.entries, receipts + more.receipts);
    }

    Passed since(Passed before) {
        return new Passed(bytes - before.bytes, entries - before.entries, receipts - before.receipts);
    }
}
