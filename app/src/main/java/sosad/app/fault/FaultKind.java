package sosad.app.fault;

import java.util.List;
import java.util.Optional;
import sosad.app.fault.Fault.FaultSpec;

/**
 * An entry of the catalogue of faults ({@link FaultKinds}): everything plans, the API and the window need to know of
 * one kind.
 *
 * @param name its name in plans and on screen
 * @param type its name in the API: Toxiproxy's where Toxiproxy has it
 * @param spec the class of its faults
 * @param effect how long it lasts, and what becomes of the process
 * @param isForNodesAlone whether it does not happen to gateways
 * @param isForDisks whether it does not happen to nodes that keep their stores in memory
 * @param value how its parameters are written
 */
public record FaultKind<T extends FaultSpec>(
        String name,
        String type,
        Class<T> spec,
        Effect effect,
        boolean isForNodesAlone,
        boolean isForDisks,
        ValueFormat<T> value) {
    /** A kind whose name says all. */
    @SuppressWarnings("unchecked") // the class of a fault of type T
    static <T extends FaultSpec> FaultKind<T> of(String name, T only) {
        return of(name, (Class<T>) only.getClass(), ValueFormat.none(only));
    }

    /** A kind with parameters. */
    static <T extends FaultSpec> FaultKind<T> of(String name, Class<T> spec, ValueFormat<T> value) {
        return new FaultKind<>(name, name, spec, Effect.LASTS, false, false, value);
    }

    FaultKind<T> asToxiproxys(String toxic) {
        return new FaultKind<>(name, toxic, spec, effect, isForNodesAlone, isForDisks, value);
    }

    FaultKind<T> with(Effect newEffect) {
        return new FaultKind<>(name, type, spec, newEffect, isForNodesAlone, isForDisks, value);
    }

    FaultKind<T> forNodesAlone() {
        return new FaultKind<>(name, type, spec, effect, true, isForDisks, value);
    }

    FaultKind<T> forDisks() {
        return new FaultKind<>(name, type, spec, effect, true, true, value);
    }

    /** Returns whether it happens to links, not to processes. */
    public boolean isOfLinks() {
        return LinkFault.class.isAssignableFrom(spec);
    }

    /** Returns whether Toxiproxy has it. */
    boolean isToxiproxys() {
        return !type.equals(name);
    }

    /** Returns whether it strikes each message with a probability. */
    public boolean isByChance() {
        return parameters().stream().anyMatch(one -> one instanceof Parameter.Amount amount && amount.isShare());
    }

    /** Returns what it takes. */
    public List<Parameter> parameters() {
        return value.parameters();
    }

    /** A text that {@link #parse} takes, such as {@code 20 %}; empty if the name says all. */
    public Optional<String> example() {
        return value.example();
    }

    /**
     * Returns the fault of a text such as {@code 20 %}; of any text if the name says all.
     *
     * @throws IllegalArgumentException if the text does not fit; fit to be shown
     */
    public T parse(String text) {
        return value.parse().apply(name, text);
    }

    /** Returns the text of a fault of this kind, which {@link #parse} reads back. */
    public String text(FaultSpec fault) {
        return value.text().apply(spec.cast(fault));
    }

    /**
     * Returns the fault with these arguments, which are within their bounds.
     *
     * @throws Arguments.MismatchException if they do not go together
     */
    public T make(Arguments arguments) {
        return value.make().apply(arguments);
    }

    /** Returns the arguments of a fault of this kind. */
    public Arguments arguments(FaultSpec fault) {
        return value.arguments().apply(spec.cast(fault));
    }
}
