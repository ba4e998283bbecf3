package sosad.app.supervisor;

import sosad.model.NodeId;

/**
 * The supervisor thinks otherwise of a process than before.
 *
 * @param process the node or gateway
 * @param why what it goes by, a sentence without its end
 */
public record HealthChange(NodeId process, Health health, String why) {
    /** Such as {@code Supervisor: B is suspected: it has not answered for 1.0 s.} */
    public String sentence() {
        return "Supervisor: %s is %s: %s.".formatted(process, health.word(), why);
    }
}
