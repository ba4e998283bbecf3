package sosad.node.store;

/** What was read is not what was written. The message says how that shows, without the file's name. */
final class DamageException extends Exception {
    DamageException(String message) {
        super(message);
    }
}
