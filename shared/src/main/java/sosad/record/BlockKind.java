package sosad.record;

import java.util.Optional;

/** The kinds of blocks in a record's file. The order is part of the format. */
public enum BlockKind {
    /** What the file is a part of: a {@link RecordHeader}. The first block of each file. */
    HEADER,
    /** A whole state of the engine. */
    STATE,
    /** Inputs, with the answers of the engine's surroundings. */
    INPUTS,
    /** Why nothing comes after it: a {@link Ending}. */
    END;

    /** The byte that stands for it. */
    @SuppressWarnings("EnumOrdinal") // the order is part of the format
    int code() {
        return ordinal();
    }

    /** Returns what stands for this byte, if anything does. */
    @SuppressWarnings("EnumOrdinal")
    static Optional<BlockKind> of(int code) {
        return code < 0 || code >= values().length ? Optional.empty() : Optional.of(values()[code]);
    }
}
