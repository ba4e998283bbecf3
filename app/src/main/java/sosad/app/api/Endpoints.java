package sosad.app.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import sosad.app.yaml.Quoted;

/**
 * All endpoints of the API.
 *
 * @param all the endpoints
 */
record Endpoints(List<Endpoint> all) {
    /** Returns the endpoints of a lab. */
    static Endpoints of(LabAccess access) {
        return new Endpoints(Stream.of(
                        new SnapshotEndpoints(access).endpoints(),
                        new NodeEndpoints(access).endpoints(),
                        new LinkEndpoints(access, new Toxics(access)).endpoints(),
                        new FaultEndpoints(access).endpoints(),
                        new PlanEndpoints(access).endpoints(),
                        new LiveEndpoints(access).endpoints(),
                        new MessageEndpoints(access).endpoints(),
                        new StepEndpoints(access).endpoints(),
                        new BreakpointEndpoints(access).endpoints(),
                        new BranchEndpoints(access).endpoints(),
                        new RequestEndpoints(access).endpoints(),
                        new ScenarioEndpoints(access).endpoints(),
                        new WhyEndpoints(access).endpoints(),
                        new HealingEndpoints(access).endpoints())
                .flatMap(List::stream)
                .toList());
    }

    /** An endpoint and what the variables of its path stand for. */
    record Match(Endpoint endpoint, Map<String, String> variables) {}

    /**
     * Returns what answers a request; HEAD is answered as GET is.
     *
     * @throws ApiError if there is no such path, or it does not know the method
     */
    Match find(String method, String path) {
        String wanted = method.equals("HEAD") ? "GET" : method;
        List<Match> there = all.stream()
                .flatMap(endpoint -> endpoint.match(path).map(found -> new Match(endpoint, found)).stream())
                .toList();
        if (there.isEmpty()) {
            throw new ApiError(ApiError.NOT_FOUND, "path", "there is nothing at " + Quoted.of(path));
        }
        Optional<Match> found = there.stream()
                .filter(match -> match.endpoint().method().equals(wanted))
                .findFirst();
        return found.orElseThrow(() -> new MethodNotAllowed(
                method,
                there.stream()
                        .map(match -> match.endpoint().method())
                        .flatMap(one -> one.equals("GET") ? Stream.of(one, "HEAD") : Stream.of(one))
                        .toList()));
    }
}
