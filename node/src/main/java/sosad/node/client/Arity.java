package sosad.node.client;

import java.util.function.Function;

/**
 * The number of arguments that a command takes, without its name.
 *
 * @param least the fewest
 * @param most the most
 * @param tooFew what to say if there are fewer
 * @param tooMany what to say if there are more
 */
public record Arity(int least, int most, String tooFew, Function<Request, String> tooMany) {
    /** Returns exactly this number for the command {@code name}, with Redis's words for any other. */
    public static Arity of(String name, int least, int most) {
        String wrongNumber = "ERR wrong number of arguments for '%s' command".formatted(name);
        return new Arity(least, most, wrongNumber, request -> wrongNumber);
    }

    /** The same, with its own words for a request with too many arguments. */
    public Arity refusingMore(Function<Request, String> words) {
        return new Arity(least, most, tooFew, words);
    }

    /** Returns what to say to a request with a wrong number of arguments; null if it is permitted. */
    String error(Request request) {
        int arguments = request.count() - 1;
        if (arguments < least) {
            return tooFew;
        }
        return arguments > most ? tooMany.apply(request) : null;
    }

    /** Returns the arity in Redis's notation: the name counts, and a negative number means "at least". */
    int inRedissTerms() {
        return least == most ? least + 1 : -(least + 1);
    }
}
