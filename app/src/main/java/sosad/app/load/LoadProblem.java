package sosad.app.load;

/** The problems that requests can have, in the words under which they are counted. */
public final class LoadProblem {
    static final String NO_REPLY = "no reply in time";
    static final String CLOSED = "connection lost";
    static final String NO_CONNECTION = "connection refused";
    static final String NO_REDIS = "not a reply of the Redis protocol";
    static final String WRONG_KIND = "reply to something else";
    static final String TOO_MANY_REPLIES = "reply without a request";
    static final String FOREIGN_VALUE = "value that nobody wrote";
    public static final String LOST_AT_ONCE = "lost at once to an entry of a later time";

    private static final int MAX_LENGTH = 60;

    private LoadProblem() {}

    /** Returns whether a gateway's error leaves open whether a write was done. */
    static boolean leavesOpen(String error) {
        return error.startsWith("UNCERTAIN") || error.startsWith("PARTIAL");
    }

    /** Returns what a server says, fit for a line. */
    static String shortened(String said) {
        String line = said.replaceAll("\\p{Cntrl}", "?");
        return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH) + "…";
    }
}
