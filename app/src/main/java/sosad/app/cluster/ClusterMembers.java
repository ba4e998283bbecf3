package sosad.app.cluster;

import java.util.Optional;
import sosad.model.NodeId;

/** The nodes and the gateways of a cluster, by name. */
record ClusterMembers(NodeProcesses nodes, GatewayProcesses gateways) {
    /** Returns those to which the one with this name belongs. */
    MemberProcesses<? extends Member> of(NodeId name) {
        return gateways.names().contains(name) ? gateways : nodes;
    }

    /** Returns the one with this name, if it has a process. */
    Optional<Member> find(NodeId name) {
        return of(name).find(name).map(member -> member);
    }

    /** @throws NodeException if it has no process */
    Member get(NodeId name) {
        return of(name).get(name);
    }
}
