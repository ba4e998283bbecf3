package sosad.app.api;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.app.golden.Golden;

/** How every fault stands in the API's JSON, and how the API refuses what it cannot read. */
@Timeout(60)
class GoldenFaultsApiTest {
    private static final List<String> TYPES = List.of(
            "latency",
            "bandwidth",
            "slow_close",
            "reset_peer",
            "loss",
            "duplicate",
            "corrupt",
            "reorder",
            "cut",
            "kill",
            "terminate",
            "pause",
            "restart",
            "wipe",
            "skew",
            "drift",
            "slow-disk",
            "fail-disk",
            "full-disk",
            "flood",
            "half-requests",
            "delay",
            "los",
            "nonsense");

    private static final List<String> TOXICITIES =
            List.of("", "'toxicity':0.25", "'toxicity':1", "'toxicity':1.5", "'toxicity':'1'");

    private static final List<String> ATTRIBUTES = List.of(
            "{}",
            "{'latency':100}",
            "{'latency':100.5,'jitter':20}",
            "{'latency':1,'jitter':2,'distribution':'normal'}",
            "{'latency':1,'jitter':2,'distribution':'fixed'}",
            "{'latency':1,'distribution':'pareto'}",
            "{'latency':1,'distribution':'paretto'}",
            "{'latency':-1}",
            "{'latency':3600001}",
            "{'latency':'1'}",
            "{'latency':1,'jitter':3600001}",
            "{'latency':1,'window':1}",
            "{'jitter':1}",
            "{'rate':10}",
            "{'rate':0.001}",
            "{'rate':0}",
            "{'rate':1e9}",
            "{'rate':1e10}",
            "{'rate':1.2345}",
            "{'delay':500}",
            "{'delay':0.5}",
            "{'delay':3600001}",
            "{'delay':-1}",
            "{'window':50}",
            "{'window':0.5}",
            "{'window':-1}",
            "{'millis':-5000}",
            "{'millis':200}",
            "{'millis':0.5}",
            "{'millis':3600001}",
            "{'millis':60001}",
            "{'ppm':500}",
            "{'ppm':-500001}",
            "{'ppm':1e3}",
            "{'clients':2}",
            "{'clients':0}",
            "{'clients':1001}",
            "{'clients':null}",
            "{'toxicity':1}");

    @Test
    void everyFaultIsReadWrittenAndRefusedAsEver() {
        StringBuilder all = new StringBuilder();
        try (RunningApi api = new RunningApi()) {
            api.open();
            api.post("/live", "");
            for (String type : TYPES) {
                for (String toxicity : TOXICITIES) {
                    ask(api, all, "/faults", fields(type, "'links':['A-B']", toxicity));
                    ask(api, all, "/links/A-B/toxics", fields(type, toxicity));
                }
                ask(api, all, "/faults", fields(type, "'node':'G1'"));
                boolean isOfLinks = TYPES.indexOf(type) <= TYPES.indexOf("cut");
                for (String attributes : ATTRIBUTES) {
                    String where = isOfLinks ? "'links':['A-B']" : "'node':'A'";
                    ask(api, all, "/faults", fields(type, where, "'attributes':" + attributes));
                }
            }
        }
        Golden.assertSame("faults/api", all.toString());
    }

    private static String fields(String type, String... others) {
        return "{'type':'%s'%s}"
                .formatted(
                        type,
                        List.of(others).stream()
                                .filter(other -> !other.isEmpty())
                                .map(","::concat)
                                .reduce("", String::concat));
    }

    private static void ask(RunningApi api, StringBuilder all, String path, String body) {
        RunningApi.Reply reply = api.post(path, body);
        String said = reply.body()
                .toString()
                .replaceAll("\"since_millis\":\\d+", "\"since_millis\":…")
                .replaceAll("\"number\":\\d+", "\"number\":…")
                .replaceAll("(_)\\d+\"", "$1…\"");
        all.append(path + " " + body + "\n  " + reply.status() + " " + said + "\n");
        api.post("/reset", "");
    }
}
