package sosad.model;

import java.util.regex.Pattern;

/**
 * The name of a node: a letter or a short name such as {@code A}, {@code B} or {@code n12}. Ordered alphabetically.
 *
 * @param name a letter followed by at most seven letters or digits
 */
public record NodeId(String name) implements Comparable<NodeId> {
    /** The most characters a name may have. */
    public static final int MAX_LENGTH = 8;

    private static final Pattern FORM = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,7}");

    /** @throws IllegalArgumentException if the name does not have the form above */
    public NodeId {
        if (!isValid(name)) {
            throw new IllegalArgumentException(
                    "\"%s\" is not a node name: a letter, then at most 7 letters or digits".formatted(name));
        }
    }

    /** Whether {@code name} may name a node. */
    public static boolean isValid(String name) {
        return FORM.matcher(name).matches();
    }

    @Override
    public int compareTo(NodeId other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
