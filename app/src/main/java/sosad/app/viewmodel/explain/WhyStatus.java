package sosad.app.viewmodel.explain;

/** How far a question is. */
public enum WhyStatus {
    /** Nothing is asked. */
    CLOSED,
    /** Nothing can be asked of what was chosen: how to ask is said. */
    HINT,
    /** The answer is being computed, and there is none yet. */
    ASKING,
    /** The answer is there. */
    ANSWERED,
    /** There is no answer, and it is said why. */
    FAILED
}
