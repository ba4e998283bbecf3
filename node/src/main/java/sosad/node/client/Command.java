package sosad.node.client;

/**
 * A command of the client port.
 *
 * @param name in lower case
 * @param arity how many arguments it takes
 * @param access what it does with the key that is its first argument
 * @param takesLong whether it may take long, so that other connections should have their turn after it
 * @param summary what it does, in a line
 * @param arguments what follows its name, as help texts write it; see {@link Argument#read}
 * @param action carries it out
 */
public record Command(
        String name, Arity arity, Access access, boolean takesLong, String summary, String arguments, Action action) {
    /** What a command does with a key. */
    public enum Access {
        NO_KEY,
        READS,
        WRITES
    }

    /** Carries out a request with a permitted number of arguments and writes exactly one reply. */
    @FunctionalInterface
    public interface Action {
        /** @throws sosad.model.RefusedException if the request breaks a rule; nothing was written then */
        void run(Request request, Replies replies, ClientSession session);
    }

    /** A command without a key. */
    public static Command of(String name, int least, int most, String summary, Action action) {
        return new Command(name, Arity.of(name, least, most), Access.NO_KEY, false, summary, "", action);
    }

    /** A command that reads one key, which is all that a request may have. */
    public static Command ofOneKey(String name, String summary, Action action) {
        String tooMany =
                "ERR one key a request: '%1$s' takes a single key; send one '%1$s' for each key".formatted(name);
        Arity arity = Arity.of(name, 1, 1).refusingMore(request -> tooMany);
        return new Command(name, arity, Access.READS, false, summary, "key", action);
    }

    /** SET, of one key and one value. */
    public static Command set(Action action) {
        Arity arity = Arity.of("set", 2, 2).refusingMore(AbsentCommands::noOptionOfSet);
        return new Command("set", arity, Access.WRITES, false, "Sets the value of a key", "key value", action);
    }

    /** The same command, which writes its key. */
    public Command writing() {
        return new Command(name, arity, Access.WRITES, takesLong, summary, arguments, action);
    }

    /** The same command, which may take long. */
    public Command takingLong() {
        return new Command(name, arity, access, true, summary, arguments, action);
    }

    /** The same command, with these arguments in its help. */
    public Command taking(String newArguments) {
        return new Command(name, arity, access, takesLong, summary, newArguments, action);
    }

    /** The same command, carried out by another action. */
    public Command doing(Action other) {
        return new Command(name, arity, access, takesLong, summary, arguments, other);
    }
}
