package sosad.app.scenario;

/** What a rule does to a message. */
public enum Treatment {
    /** Parks it at its sender's side. */
    HOLD,
    /** Loses it. */
    LOSE,
    /** Lets it arrive once more. */
    DUPLICATE,
    /** Parks it at its sender's side for some steps. */
    DELAY,
    /** Changes its bytes on the way, so that its receiver refuses it. */
    CORRUPT
}
