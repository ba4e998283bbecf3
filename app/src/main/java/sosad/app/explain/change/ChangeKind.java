package sosad.app.explain.change;

/** The kinds of single changes to a run, the closest to what happened first. */
public enum ChangeKind {
    /** A message that was lost, held, discarded, corrupted or trimmed arrives whole in its turn. */
    FATE,
    /** Two deliveries change places. */
    ORDER,
    /** A crash, a pause, a cut or a restart is left out. */
    OMISSION,
    /** A node pushes or syncs once more, or a dead one starts. */
    ADDITION,
    /** The nodes run under another rule. No single event helps. */
    RULE;

    /** Returns whether it is a change of one event. */
    public boolean isSingleEvent() {
        return this != RULE;
    }
}
