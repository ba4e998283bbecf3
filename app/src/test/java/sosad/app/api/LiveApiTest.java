package sosad.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the API does to a live cluster. */
@Timeout(60)
class LiveApiTest {
    private final RunningApi api = new RunningApi();

    @BeforeEach
    void goLive() {
        api.open();
        assertThat(api.post("/live", "").status()).isEqualTo(204);
    }

    @AfterEach
    void close() {
        api.close();
    }

    private JsonNode toxics() {
        return api.get("/links/A-B").body().get("toxics");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "latency    | 1    | {\"latency\":100.0,\"jitter\":0.0,\"distribution\":\"fixed\"}",
                "latency    | 1    | {\"latency\":100.0,\"jitter\":20.0,\"distribution\":\"pareto\"}",
                "bandwidth  | 1    | {\"rate\":0.5}",
                "slow_close | 1    | {\"delay\":500}",
                "loss       | 0.2  | {}",
                "duplicate  | 0.5  | {}",
                "corrupt    | 0.01 | {}",
                "reorder    | 1    | {\"window\":50.0}",
            })
    void aToxicIsShownAsItWasAskedForAndIsGoneWhenItIsDeleted(String type, double toxicity, String attributes) {
        RunningApi.Reply added = api.post(
                "/links/A-B/toxics",
                "{'name':'mine','type':'%s','stream':'downstream','toxicity':%s,'attributes':%s}"
                        .formatted(type, toxicity, attributes));
        assertThat(added.status()).isEqualTo(200);
        assertThat(added.body().get("toxicity").asDouble()).isEqualTo(toxicity);
        assertThat(added.body().get("attributes")).hasToString(attributes);
        assertThat(api.get("/links/A-B/toxics/mine").body()).isEqualTo(added.body());
        assertThat(toxics()).containsExactly(added.body());
        assertThat(api.get("/links/B-A").body().get("toxics")).isEmpty();

        assertThat(api.delete("/links/A-B/toxics/mine").status()).isEqualTo(204);
        assertThat(toxics()).isEmpty();
        assertThat(api.delete("/links/A-B/toxics/mine").field()).isEqualTo("toxic");
    }

    @Test
    void aToxicWithoutANameIsNamedAsToxiproxyDoesAndANameIsGivenOnce() {
        String loss = "{'type':'loss','toxicity':0.1}";
        assertThat(api.post("/links/A-B/toxics", loss).body().get("name").asText())
                .isEqualTo("loss_downstream");
        RunningApi.Reply again = api.post("/links/A-B/toxics", loss);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.field()).isEqualTo("name");
        assertThat(toxics()).hasSize(1);
        assertThat(api.post("/links/B-A/toxics", loss).status()).isEqualTo(200);
    }

    @Test
    void aResetIsOverWhenItIsDone() {
        assertThat(api.post("/links/A-B/toxics", "{'type':'reset_peer'}").status())
                .isEqualTo(200);
        assertThat(toxics()).isEmpty();
    }

    @Test
    void aLinkIsCutAndMended() {
        assertThat(api.post("/links/A-B", "{'enabled':false}").body().get("enabled"))
                .hasToString("false");
        assertThat(toxics()).isEmpty();
        assertThat(api.get("/links/B-A").body().get("enabled")).hasToString("true");
        assertThat(api.post("/links/A-B", "{'enabled':true}").body().get("enabled"))
                .hasToString("true");
        assertThat(api.get("/faults").body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "kill          | A  | {}",
                "terminate     | A  | {}",
                "pause         | G1 | {}",
                "skew          | B  | {\"millis\":-250}",
                "drift         | B  | {\"ppm\":500}",
                "slow-disk     | B  | {\"millis\":20}",
                "fail-disk     | C  | {}",
                "full-disk     | C  | {}",
                "flood         | G1 | {\"clients\":3}",
                "half-requests | A  | {\"clients\":3}",
            })
    void aFaultOfAProcessIsInForceUntilItIsHealed(String type, String node, String attributes) {
        RunningApi.Reply injected =
                api.post("/faults", "{'type':'%s','node':'%s','attributes':%s}".formatted(type, node, attributes));
        assertThat(injected.status()).isEqualTo(201);
        assertThat(injected.body().get("attributes")).hasToString(attributes);
        assertThat(api.get("/faults").body()).containsExactly(injected.body());
        String path = "/faults/" + injected.body().get("number");
        assertThat(api.delete(path).status()).isEqualTo(204);
        assertThat(api.get("/faults").body()).isEmpty();
        assertThat(api.delete(path).status()).isEqualTo(404);
    }

    @Test
    void oneFaultOfSeveralLinksIsAToxicOfEach() {
        api.post("/faults", "{'type':'loss','links':['A-B','A-C'],'toxicity':0.5}");
        assertThat(toxics().get(0).get("name").asText()).isEqualTo("loss_1");
        assertThat(api.get("/links/A-C/toxics").body()).hasSize(1);
        api.post("/reset", "");
        assertThat(toxics()).isEmpty();
    }

    @Test
    void aNodeIsKilledPausedAndBroughtBack() {
        assertThat(api.post("/nodes/A", "{'status':'dead'}").status()).isEqualTo(204);
        assertThat(api.post("/nodes/B", "{'status':'paused'}").status()).isEqualTo(204);
        assertThat(api.get("/faults").body().findValuesAsText("type")).containsExactly("kill", "pause");
        api.post("/nodes/A", "{'status':'up'}");
        api.post("/nodes/B", "{'status':'up'}");
        assertThat(api.get("/faults").body()).isEmpty();
        assertThat(api.post("/nodes/C", "{'status':'up','wipe':true}").status()).isEqualTo(204);
    }

    @Test
    void aGatewayIsPausedAndLetGoOnButNeverWiped() {
        assertThat(api.post("/nodes/G1", "{'status':'paused'}").status()).isEqualTo(204);
        awaitStatus("G1", "paused");
        assertThat(api.post("/nodes/G1", "{'status':'up'}").status()).isEqualTo(204);
        awaitStatus("G1", "up");
        assertThat(api.post("/nodes/G1", "{'status':'up','wipe':true}").field()).isEqualTo("wipe");
    }

    /** The lab looks at the cluster now and then; the test's time limit ends it. */
    private void awaitStatus(String process, String status) {
        while (!api.get("/nodes/" + process).body().get("status").asText().equals(status)) {
            Thread.onSpinWait();
        }
    }

    @Test
    void aPlanRunsFromAFileOrByItsName() {
        RunningApi.Reply named = api.post("/plan", "{'name':'chaos','seed':3}");
        assertThat(named.status()).isEqualTo(201);
        assertThat(named.body().get("seed").asLong()).isEqualTo(3);
        RunningApi.Reply own = api.send(
                "POST",
                "/plan?seed=5",
                "plan: mine\nfaults:\n  - at: 1 s\n    pick: A\n    do: kill\n",
                "application/yaml",
                "Bearer " + api.token());
        assertThat(own.body()).hasToString("{\"title\":\"mine\",\"seed\":5}");
        assertThat(api.delete("/plan").status()).isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "/links/A-B/toxics | {'type':'loss','toxicity':1.5}                                   | toxicity",
                "/links/A-B/toxics | {'type':'loss','toxicity':-0.1}                                  | toxicity",
                "/links/A-B/toxics | {'type':'latency','toxicity':0.5,'attributes':{'latency':1}}     | toxicity",
                "/links/A-B/toxics | {'type':'latency','attributes':{'latency':-1}}                   | attributes.latency",
                "/links/A-B/toxics | {'type':'latency','attributes':{'latency':1,'jitter':-1}}        | attributes.jitter",
                "/links/A-B/toxics | {'type':'latency','attributes':{'latency':'long'}}               | attributes.latency",
                "/links/A-B/toxics | {'type':'latency','attributes':{'latency':1,'lag':2}}            | attributes.lag",
                "/links/A-B/toxics | {'type':'latency','attributes':{'latency':1,'distribution':'x'}} | attributes.distribution",
                "/links/A-B/toxics | {'type':'latency'}                                               | attributes.latency",
                "/links/A-B/toxics | {'type':'bandwidth','attributes':{'rate':0}}                     | attributes.rate",
                "/links/A-B/toxics | {'type':'slow_close','attributes':{'delay':-1}}                  | attributes.delay",
                "/links/A-B/toxics | {'type':'reorder','attributes':{'window':-5}}                    | attributes.window",
                "/links/A-B/toxics | {'type':'slicer','attributes':{'delay':5}}                       | type",
                "/links/A-B/toxics | {'type':'loss','stream':'upstream'}                              | stream",
                "/links/A-B/toxics | {'type':'loss','name':'a/b'}                                     | name",
                "/links/A-B/toxics | {'type':'loss','colour':'red'}                                   | colour",
                "/links/A-B        | {'enabled':'no'}                                                 | enabled",
                "/faults           | {'type':'kill','node':'Z'}                                       | node",
                "/faults           | {'type':'kill'}                                                  | node",
                "/faults           | {'type':'wipe','node':'G1'}                                      | node",
                "/faults           | {'type':'cut','links':['A-B','A-Z']}                             | links",
                "/faults           | {'type':'cut','links':[]}                                        | links",
                "/faults           | {'type':'cut','links':['A-A']}                                   | links",
                "/faults           | {'type':'skew','node':'A','attributes':{'millis':3600001}}       | attributes.millis",
                "/faults           | {'type':'drift','node':'A','attributes':{'ppm':1.5}}             | attributes.ppm",
                "/faults           | {'type':'flood','node':'A','attributes':{'clients':0}}           | attributes.clients",
                "/nodes/A          | {'status':'tired'}                                               | status",
                "/nodes/A          | {'status':'dead','wipe':true}                                    | wipe",
                "/plan             | {'name':'chaoss'}                                                | name",
                "/plan             | {'name':'chaos','seed':'x'}                                      | seed",
            })
    void whatIsOutOfRangeIsRefusedByItsNameAndNothingIsDone(String path, String body, String field) {
        RunningApi.Reply refused = api.post(path, body);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.field()).isEqualTo(field);
        assertThat(refused.error()).isNotBlank().doesNotContain("Exception");
        assertThat(api.get("/faults").body()).isEmpty();
    }

    @Test
    void aPlanThatIsWrongIsRefusedWithItsPlace() {
        RunningApi.Reply refused = api.send(
                "POST", "/plan", "plan: x\nfaults:\n  - at: -1 s\n", "application/yaml", "Bearer " + api.token());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.field()).isEqualTo("plan");
        assertThat(refused.error()).startsWith("plan:3:");
    }

    @Test
    void stepsAreRefusedWhileTheClocksRunAndFaultsWhenTheyStop() {
        assertThat(api.get("/live").body().get("live").asBoolean()).isTrue();
        assertThat(api.post("/steps/next", "").status()).isEqualTo(409);
        assertThat(api.post("/live", "").status()).isEqualTo(409);
        assertThat(api.delete("/live").status()).isEqualTo(204);
        assertThat(api.get("/live").body().get("live").asBoolean()).isFalse();
        assertThat(api.post("/links/A-B/toxics", "{'type':'loss'}").error()).contains("POST /live");
        assertThat(api.post("/faults", "{'type':'kill','node':'A'}").status()).isEqualTo(409);
        assertThat(api.post("/plan", "{'name':'chaos'}").status()).isEqualTo(409);
        assertThat(api.get("/nodes/A").body().get("status").asText()).isEqualTo("up");
    }

    /** Waits for a look that shows clients, or none. */
    private JsonNode clientsOnce(boolean running) {
        JsonNode clients = api.get("/live/clients").body();
        while (clients.get("running").asBoolean() != running) {
            clients = api.get("/live/clients").body();
        }
        return clients;
    }

    @Test
    void clientsOfALiveClusterAreSetShownAndStopped() {
        assertThat(api.get("/live/clients").body().get("running").asBoolean()).isFalse();
        assertThat(api.post("/live/clients", "{'writes_per_second':2001,'reads_per_second':0}")
                        .field())
                .isEqualTo("writes_per_second");
        assertThat(api.post("/live/clients", "{'writes_per_second':20}").field())
                .isEqualTo("reads_per_second");
        assertThat(api.post("/live/clients", "{'writes_per_second':20,'reads_per_second':5,'keys':30}")
                        .status())
                .isEqualTo(204);
        assertThat(clientsOnce(true).get("wanted"))
                .hasToString("{\"writes_per_second\":20,\"reads_per_second\":5,\"keys\":30}");
        assertThat(api.post("/live/clients", "{'writes_per_second':20,'reads_per_second':5,'zipf':0}")
                        .field())
                .isEqualTo("zipf");
        assertThat(api.delete("/live/clients").status()).isEqualTo(204);
        assertThat(clientsOnce(false).get("wanted").isNull()).isTrue();
        assertThat(api.delete("/live").status()).isEqualTo(204);
        assertThat(api.post("/live/clients", "{'writes_per_second':20,'reads_per_second':5}")
                        .status())
                .isEqualTo(409);
    }
}
