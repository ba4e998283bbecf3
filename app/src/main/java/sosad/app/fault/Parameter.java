package sosad.app.fault;

import java.util.List;

/** A number or a word that a kind of fault takes. */
public sealed interface Parameter {
    /** The name of its attribute in JSON. */
    String name();

    /**
     * A number.
     *
     * @param min the smallest, in the unit of {@code quantity}
     * @param isWhole whether it has no fraction
     * @param isOptional whether it is 0 if it is left out
     */
    record Amount(String name, Quantity quantity, double min, double max, boolean isWhole, boolean isOptional)
            implements Parameter {
        static Amount number(String name, Quantity quantity, double min, double max) {
            return new Amount(name, quantity, min, max, false, false);
        }

        static Amount whole(String name, Quantity quantity, long min, long max) {
            return new Amount(name, quantity, min, max, true, false);
        }

        Amount optional() {
            return new Amount(name, quantity, min, max, isWhole, true);
        }

        /** Returns whether it is a probability, which JSON calls toxicity. */
        public boolean isShare() {
            return quantity == Quantity.SHARE;
        }

        /** The factor between its numbers and those in JSON. */
        public double jsonUnit() {
            return quantity.jsonUnit();
        }

        /** @throws IllegalArgumentException if the text does not fit; fit to be shown */
        double parse(String what, String text) {
            return isWhole ? quantity.whole(what, text, (long) min, (long) max) : quantity.number(what, text, min, max);
        }
    }

    /** One of some words; the kind decides if it is left out. */
    record Choice(String name, List<String> words) implements Parameter {
        public Choice {
            words = List.copyOf(words);
        }
    }
}
