package sosad.node.client;

import sosad.node.client.RequestReader.ProtocolException;

/**
 * Cuts a typed line into arguments as Redis does: blanks separate; {@code "..."} holds blanks and the escapes {@code \n
 * \r \t \a \b \xHH}; {@code '...'} holds all but {@code \'} as it is.
 */
final class InlineArguments {
    private static final int NO_QUOTE = 0;

    private final byte[] bytes;
    private final int to;
    private int from;
    private int written;

    private InlineArguments(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
        this.written = from;
    }

    /**
     * Adds the arguments in {@code bytes[from..to)} to {@code request}. Unquoted text is never longer, so it is written
     * over the line.
     *
     * @throws ProtocolException if a quote is not closed, or is followed by more than a blank
     */
    static void split(byte[] bytes, int from, int to, Request request) throws ProtocolException {
        InlineArguments line = new InlineArguments(bytes, from, to);
        while (line.skipBlanks()) {
            int start = line.written;
            line.readArgument();
            request.add(start - from, line.written - start);
        }
    }

    private boolean skipBlanks() {
        while (from < to && isBlank(bytes[from])) {
            from++;
        }
        return from < to;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }

    private void readArgument() throws ProtocolException {
        while (from < to && !isBlank(bytes[from])) {
            byte b = bytes[from++];
            if (b == '"' || b == '\'') {
                readQuoted(b);
            } else {
                bytes[written++] = b;
            }
        }
    }

    private void readQuoted(byte quote) throws ProtocolException {
        int open = quote;
        while (from < to && open != NO_QUOTE) {
            byte b = bytes[from++];
            if (b == quote) {
                open = NO_QUOTE;
            } else if (b == '\\' && from < to && quote == '"') {
                bytes[written++] = readEscape();
            } else if (b == '\\' && from < to && bytes[from] == '\'') {
                bytes[written++] = bytes[from++];
            } else {
                bytes[written++] = b;
            }
        }
        if (open != NO_QUOTE || (from < to && !isBlank(bytes[from]))) {
            throw new ProtocolException("unbalanced quotes in request");
        }
    }

    private byte readEscape() {
        byte b = bytes[from++];
        if (b == 'x' && from + 1 < to) {
            int high = Character.digit(bytes[from], 16);
            int low = Character.digit(bytes[from + 1], 16);
            if (high >= 0 && low >= 0) {
                from += 2;
                return (byte) (16 * high + low);
            }
        }
        return switch (b) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'a' -> 7;
            default -> b;
        };
    }
}
