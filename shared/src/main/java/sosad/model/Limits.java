package sosad.model;

import static sosad.model.PlainFormat.format;

/**
 * The length limits of client data (section "Limits on client data" of {@code docs/protocol.md}).
 *
 * @param keyCharacters the most characters a key may have
 * @param valueBytes the most bytes a value may have
 */
public record Limits(int keyCharacters, int valueBytes) {
    /** Keys of up to 128 characters, values of up to 64 KiB. */
    public static final Limits DEFAULT = new Limits(128, 65_536);

    public Limits {
        if (keyCharacters < 1 || valueBytes < 0) {
            throw new IllegalArgumentException(
                    format("limits: a key of %d characters, a value of %d bytes", keyCharacters, valueBytes));
        }
    }

    /** @throws RefusedException if a key of this many characters is too long */
    public void checkKeyLength(int characters) {
        if (characters > keyCharacters) {
            throw new RefusedException(
                    format("a key has at most %,d characters; this one has %,d", keyCharacters, characters));
        }
    }

    /** @throws RefusedException if a value of this many bytes is too long */
    public void checkValueLength(int bytes) {
        if (bytes > valueBytes) {
            throw new RefusedException(format("a value has at most %,d bytes; this one has %,d", valueBytes, bytes));
        }
    }

    /** @throws RefusedException if {@code text} is no key or too long for one */
    public Key key(String text) {
        checkKeyLength(text.length());
        return new Key(text);
    }

    /** @throws RefusedException if {@code text} is no value or too long for one */
    public Value value(String text) {
        Value value = Value.of(text);
        checkValueLength(value.length());
        return value;
    }
}
