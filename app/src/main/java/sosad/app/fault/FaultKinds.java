package sosad.app.fault;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sosad.app.fault.Fault.FaultSpec;

/** The catalogue of faults. */
public final class FaultKinds {
    private static final List<FaultKind<?>> ALL = List.of(
            LinkFault.Cut.KIND,
            LinkFault.Loss.KIND,
            LinkFault.Duplicate.KIND,
            LinkFault.Corrupt.KIND,
            LinkFault.Late.KIND,
            LinkFault.Reorder.KIND,
            LinkFault.Rate.KIND,
            LinkFault.SlowClose.KIND,
            LinkFault.Reset.KIND,
            ProcessFault.Kill.KIND,
            ProcessFault.Terminate.KIND,
            ProcessFault.Pause.KIND,
            ProcessFault.Restart.KIND,
            ProcessFault.Wipe.KIND,
            ProcessFault.Skew.KIND,
            ProcessFault.Drift.KIND,
            ProcessFault.SlowDisk.KIND,
            ProcessFault.FailDisk.KIND,
            ProcessFault.FullDisk.KIND,
            ClientFault.Flood.KIND,
            ClientFault.HalfRequests.KIND);

    private static final Map<Class<?>, FaultKind<?>> BY_CLASS =
            ALL.stream().collect(Collectors.toMap(FaultKind::spec, Function.identity()));

    private FaultKinds() {}

    /** Every kind, those of links first. */
    public static List<FaultKind<?>> all() {
        return ALL;
    }

    /** The kinds that happen to links, or those that happen to processes. */
    public static List<FaultKind<?>> all(boolean ofLinks) {
        return ALL.stream().filter(kind -> kind.isOfLinks() == ofLinks).toList();
    }

    /** The kinds that a link can have as toxics, Toxiproxy's first; a cut is none, as a link says whether it is cut. */
    public static List<FaultKind<?>> toxics() {
        return all(true).stream()
                .filter(kind -> !kind.equals(LinkFault.Cut.KIND))
                .sorted(Comparator.comparing(kind -> !kind.isToxiproxys()))
                .toList();
    }

    /** Every kind, toxics first: the order of the API. */
    public static List<FaultKind<?>> toxicsFirst() {
        return Stream.concat(toxics().stream(), ALL.stream()).distinct().toList();
    }

    /** The kind of this name. */
    public static Optional<FaultKind<?>> named(String name) {
        return ALL.stream().filter(kind -> kind.name().equals(name)).findFirst();
    }

    static FaultKind<?> of(FaultSpec fault) {
        return BY_CLASS.get(fault.getClass());
    }
}
