package sosad.app.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.app.golden.Golden;

/** What the API answers in the course of a run, from first to last. */
@Timeout(60)
class GoldenApiTest {
    /** A request a line; what comes back is under it in the file. */
    private static final List<String> REQUESTS = """
            GET /version
            GET /nodes
            POST /steps/begin
            GET /steps
            GET /messages
            POST /messages/1 {'do':'hold'}
            POST /messages/1 {'do':'duplicate'}
            POST /messages/1 {'do':'trim','keys':['nothing']}
            POST /messages/2 {'do':'drop'}
            POST /messages/2 {'do':'drop'}
            GET /messages
            POST /steps/deliver
            POST /steps/finish
            GET /nodes/A
            GET /nodes/G1
            GET /nodes/A/entries
            POST /requests {'do':'put','at':'A','key':'k','value':'v'}
            POST /requests {'do':'get','via':'G1','key':'k'}
            POST /requests {'do':'get','at':'B','key':'k','mode':'find'}
            POST /requests {'do':'delete','at':'A','key':'k'}
            POST /nodes/B {'status':'dead'}
            GET /nodes/B
            POST /requests {'do':'put','at':'B','key':'k','value':'v'}
            POST /nodes/B {'status':'up'}
            GET /links
            POST /links/A-C {'enabled':false}
            GET /links/A-C
            GET /faults
            POST /links/A-C {'enabled':true}
            POST /links/A-C/toxics {'name':'late','type':'latency','attributes':{'latency':2}}
            POST /reset
            POST /steps/next
            POST /steps/next
            POST /steps/back
            POST /steps/tick
            GET /snapshot
            GET /scenario
            POST /live
            GET /live
            POST /links/A-B/toxics {'name':'slow','type':'latency','attributes':{'latency':1}}
            GET /links/A-B/toxics
            GET /links/A-B
            GET /faults
            POST /faults {'type':'cut','links':['A-B','B-A']}
            POST /faults {'type':'skew','node':'A','attributes':{'millis':-250}}
            POST /faults {'type':'pause','node':'Z'}
            GET /faults
            DELETE /links/A-B/toxics/slow
            DELETE /links/A-B/toxics/slow
            POST /steps/next
            GET /nothing
            PATCH /steps
            POST /restart
            GET /steps
            """.lines().toList();

    @Test
    void theAnswersAreAsEver() {
        StringBuilder answers = new StringBuilder();
        try (RunningApi api = new RunningApi()) {
            api.open();
            for (String request : REQUESTS) {
                String[] parts = request.split(" ", 3);
                RunningApi.Reply reply =
                        api.send(parts[0], parts[1], parts.length < 3 ? "" : parts[2].replace('\'', '"'));
                answers.append(request).append('\n').append(reply.status()).append(' ');
                answers.append(text(reply.body())).append("\n\n");
            }
        }
        Golden.assertSame("api", answers.toString());
    }

    private static String text(JsonNode body) {
        return body.isMissingNode() ? "" : body.toPrettyString().replaceAll("(\"(?:since_)?millis\" : )\\d+", "$1…");
    }
}
