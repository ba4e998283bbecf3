package sosad.record;

import sosad.wire.MalformedException;

/** The first byte of everything in a block of inputs: what it is. The order is part of the format. */
enum Mark {
    /** A client's write: client, key, value. */
    PUT("a write"),
    /** A client's delete: client, key. */
    DELETE("a delete"),
    /** A message that came in: its frame. */
    FRAME("a message"),
    /** Another input, in the form of its class. */
    OTHER("an input"),
    /** Stands before an input that came while another was taken. */
    NESTED("an input in the middle of another"),
    /** Stands before an input: how many milliseconds have passed since the last. */
    TIME("an input"),
    /** The machine's clock was asked. */
    EPOCH_MILLIS("the machine's clock"),
    /** The clock of the timers was asked. */
    MILLIS("the clock of the timers"),
    /** The link to a peer had room. */
    ROOM("whether a link has room"),
    /** The link to a peer had no room. */
    NO_ROOM("whether a link has room"),
    /** The journal's number was asked. */
    NUMBER("the journal's number"),
    /** Everything could be revealed. */
    DURABLE("whether all is durable"),
    /** Not everything could be revealed yet. */
    NOT_DURABLE("whether all is durable"),
    /** A message was sent: how much greater its number is than that of the last. */
    SENT("a message sent");

    private static final Mark[] ALL = values();

    private final String words;

    Mark(String words) {
        this.words = words;
    }

    @SuppressWarnings("EnumOrdinal") // the order is part of the format
    int code() {
        return ordinal();
    }

    static Mark of(int code) throws MalformedException {
        if (code < 0 || code >= ALL.length) {
            throw new MalformedException("a mark " + code + ", which there is not");
        }
        return ALL[code];
    }

    /** Returns whether an input begins with it. */
    boolean beginsInput() {
        return compareTo(TIME) <= 0;
    }

    @Override
    public String toString() {
        return words;
    }
}
