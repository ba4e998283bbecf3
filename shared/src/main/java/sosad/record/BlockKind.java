package sosad.record;

/** The kinds of blocks in a record's file. The order is part of the format. */
public enum BlockKind {
    /** What the file is a part of: a {@link RecordHeader}. The first block of each file. */
    HEADER,
    /** A whole state of the engine. */
    STATE,
    /** Inputs, with the answers of the engine's surroundings. */
    INPUTS,
    /** Why nothing comes after it: a {@link Ending}. */
    END
}
