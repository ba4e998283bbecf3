package sosad.protocol;

import sosad.model.Entry;
import sosad.protocol.Update.Receipt;

/** The measure of what fits into one message. The core knows no wire form, so its caller measures. */
public interface Sizing {
    /** Everything fits into one message: for tests and models. */
    Sizing UNLIMITED = new Sizing() {
        @Override
        public long bytes(Entry change) {
            return 0;
        }

        @Override
        public long bytes(Receipt receipt) {
            return 0;
        }

        @Override
        public long budget() {
            return Long.MAX_VALUE;
        }
    };

    /** At most how many bytes the change takes in a message. */
    long bytes(Entry change);

    /** At most how many bytes the receipt takes in a message. */
    long bytes(Receipt receipt);

    /** Returns how many bytes of changes and receipts one message may have. */
    long budget();
}
