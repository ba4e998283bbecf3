package sosad.app.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import sosad.app.explain.Question;
import sosad.app.explain.UnanswerableException;
import sosad.app.explain.report.WhyReport;
import sosad.app.lab.PlayedRun;
import sosad.model.Key;
import sosad.model.NodeId;

/** Why a node holds what it holds in the present run ({@code docs/why.md}). */
record WhyEndpoints(LabAccess access) {
    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get(
                        "/why",
                        call -> ApiResponse.ok(
                                why(call, new Question.OfEntry(node(call, "at"), field(call, "key", Key::new))))),
                Endpoint.get(
                        "/why/row",
                        call -> ApiResponse.ok(why(call, new Question.OfRow(node(call, "at"), node(call, "peer"))))));
    }

    private ObjectNode why(ApiRequest call, Question question) {
        access.requireSteps();
        PlayedRun run = access.done(access.lab().played());
        int last = run.history().present().step();
        int step = (int) call.number("step", last, 0, last);
        int event = run.endOfStep(step).orElseThrow(() -> ApiError.ofField("step", "the run has no step " + step));
        try {
            return WhyReport.of(run, event, question).json();
        } catch (UnanswerableException e) {
            throw ApiError.ofField("peer", e.getMessage());
        }
    }

    private NodeId node(ApiRequest call, String name) {
        NodeId id = field(call, name, NodeId::new);
        if (access.node(id.name()).isEmpty()) {
            throw ApiError.ofField(name, access.unknownProcess(id.name()));
        }
        return id;
    }

    private static <T> T field(ApiRequest call, String name, Function<String, T> reading) {
        Optional<String> text = call.text(name);
        return ApiError.reading(
                name, () -> reading.apply(text.orElseThrow(() -> ApiError.ofField(name, name + " is missing"))));
    }
}
