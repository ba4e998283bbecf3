package sosad.model;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The value of an entry: well-formed UTF-8, held as its bytes so that the client port never converts it. How long a
 * value may be is a setting of the node, see {@link Limits}.
 */
public final class Value {
    private final byte[] utf8;

    private Value(byte[] utf8) {
        this.utf8 = utf8;
    }

    /** @throws RefusedException if {@code text} has an unpaired surrogate and so no UTF-8 form */
    public static Value of(String text) {
        try {
            // A new encoder reports unpaired surrogates; String.getBytes would replace them.
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] utf8 = new byte[encoded.remaining()];
            encoded.get(utf8);
            return new Value(utf8);
        } catch (CharacterCodingException e) {
            throw new RefusedException("a value is well-formed Unicode text");
        }
    }

    /**
     * Takes {@code utf8} as it is; the caller gives the array away.
     *
     * @throws RefusedException if the bytes are not well-formed UTF-8
     */
    public static Value ofUtf8(byte[] utf8) {
        if (!isAscii(utf8)) {
            try {
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(utf8));
            } catch (CharacterCodingException e) {
                throw new RefusedException("a value is well-formed UTF-8");
            }
        }
        return new Value(utf8);
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    /** The length in bytes of the UTF-8 form. */
    public int length() {
        return utf8.length;
    }

    /** The UTF-8 form; not to be changed by the caller. */
    public byte[] utf8() {
        return utf8;
    }

    /** The value as text. */
    public String text() {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Value that && Arrays.equals(utf8, that.utf8);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(utf8);
    }

    @Override
    public String toString() {
        return text();
    }
}
