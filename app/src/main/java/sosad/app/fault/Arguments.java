package sosad.app.fault;

import java.util.Map;
import java.util.Optional;

/**
 * The parameters of a fault, by name.
 *
 * @param amounts the numbers
 * @param words the words that were given
 */
public record Arguments(Map<String, Double> amounts, Map<String, String> words) {
    public Arguments {
        amounts = Map.copyOf(amounts);
        words = Map.copyOf(words);
    }

    double amount(Parameter.Amount parameter) {
        return amounts.get(parameter.name());
    }

    Optional<String> word(Parameter.Choice parameter) {
        return Optional.ofNullable(words.get(parameter.name()));
    }

    /** Arguments that do not go together. */
    public static final class MismatchException extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        private final String parameter;

        MismatchException(Parameter parameter, String why) {
            super(why);
            this.parameter = parameter.name();
        }

        /** The name of the one to be changed; the message follows it. */
        public String parameter() {
            return parameter;
        }
    }
}
