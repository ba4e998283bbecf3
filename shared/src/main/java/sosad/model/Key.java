package sosad.model;

import static sosad.model.PlainFormat.format;

/**
 * The key of an entry: at least one character, each with a code from 33 to 126, none of {@code [} and {@code ]}. How
 * long a key may be is a setting of the node, see {@link Limits}.
 *
 * @param text the characters of the key
 */
public record Key(String text) implements Comparable<Key> {
    /** @throws RefusedException naming the rule that {@code text} breaks */
    public Key {
        if (text.isEmpty()) {
            throw new RefusedException("a key has at least one character");
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 33 || c > 126 || c == '[' || c == ']') {
                throw new RefusedException(format(
                        "a key's characters have codes 33 to 126 without [ and ]; character %d has code %d",
                        i + 1, (int) c));
            }
        }
    }

    @Override
    public int compareTo(Key other) {
        return text.compareTo(other.text);
    }

    // Written out: what a record makes of itself is linked at run time, in the middle of a node's first message.
    @Override
    public boolean equals(Object other) {
        return other instanceof Key that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
