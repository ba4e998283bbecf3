package sosad.app.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import sosad.app.lab.Branch;
import sosad.app.lab.BranchId;
import sosad.app.lab.RunTree;
import sosad.app.yaml.Quoted;

/** The branches of the lesson: where the run stands, and going elsewhere. */
record BranchEndpoints(LabAccess access) {
    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/branches", call -> ApiResponse.ok(json(tree()))),
                Endpoint.post("/branches/{branch}/jump", this::jump),
                Endpoint.patch("/branches/{branch}", this::rename),
                Endpoint.delete("/branches/{branch}", this::delete));
    }

    private RunTree tree() {
        access.state().seen();
        return access.done(access.lab().branches());
    }

    private static ObjectNode json(RunTree tree) {
        ObjectNode json = Json.object().put("at", tree.at().number()).put("event", tree.event());
        ArrayNode all = json.putArray("branches");
        tree.branches().forEach(branch -> all.add(json(branch)));
        return json;
    }

    private static ObjectNode json(Branch branch) {
        ObjectNode json = Json.object().put("branch", branch.id().number()).put("title", branch.title());
        branch.parent().ifPresentOrElse(parent -> json.put("parent", parent.number()), () -> json.putNull("parent"));
        return json.put("fork", branch.fork()).put("events", branch.events()).put("lived", branch.hasLived());
    }

    private Branch branch(ApiRequest call) {
        RunTree tree = tree();
        return call.number("branch")
                .filter(number -> number >= 1 && number <= Integer.MAX_VALUE)
                .flatMap(number -> tree.find(new BranchId(number.intValue())))
                .orElseThrow(() -> new ApiError(
                        ApiError.NOT_FOUND,
                        "branch",
                        "there is no branch %s; GET /branches lists them".formatted(Quoted.of(call.at("branch")))));
    }

    private ApiResponse jump(ApiRequest call) {
        Branch branch = branch(call);
        Fields fields = call.fields();
        int last = branch.events() - 1;
        int event = fields.whole("event", 0, last).orElse((long) last).intValue();
        fields.end();
        access.requireSteps();
        access.done(access.lab().jump(branch.id(), event));
        return ApiResponse.ok(StepEndpoints.position(access.state().seen()));
    }

    private ApiResponse rename(ApiRequest call) {
        Branch branch = branch(call);
        Fields fields = call.fields();
        String title = fields.required("title", fields::text);
        fields.end();
        if (title.isBlank() || title.length() > Branch.MAX_TITLE_LENGTH) {
            throw fields.refused("title", "must have 1 to " + Branch.MAX_TITLE_LENGTH + " characters");
        }
        return access.perform(access.lab().renameBranch(branch.id(), title));
    }

    private ApiResponse delete(ApiRequest call) {
        return access.perform(access.lab().deleteBranch(branch(call).id()));
    }
}
