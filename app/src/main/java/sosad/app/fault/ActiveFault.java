package sosad.app.fault;

import sosad.model.NodeId;

/**
 * A fault that is in force.
 *
 * @param number by which it is healed; never given twice
 * @param fault what it is
 * @param sinceMillis since when, on the clock of the caller who injected it
 * @param by who injected it, or why, in words
 */
public record ActiveFault(long number, Fault fault, long sinceMillis, String by) {
    /** Returns whether it keeps this process from answering, or is about to. */
    public boolean takesOut(NodeId process) {
        return isOn(process) && fault.kind().effect().takesOut();
    }

    /** Returns whether this process ends by it, and is started to heal it. */
    boolean ends(NodeId process) {
        return isOn(process) && fault.kind().effect().endsProcess();
    }

    /** Returns whether it happens to this process. */
    boolean isOn(NodeId process) {
        return fault.target().filter(process::equals).isPresent();
    }
}
