package sosad.app.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import sosad.app.fault.LinkFault;
import sosad.app.fault.Trouble;

/**
 * How a kind of trouble stands in JSON: its type, its toxicity and its attributes.
 *
 * @param type its name: Toxiproxy's where Toxiproxy has it
 * @param kind its class
 * @param read reads it, given its toxicity and attributes
 * @param toxicity how likely it strikes a message; 1 where chance plays no part
 * @param write writes its attributes
 */
record TroubleForm(
        String type,
        Class<? extends Trouble> kind,
        BiFunction<Double, Fields, Trouble> read,
        ToDoubleFunction<Trouble> toxicity,
        BiConsumer<Trouble, ObjectNode> write) {

    /** Whether it is wrong with links, not with processes. */
    boolean isOnLinks() {
        return LinkFault.class.isAssignableFrom(kind);
    }

    /** Its name says all. */
    static TroubleForm plain(String type, Trouble trouble) {
        return valued(type, trouble.getClass(), attributes -> trouble, (same, attributes) -> {});
    }

    /** Its toxicity says all. */
    static <T extends Trouble> TroubleForm byChance(
            String type, Class<T> kind, DoubleFunction<T> make, ToDoubleFunction<T> probability) {
        return new TroubleForm(
                type,
                kind,
                (toxicity, attributes) -> make.apply(toxicity),
                trouble -> probability.applyAsDouble(kind.cast(trouble)),
                (trouble, attributes) -> {});
    }

    /** Its attributes say all. */
    static <T extends Trouble> TroubleForm valued(
            String type, Class<T> kind, Function<Fields, Trouble> make, BiConsumer<T, ObjectNode> write) {
        return new TroubleForm(
                type,
                kind,
                (toxicity, attributes) -> {
                    if (toxicity != 1) {
                        throw Refusal.ofField(
                                "toxicity", "toxicity must be 1: nothing of %s is left to chance".formatted(type));
                    }
                    return make.apply(attributes);
                },
                trouble -> 1,
                (trouble, attributes) -> write.accept(kind.cast(trouble), attributes));
    }
}
