package sosad.app.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One cluster on its way to holding everything everywhere.
 *
 * @param nodes how many nodes it has
 * @param rounds how many rounds it took; where it never did, how many it was given
 * @param hasConverged whether it came there
 * @param isStuck whether it never will
 * @param messages the messages of all nodes until then
 * @param bytes their bytes
 * @param entries the entries in them
 */
record Convergence(
        int nodes, int rounds, boolean hasConverged, boolean isStuck, long messages, long bytes, long entries) {
    /** Lets {@code cluster} go on until everything is everywhere or never will be, or so many rounds are over. */
    static Convergence of(CompactCluster cluster, int nodes, int maxRounds) throws InterruptedException {
        while (!cluster.hasConverged() && !cluster.isStuck() && cluster.rounds() < maxRounds) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            cluster.round();
        }
        return new Convergence(
                nodes,
                cluster.rounds(),
                cluster.hasConverged(),
                cluster.isStuck(),
                cluster.messages(),
                cluster.bytes(),
                cluster.entriesSent());
    }

    ObjectNode toJson() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("nodes", nodes)
                .put("rounds", rounds)
                .put("converged", hasConverged)
                .put("stuck", isStuck)
                .put("messages", messages)
                .put("bytes", bytes)
                .put("entries", entries);
    }

    /** @throws IllegalArgumentException if something is missing */
    static Convergence of(JsonNode json) {
        for (String field : new String[] {"nodes", "rounds", "converged", "stuck", "messages", "bytes", "entries"}) {
            if (!json.has(field)) {
                throw new IllegalArgumentException("a result of simulate without \"" + field + "\"");
            }
        }
        return new Convergence(
                json.get("nodes").asInt(),
                json.get("rounds").asInt(),
                json.get("converged").asBoolean(),
                json.get("stuck").asBoolean(),
                json.get("messages").asLong(),
                json.get("bytes").asLong(),
                json.get("entries").asLong());
    }
}
