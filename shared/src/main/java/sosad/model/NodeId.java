package sosad.model;

/**
 * The name of a node: a letter or a short name such as {@code A}, {@code B} or {@code n12}. Ordered alphabetically.
 *
 * @param name a letter followed by at most seven letters or digits
 */
public record NodeId(String name) implements Comparable<NodeId> {
    /** The most characters a name may have. */
    public static final int MAX_LENGTH = 8;

    /** @throws IllegalArgumentException if the name does not have the form above */
    public NodeId {
        if (!isValid(name)) {
            throw new IllegalArgumentException(
                    "\"%s\" is not a node name: a letter, then at most 7 letters or digits".formatted(name));
        }
    }

    /** Returns whether {@code name} may name a node. */
    public static boolean isValid(String name) {
        // Not by a regular expression: every frame on the network has two names.
        if (name.isEmpty() || name.length() > MAX_LENGTH || !isLetter(name.charAt(0))) {
            return false;
        }
        for (int i = 1; i < name.length(); i++) {
            if (!isLetter(name.charAt(i)) && !isDigit(name.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    @Override
    public int compareTo(NodeId other) {
        return name.compareTo(other.name);
    }

    // Written out: what a record makes of itself is linked at run time, in the middle of a node's first message.
    @Override
    public boolean equals(Object other) {
        return other instanceof NodeId that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
