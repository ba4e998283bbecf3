package sosad.record;

/** A replay has come to something else than the record. The message says to what. */
public final class DiffersException extends Exception {
    DiffersException(String what) {
        super(what);
    }
}
