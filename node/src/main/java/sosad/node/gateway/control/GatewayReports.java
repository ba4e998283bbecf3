package sosad.node.gateway.control;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongFunction;
import sosad.message.Report;
import sosad.message.Report.BackendState;
import sosad.message.Report.RequestFate;
import sosad.model.NodeId;
import sosad.node.control.ReportStream;
import sosad.node.gateway.ClientRequest;
import sosad.node.gateway.GatewayWatcher;

/** Reports to the app what a gateway does, beginning with the state before the app was there. */
final class GatewayReports implements GatewayWatcher {
    private final Map<NodeId, BackendState> states = new TreeMap<>();
    private Optional<ReportStream> app = Optional.empty();
    private boolean tellsOfRequests = true;

    /** Reports everything there from now on. */
    void begin(ReportStream stream) {
        app = Optional.of(stream);
        states.forEach(this::report);
    }

    /** Turns reports of requests on or off; at first they are on. */
    void tellOfRequests(boolean tells) {
        tellsOfRequests = tells;
    }

    @Override
    public void changed(NodeId backend, BackendState state) {
        states.put(backend, state);
        report(backend, state);
    }

    /** Changes are few, and the app waits for them: none is left out. */
    private void report(NodeId backend, BackendState state) {
        app.ifPresent(stream -> stream.report(seq -> new Report.BackendChanged(seq, backend, state)));
    }

    @Override
    public void given(ClientRequest asked, NodeId backend) {
        request(seq -> new Report.Given(seq, asked.number(), asked.client(), asked.command(), asked.key(), backend));
    }

    @Override
    public void ended(ClientRequest asked, NodeId backend, String as, RequestFate fate) {
        request(seq -> new Report.Ended(seq, asked.number(), backend, as, fate));
    }

    private void request(LongFunction<Report> event) {
        app.filter(stream -> tellsOfRequests).ifPresent(stream -> stream.event(event));
    }
}
