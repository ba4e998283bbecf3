package sosad.app.history.text;

import java.text.Bidi;

/** Values beside other text: one that is written from right to left must not turn what stands beside it. */
public final class Isolated {
    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_DIRECTIONAL_ISOLATE = '\u2069';

    private Isolated() {}

    /** Returns the text, within Unicode's isolates if some of it is written from right to left. */
    public static String of(String text) {
        char[] characters = text.toCharArray();
        return Bidi.requiresBidi(characters, 0, characters.length)
                ? FIRST_STRONG_ISOLATE + text + POP_DIRECTIONAL_ISOLATE
                : text;
    }
}
