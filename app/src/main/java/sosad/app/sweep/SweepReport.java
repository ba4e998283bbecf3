package sosad.app.sweep;

import java.util.Set;

/**
 * The summary of a command's sweeps, made from their runs alone: a sweep that was merged has the same as one that ran
 * in one piece.
 */
public interface SweepReport {
    /** The forms of a summary. Their words are {@link sosad.protocol.EnumNames#of}. */
    enum SweepFormat {
        /** For the terminal and for documents. */
        MARKDOWN,
        /** One page that needs no other file and no network. */
        HTML,
        /** For programs. */
        JSON
    }

    /** The name of the command, as in {@link Sweep#command}. */
    String command();

    /** The forms in which it can be had; Markdown is one of them. */
    Set<SweepFormat> formats();

    /**
     * Returns the summary in one of {@link #formats}, ending with a line break.
     *
     * @throws IllegalArgumentException if the runs are not in the form that the command writes
     */
    String text(Sweep sweep, SweepFormat format);

    /** Returns whether no run failed, which decides the exit status. */
    default boolean isGood(Sweep sweep) {
        return true;
    }
}
