package sosad.wire;

/** Bytes that are not what they should be. The message says where and what; nothing of them was used. */
public final class MalformedException extends Exception {
    public MalformedException(String what) {
        super(what);
    }

    public MalformedException(String what, Throwable cause) {
        super(what, cause);
    }
}
