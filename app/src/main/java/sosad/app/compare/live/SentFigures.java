package sosad.app.compare.live;

import sosad.app.process.NodeException;

/**
 * What nodes have sent their peers, by their own count.
 *
 * @param messages how many messages
 * @param entries how many changes in them
 * @param bytes the bytes of their frames
 */
record SentFigures(long messages, long entries, long bytes) {
    static final SentFigures NONE = new SentFigures(0, 0, 0);

    /**
     * Reads the section of peers that a node's INFO gives.
     *
     * @throws NodeException if a figure is not there
     */
    static SentFigures of(String info) {
        return new SentFigures(
                figure(info, "sent_messages:"), figure(info, "sent_entries:"), figure(info, "sent_bytes:"));
    }

    private static long figure(String info, String name) {
        return info.lines()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.substring(name.length()).strip()))
                .findFirst()
                .orElseThrow(() -> new NodeException("INFO peers has no " + name));
    }

    SentFigures plus(SentFigures other) {
        return new SentFigures(messages + other.messages, entries + other.entries, bytes + other.bytes);
    }

    /** Returns what was sent since; all of it if the node was started again and counts anew. */
    SentFigures since(SentFigures before) {
        if (messages < before.messages) {
            return this;
        }
        return new SentFigures(messages - before.messages, entries - before.entries, bytes - before.bytes);
    }
}
