package sosad.node.client;

/**
 * A command of the client port.
 *
 * @param name in lower case
 * @param least the fewest arguments it takes, its name not counted
 * @param most the most arguments it takes
 * @param surplus what to say if there are more
 * @param wholeStore whether it looks at every entry, so that other connections should have their turn after it
 * @param action carries it out
 */
public record Command(String name, int least, int most, String surplus, boolean wholeStore, Action action) {
    /** Carries out a request with a permitted number of arguments and writes exactly one reply. */
    @FunctionalInterface
    public interface Action {
        /** @throws sosad.model.RefusedException if the request breaks a rule; nothing was written then */
        void run(Request request, Replies replies, Session session);
    }

    /** A command that takes {@code least} to {@code most} arguments. */
    public static Command of(String name, int least, int most, Action action) {
        return new Command(name, least, most, wrongNumber(name), false, action);
    }

    /** A command that takes one key, which is all that a request may have. */
    public static Command ofOneKey(String name, Action action) {
        String surplus =
                "ERR one key a request: '%1$s' takes a single key; send one '%1$s' for each key".formatted(name);
        return new Command(name, 1, 1, surplus, false, action);
    }

    /** The same command, with its own words for a request with too many arguments. */
    public Command refusingMore(String words) {
        return new Command(name, least, most, words, wholeStore, action);
    }

    /** The same command, carried out by another action. */
    public Command doing(Action other) {
        return new Command(name, least, most, surplus, wholeStore, other);
    }

    /** The same command, which looks at every entry. */
    public Command overWholeStore() {
        return new Command(name, least, most, surplus, true, action);
    }

    /** What to say to a request with {@code arguments} arguments; null if that is a permitted number. */
    String arityError(int arguments) {
        if (arguments < least) {
            return wrongNumber(name);
        }
        return arguments > most ? surplus : null;
    }

    private static String wrongNumber(String name) {
        return "ERR wrong number of arguments for '%s' command".formatted(name);
    }
}
