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
public record RespCommand(
        String name,
        Arity arity,
        Access access,
        boolean takesLong,
        String summary,
        String arguments,
        Execution action) {
    /** The way a command uses a key. */
    public enum Access {
        NO_KEY,
        READS,
        WRITES
    }

    /** Carries out a request with a permitted number of arguments and writes exactly one reply. */
    @FunctionalInterface
    public interface Execution {
        /** @throws sosad.model.RefusedException if the request breaks a rule; nothing was written then */
        void run(Request request, Replies replies, ClientSession session);
    }

    /** A command without a key. */
    public static RespCommand of(String name, int least, int most, String summary, Execution action) {
        return new RespCommand(name, Arity.of(name, least, most), Access.NO_KEY, false, summary, "", action);
    }

    /** A command that reads one key, the only one that a request may have. */
    public static RespCommand ofOneKey(String name, String summary, Execution action) {
        String tooMany =
                "ERR one key per request: '%1$s' takes a single key; send one '%1$s' for each key".formatted(name);
        Arity arity = Arity.of(name, 1, 1).refusingMore(request -> tooMany);
        return new RespCommand(name, arity, Access.READS, false, summary, "key", action);
    }

    /** SET, of one key and one value. */
    public static RespCommand set(Execution action) {
        Arity arity = Arity.of("set", 2, 2).refusingMore(AbsentCommands::noOptionOfSet);
        return new RespCommand("set", arity, Access.WRITES, false, "Sets the value of a key", "key value", action);
    }

    /** The same command, which writes its key. */
    public RespCommand writing() {
        return new RespCommand(name, arity, Access.WRITES, takesLong, summary, arguments, action);
    }

    /** The same command, which may take long. */
    public RespCommand takingLong() {
        return new RespCommand(name, arity, access, true, summary, arguments, action);
    }

    /** The same command, with these arguments in its help. */
    public RespCommand taking(String newArguments) {
        return new RespCommand(name, arity, access, takesLong, summary, newArguments, action);
    }

    /** The same command, carried out by another action. */
    public RespCommand doing(Execution other) {
        return new RespCommand(name, arity, access, takesLong, summary, arguments, other);
    }
}
