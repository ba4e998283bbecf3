package sosad.node.client;

import static sosad.model.PlainFormat.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;
import sosad.model.Key;
import sosad.model.Limits;
import sosad.model.RefusedException;
import sosad.model.Value;

/**
 * One request: the command's name (element 0) and its arguments, as places in the bytes that were read. Reused from
 * request to request, so it is valid only until the next one is read. The lengths of the first elements are always
 * known; their bytes are there unless they were too long to be kept.
 */
public final class Request {
    /** More elements are counted, but not kept: no command takes so many. */
    public static final int MAX_KEPT = 256;

    /** The usual number of arguments. */
    private static final int USUAL = 8;

    private static final int DISCARDED = -1;
    private static final int MAX_DIGITS = 10;

    private int[] starts = new int[USUAL];
    private int[] lengths = new int[USUAL];
    private byte[] bytes = {};
    private int base;
    private int count;

    Request() {}

    void clear() {
        count = 0;
    }

    /** An element that begins {@code start} bytes after the request's first byte. */
    void add(int start, int length) {
        if (count < MAX_KEPT) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, 2 * count);
                lengths = Arrays.copyOf(lengths, 2 * count);
            }
            starts[count] = start;
            lengths[count] = length;
        }
        count++;
    }

    /** The connection is idle: what an unusual request has taken is let go. */
    void rest() {
        if (starts.length > USUAL) {
            starts = new int[USUAL];
            lengths = new int[USUAL];
            count = 0;
        }
    }

    /** An element whose bytes are not kept. */
    void addDiscarded(int length) {
        add(DISCARDED, length);
    }

    /** The request is complete and its first byte is {@code bytes[base]}. */
    void complete(byte[] allBytes, int first) {
        this.bytes = allBytes;
        this.base = first;
    }

    /** Returns how many elements the request has, the command's name included. */
    public int count() {
        return count;
    }

    /** The array that holds the elements' bytes; see {@link #start} and {@link #length}. */
    public byte[] bytes() {
        return bytes;
    }

    /**
     * Returns where element {@code i} begins in {@link #bytes}.
     *
     * @throws RefusedException if it was too long to be kept
     */
    public int start(int i) {
        if (starts[i] == DISCARDED) {
            throw new RefusedException(format("argument %d is too long: it has %d bytes", i, lengths[i]));
        }
        return base + starts[i];
    }

    public int length(int i) {
        return lengths[i];
    }

    /** Element {@code i} as text; bytes that are not UTF-8 become replacement characters. */
    public String text(int i) {
        int start = start(i);
        return new String(bytes, start, lengths[i], StandardCharsets.UTF_8);
    }

    /** @throws RefusedException if element {@code i} is no key */
    public Key key(int i, Limits limits) {
        if (starts[i] == DISCARDED) {
            limits.checkKeyLength(lengths[i]);
        }
        return limits.key(text(i));
    }

    /** @throws RefusedException if element {@code i} is no value */
    public Value value(int i, Limits limits) {
        limits.checkValueLength(lengths[i]);
        byte[] utf8 = new byte[lengths[i]];
        System.arraycopy(bytes, start(i), utf8, 0, utf8.length);
        return Value.ofUtf8(utf8);
    }

    /** Element {@code i} as a whole number from 0; empty if it is none, or beyond an int. */
    OptionalInt number(int i) {
        String digits = lengths[i] <= MAX_DIGITS ? text(i) : "";
        boolean isNumber = !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        long number = isNumber ? Long.parseLong(digits) : -1;
        return number >= 0 && number <= Integer.MAX_VALUE ? OptionalInt.of((int) number) : OptionalInt.empty();
    }

    /** Returns whether element {@code i} is {@code word}, which is in lower case, in any case. */
    public boolean is(int i, String word) {
        return text(i).equalsIgnoreCase(word);
    }
}
