package sosad.app.api;

import java.util.List;
import sosad.app.fault.plan.BundledPlans;
import sosad.app.fault.plan.FaultPlan;
import sosad.app.fault.plan.FaultPlanReader;
import sosad.app.fault.plan.Members;
import sosad.app.scenario.ClusterPlan;

/** The fault plan that decides what is done to a live cluster. */
record PlanEndpoints(LabAccess access) {
    private static final long USUAL_SEED = 7;

    List<Endpoint> endpoints() {
        return List.of(
                new Endpoint("POST", "/plan", FaultPlan.MAX_BYTES, this::run), Endpoint.delete("/plan", call -> end()));
    }

    private ApiResponse run(ApiRequest call) {
        ClusterPlan cluster = access.state().seen().scenario().cluster();
        Members members = new Members(cluster.nodes(), cluster.gatewayNames());
        FaultPlan plan;
        long seed;
        if (call.isYaml()) {
            plan = ApiError.reading("plan", () -> FaultPlanReader.read("plan", call.body(), members));
            seed = call.number("seed", USUAL_SEED, Long.MIN_VALUE, Long.MAX_VALUE);
        } else {
            Fields fields = call.fields();
            String name = fields.required("name", fields::text);
            seed = fields.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE).orElse(USUAL_SEED);
            fields.end();
            plan = ApiError.reading("name", () -> BundledPlans.load(name, members));
        }
        access.requireLive();
        access.done(access.lab().runPlan(plan, seed));
        return ApiResponse.created(Json.object().put("title", plan.title()).put("seed", seed));
    }

    private ApiResponse end() {
        access.requireLive();
        return access.perform(access.lab().endPlan());
    }
}
