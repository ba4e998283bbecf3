package sosad.node.host;

/** The health of the connections between this node and one peer: its own and the peer's. */
public final class LinkHealth {
    /** The state of the connection that this node makes. */
    public enum State {
        /** It is tried for the first time. */
        CONNECTING,
        /** The peer takes messages. */
        UP,
        /** There is none: the peer cannot be reached, or refuses it. */
        DOWN
    }

    private State state = State.CONNECTING;
    private String lastError = "";
    private long failures;
    private int incoming;
    private boolean isDoubled;
    private boolean isContentInSilence;
    private Runnable whenPeerComes = () -> {};

    /** Sets what is done when the peer has opened a connection and was let in: it can be reached, most likely. */
    public void whenPeerComes(Runnable action) {
        whenPeerComes = action;
    }

    /** The peer takes messages. */
    public void isUp() {
        state = State.UP;
    }

    /** Notes that a connection was lost or could not be made. */
    public void isDown(String why) {
        isUnanswered(why);
        failures++;
    }

    /** A connection stands, and the peer has not said that it takes messages. */
    public void isUnanswered(String why) {
        state = State.DOWN;
        lastError = why.replaceAll("[\r\n]+", " ");
    }

    /**
     * The peer has opened a connection and was let in.
     *
     * @param answersGreetings whether it is of a version that says if it takes messages
     */
    public void peerCame(boolean answersGreetings) {
        incoming++;
        isContentInSilence = !answersGreetings;
        whenPeerComes.run();
    }

    /** Returns whether the peer is of a version that takes messages without saying so. */
    public boolean isContentInSilence() {
        return isContentInSilence;
    }

    /** One of the peer's connections is closed. */
    public void peerLeft() {
        incoming--;
    }

    /** Notes whether two processes open connections under the peer's name now. */
    public void areTwo(boolean two) {
        isDoubled = two;
    }

    /** Returns whether two processes open connections under the peer's name. */
    public boolean isDoubled() {
        return isDoubled;
    }

    public State state() {
        return state;
    }

    /** Returns why the last connection was lost or could not be made; empty if none was. */
    public String lastError() {
        return lastError;
    }

    /** Returns how many connections were lost or could not be made. */
    public long failures() {
        return failures;
    }

    /** Returns how many connections of the peer stand. */
    public int incoming() {
        return incoming;
    }
}
