package sosad.app.diagram.plot;

import sosad.app.load.Operation;
import sosad.app.load.OperationKind;
import sosad.app.load.OperationLog;
import sosad.app.load.OperationOutcome;

/** The kinds of dots that are told apart by shape and colour; a later one is drawn over an earlier one. */
public enum DotKind {
    /** A read that was answered, and is fresh or not judged. */
    READ(0),
    /** A write or a delete that was acknowledged. */
    WRITE(1),
    /** A read that was answered with an older version. */
    STALE(2),
    /** A read that was answered with a value nobody wrote. */
    FOREIGN(3),
    /** A request that was answered by an error. */
    REFUSED(4),
    /** A request that was never answered. */
    UNANSWERED(5);

    private static final DotKind[] BY_CODE = {READ, WRITE, STALE, FOREIGN, REFUSED, UNANSWERED};

    /** A small number that stands for it in columns; the graver, the greater. */
    final int code;

    DotKind(int code) {
        this.code = code;
    }

    /** Returns the kind of a code. */
    static DotKind ofCode(int code) {
        return BY_CODE[code];
    }

    /** Returns the kind of an operation of a log. */
    static DotKind of(OperationLog log, int operation) {
        OperationOutcome outcome = log.outcome(operation);
        if (outcome != OperationOutcome.OK) {
            return outcome == OperationOutcome.REFUSED ? REFUSED : UNANSWERED;
        }
        if (log.kind(operation) != OperationKind.READ) {
            return WRITE;
        }
        if (log.version(operation) == Operation.FOREIGN) {
            return FOREIGN;
        }
        return log.staleBy(operation) > 0 ? STALE : READ;
    }

    /** Returns whether something is wrong with an operation of this kind. */
    public boolean isNotable() {
        return this != READ && this != WRITE;
    }
}
