package sosad.app.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sosad.app.fault.ActiveFault;
import sosad.app.fault.Fault;
import sosad.app.fault.FaultSnapshot;
import sosad.app.fault.LinkFault;
import sosad.model.Link;

/**
 * The faults of links under the names by which clients know them. One that was done otherwise than as a toxic of one
 * link is named by its type and number. Safe for use by several threads.
 */
final class Toxics {
    /** The only direction: the way back is another link. */
    static final String STREAM = "downstream";

    private final LabAccess access;
    private final Map<ActiveFault, String> names = new HashMap<>();

    Toxics(LabAccess access) {
        this.access = access;
    }

    /** Returns what is wrong with a link, but for that it is cut. */
    static List<ActiveFault> on(Link link, FaultSnapshot faults) {
        return faults.inForce().stream()
                .filter(one -> one.fault() instanceof Fault.OnLinks on
                        && on.links().contains(link)
                        && !(on.what() instanceof LinkFault.Cut))
                .toList();
    }

    private synchronized String name(ActiveFault toxic) {
        return names.computeIfAbsent(toxic, unnamed -> unnamed.fault().kind().type() + "_" + unnamed.number());
    }

    /** The toxic of this name on a link. */
    Optional<ActiveFault> find(Link link, String name) {
        return on(link, access.faults()).stream()
                .filter(toxic -> name(toxic).equals(name))
                .findFirst();
    }

    /**
     * Adds a toxic.
     *
     * @param name its name; empty: its type and the stream's name
     * @throws ApiError if the link has one of this name
     */
    synchronized ActiveFault add(Link link, Optional<String> name, LinkFault what) {
        List<ActiveFault> present = access.faults().inForce();
        names.keySet().retainAll(present);
        String chosen = name.orElseGet(() -> what.kind().type() + "_" + STREAM);
        if (find(link, chosen).isPresent()) {
            throw new ApiError(
                    ApiError.CONFLICT, "name", "%s has a toxic %s already".formatted(LabAccess.name(link), chosen));
        }
        ActiveFault added = access.done(access.lab().inject(new Fault.OnLinks(List.of(link), what)));
        names.put(added, chosen);
        return added;
    }

    /** A toxic as JSON. */
    ObjectNode json(ActiveFault toxic) {
        ObjectNode json = Json.object().put("name", name(toxic)).put("stream", STREAM);
        FaultJson.write(toxic.fault().what(), json);
        return json;
    }
}
