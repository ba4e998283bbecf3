package sosad.node.store;

/**
 * The disk store cannot be opened or written. The message names the file, says why and what to do; fit for the user.
 */
public final class StoreException extends Exception {
    StoreException(String message) {
        super(message);
    }
}
