package sosad.app.fabric;

/**
 * Messages that have passed a link, or several.
 *
 * @param count how many
 * @param bytes how many bytes they had together
 */
public record PassedMessages(long count, long bytes) {
    /** None. */
    public static final PassedMessages NONE = new PassedMessages(0, 0);

    /** Both together. */
    public PassedMessages plus(PassedMessages other) {
        return new PassedMessages(count + other.count, bytes + other.bytes);
    }
}
