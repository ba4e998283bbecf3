package sosad.node.store;

/**
 * How many records there are and the sum of their checksums. It is kept with every batch, so that a record that is
 * missing, or back in an older version, shows at the next start although each record by itself is whole.
 */
final class Tally {
    private long records;
    private long checksums;

    /** The record {@code now} has come in the place of {@code before}, or as a new one if that is null. */
    void replace(byte[] before, byte[] now) {
        if (before == null) {
            records++;
        } else {
            checksums -= Seal.of(before);
        }
        checksums += Seal.of(now);
    }

    long records() {
        return records;
    }

    long checksums() {
        return checksums;
    }
}
