package sosad.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the API does to a cluster in step mode. */
@Timeout(60)
@Tag("locale")
class StepApiTest {
    private final RunningApi api = new RunningApi();

    @BeforeEach
    void open() {
        api.open();
    }

    @AfterEach
    void close() {
        api.close();
    }

    private JsonNode messages() {
        return api.get("/messages").body();
    }

    private String value(String node) {
        return api.get("/nodes/" + node + "/entries")
                .body()
                .at("/entries/0/value")
                .asText("nothing");
    }

    @Test
    void aReadIsSteppedThroughWhereTheRequestSaysSo() {
        api.post("/requests", "{'do':'put','at':'A','key':'k','value':'v'}");
        api.post("/steps/finish", "");
        assertThat(api.post("/requests", "{'do':'get','at':'B','key':'k','step':true}")
                        .error())
                .contains("a local read asks nobody");
        assertThat(api.post("/requests", "{'do':'get','at':'B','key':'k','mode':'find','step':true}")
                        .status())
                .isEqualTo(200);
        JsonNode question = api.get("/messages").body().get(0);
        assertThat(question.get("kind").textValue()).isEqualTo("ask");
        assertThat(question.get("key").textValue()).isEqualTo("k");
        assertThat(question.get("now").isNull()).isTrue();
        api.post("/steps/finish", "");
        JsonNode sent = api.get("/snapshot").body().get("sent").get("step");
        assertThat(sent.get("ask").get("messages").intValue())
                .isEqualTo(sent.get("answer").get("messages").intValue())
                .isPositive();
    }

    @Test
    void aRunIsPlayedOnToABreakpointAndToTheEnd() {
        JsonNode set =
                api.post("/breakpoints", "{'text':'key  tom changes at B'}").body();
        assertThat(set.get("text").asText()).isEqualTo("key tom changes at B");
        assertThat(set.get("last").isNull()).isTrue();

        JsonNode stopped = api.post("/steps/run", "{'until':'A-now at C >= 2'}").body();
        assertThat(stopped.get("ended").asText()).isEqualTo("hit");
        assertThat(stopped.at("/hits/0/words").asText()).isEqualTo("A-now at C is 2, was 1");
        assertThat(stopped.at("/position/time").asInt()).isEqualTo(2);
        assertThat(api.post("/steps/run", "{}").body().at("/hits/0/text").asText())
                .isEqualTo("key tom changes at B");
        assertThat(api.get("/breakpoints").body().at("/0/last/time").asInt()).isEqualTo(3);

        assertThat(api.patch("/breakpoints/1", "{'on':false}").status()).isEqualTo(204);
        assertThat(api.get("/breakpoints").body().at("/0/on").asBoolean()).isFalse();
        assertThat(api.post("/steps/run", "{}").body().get("ended").asText()).isEqualTo("end");
        assertThat(api.delete("/breakpoints/1").status()).isEqualTo(204);
        assertThat(api.delete("/breakpoints/1").error()).contains("there is no breakpoint \"1\"");
        assertThat(api.post("/breakpoints", "{'text':'kye'}").error())
                .isEqualTo("text: unknown word \"kye\"; did you mean \"key\"?");
        assertThat(api.post("/steps/run", "{'until':'message from D'}").field()).isEqualTo("until");
    }

    @Test
    void theHealingOfARunIsToldStretchByStretch() {
        api.send("PUT", "/scenario", "{\"name\":\"lost-update\"}");
        api.post("/steps/run", "{}");

        JsonNode stretches = api.get("/healing?key=k1").body().get("stretches");

        assertThat(stretches.findValuesAsText("share")).containsExactly("all", "some", "none");
        assertThat(stretches.at("/0/from").asInt()).isZero();
        assertThat(stretches.at("/2/time").asInt()).isEqualTo(4);
        assertThat(stretches.at("/2/exact").asBoolean()).isTrue();
        assertThat(api.get("/healing").body().get("key").isNull()).isTrue();
    }

    @Test
    void aStepBeginsIsDeliveredAndGoneBackFrom() {
        JsonNode begun = api.post("/steps/begin", "").body();
        assertThat(begun.get("phase").asText()).isEqualTo("in-flight");
        assertThat(begun.get("in_flight").asInt()).isEqualTo(2);
        assertThat(value("B")).isEqualTo("nothing");
        assertThat(api.post("/steps/deliver", "").body().get("in_flight").asInt())
                .isEqualTo(1);
        assertThat(value("B")).isEqualTo("yoda");
        assertThat(api.post("/steps/finish", "").body().get("phase").asText()).isEqualTo("delivered");
        assertThat(value("C")).isEqualTo("yoda");
        assertThat(api.post("/steps/back", "").body().get("phase").asText()).isEqualTo("in-flight");
        assertThat(value("C")).isEqualTo("nothing");
    }

    @Test
    void aBranchBeginsWhereTheRunHasJumpedAndIsRenamedAndTakenAway() {
        api.post("/steps/next", "");
        int last = api.get("/branches").body().get("event").asInt();
        assertThat(api.post("/branches/1/jump", "{'event':1}")
                        .body()
                        .get("phase")
                        .asText())
                .isEqualTo("acting");
        assertThat(api.get("/branches").body().get("event").asInt()).isEqualTo(1);
        api.post("/nodes/C", "{'status':'dead'}");
        JsonNode branches = api.get("/branches").body();
        assertThat(branches.get("at").asInt()).isEqualTo(2);
        assertThat(branches.at("/branches/1/title").asText()).isEqualTo("T = 2: kill C");
        assertThat(branches.at("/branches/1/fork").asInt()).isEqualTo(1);
        assertThat(branches.at("/branches/0/events").asInt()).isEqualTo(last + 1);
        assertThat(api.delete("/branches/2").error()).contains("jump to another branch");
        assertThat(api.post("/branches/1/jump", "{}").body().get("phase").asText())
                .isEqualTo("delivered");
        assertThat(api.patch("/branches/2", "{'title':'Without C'}").status()).isEqualTo(204);
        assertThat(api.get("/branches").body().at("/branches/1/title").asText()).isEqualTo("Without C");
        assertThat(api.patch("/branches/2", "{'title':' '}").field()).isEqualTo("title");
        assertThat(api.delete("/branches/2").status()).isEqualTo(204);
        assertThat(api.delete("/branches/2").error()).isEqualTo("there is no branch \"2\"; GET /branches lists them");
        assertThat(api.post("/branches/1/jump", "{'event':99}").field()).isEqualTo("event");
        api.post("/steps/back", "");
        assertThat(api.post("/steps/forward", "").body().get("phase").asText()).isEqualTo("delivered");
        assertThat(api.post("/steps/forward", "").error()).contains("the branch ends");
    }

    @Test
    void whatNodesDidByTheirOwnClocksStaysOnItsBranchAndOneCanGoBackToBeforeIt() {
        api.post("/steps/next", "");
        int before = api.get("/branches").body().get("event").asInt();
        api.post("/live", "");
        api.delete("/live");
        JsonNode lived = api.get("/branches").body();
        assertThat(lived.at("/branches/0/lived").asBoolean()).isTrue();
        assertThat(lived.get("branches")).hasSize(1);
        assertThat(api.post("/branches/1/jump", "{'event':" + before + "}").status())
                .isEqualTo(200);
        assertThat(api.post("/branches/1/jump", "{}").error()).contains("ran by their own clocks");
        api.post("/steps/tick", "");
        JsonNode branches = api.get("/branches").body();
        assertThat(branches.get("at").asInt()).isEqualTo(2);
        assertThat(branches.at("/branches/1/fork").asInt()).isEqualTo(before);
        assertThat(branches.at("/branches/1/lived").asBoolean()).isFalse();
        assertThat(branches.at("/branches/0/events").asInt())
                .isEqualTo(lived.at("/branches/0/events").asInt());
        api.post("/branches/1/jump", "{'event':" + before + "}");
        api.post("/live", "");
        api.delete("/live");
        assertThat(api.get("/branches").body().get("at").asInt())
                .as("another life is another branch")
                .isEqualTo(3);
    }

    @Test
    void afterTheLastStepNoneFollowsAndThePresentOneStays() {
        api.post("/steps/next", "");
        JsonNode last = api.post("/steps/begin", "").body();
        RunningApi.Reply refused = api.post("/steps/next", "");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.error()).isEqualTo("the scenario has no further step");
        assertThat(api.get("/steps").body()).isEqualTo(last);
        assertThat(api.post("/steps/tick", "").body().get("time").asInt())
                .isEqualTo(last.get("time").asInt() + 1);
    }

    @Test
    void aMessageIsDroppedAndAnotherDelivered() {
        api.post("/steps/begin", "");
        JsonNode first = messages().get(0);
        assertThat(first.get("place").asInt()).isEqualTo(1);
        assertThat(first.get("changes").get(0).asText()).isEqualTo("waffle@2");
        long toC = messages().get(1).get("id").asLong();
        assertThat(api.post("/messages/" + first.get("id"), "{'do':'drop'}").status())
                .isEqualTo(204);
        assertThat(api.post("/messages/" + toC, "{'do':'deliver'}").status()).isEqualTo(204);
        assertThat(value("B")).isEqualTo("nothing");
        assertThat(value("C")).isEqualTo("yoda");
        assertThat(messages()).isEmpty();
        assertThat(api.post("/messages/" + toC, "{'do':'deliver'}").field()).isEqualTo("id");
    }

    @Test
    void aDroppedMessageIsRestored() {
        api.post("/steps/begin", "");
        long id = messages().get(0).get("id").asLong();
        String restore = "{'do':'restore'}";
        assertThat(api.post("/messages/" + id, restore).error()).isEqualTo("the message is not lost");
        api.post("/messages/" + id, "{'do':'drop'}");
        assertThat(api.post("/messages/" + id, restore).status()).isEqualTo(204);
        assertThat(messages().get(1).get("id").asLong()).isEqualTo(id);
        api.post("/steps/finish", "");
        assertThat(value("B")).isEqualTo("yoda");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "{'do':'duplicate'}                 | /copies       | 2",
                "{'do':'hold'}                      | /fate         | held",
                "{'do':'delay','steps':3}           | /steps_left   | 3",
                "{'do':'corrupt'}                   | /corrupt      | true",
                "{'do':'reorder','place':2}         | /place        | 2",
                "{'do':'trim','keys':['waffle']}    | /change_count | 0",
            })
    void whatIsDoneToAMessageIsSeenOnIt(String body, String pointer, String seen) {
        api.post("/steps/begin", "");
        long id = messages().get(0).get("id").asLong();
        assertThat(api.post("/messages/" + id, body).status()).isEqualTo(204);
        JsonNode message = null;
        for (JsonNode one : messages()) {
            message = one.get("id").asLong() == id ? one : message;
        }
        assertThat(message.at(pointer).asText()).isEqualTo(seen);
    }

    @Test
    void whatWasDoneIsGivenAsAScenario() {
        api.post("/steps/begin", "");
        long id = messages().get(0).get("id").asLong();
        api.post("/messages/" + id, "{'do':'drop'}");
        api.post("/messages/" + id, "{'do':'restore'}");
        JsonNode played = api.get("/scenario/played").body();
        assertThat(played.get("unsaid")).isEmpty();
        assertThat(played.get("yaml").asText())
                .containsPattern("in-flight:\n +- message: \\{do: lose, .*\n +- message: \\{do: restore, ");
    }

    @Test
    void aClientWritesAndReadsAtANodeAndThroughAGateway() {
        assertThat(api.post("/requests", "{'do':'put','at':'B','key':'k','value':'v'}")
                        .body()
                        .get("reply")
                        .asText())
                .isEqualTo("OK");
        assertThat(value("B")).isEqualTo("v");
        assertThat(api.post("/requests", "{'do':'get','at':'B','key':'k'}")
                        .body()
                        .get("reply")
                        .asText())
                .isEqualTo("v");
        assertThat(api.post("/requests", "{'do':'delete','via':'G1','key':'k'}").status())
                .isEqualTo(200);
    }

    @Test
    void aNodeIsPausedKilledAndStartedAndALinkIsCutAndMended() {
        for (String status : new String[] {"paused", "up", "dead", "up"}) {
            assertThat(api.post("/nodes/A", "{'status':'%s'}".formatted(status)).status())
                    .isEqualTo(204);
            assertThat(api.get("/nodes/A").body().get("status").asText()).isEqualTo(status);
        }
        assertThat(api.post("/nodes/G1", "{'status':'dead'}").status()).isEqualTo(204);
        assertThat(api.post("/links/A-B", "{'enabled':false}").body().get("enabled"))
                .hasToString("false");
        assertThat(api.get("/snapshot").body().get("cut")).hasToString("[\"A-B\"]");
        assertThat(api.post("/reset", "").status()).isEqualTo(204);
        assertThat(api.get("/links/A-B").body().get("enabled")).hasToString("true");
        assertThat(api.get("/nodes/G1").body().get("status").asText()).isEqualTo("up");
    }

    @Test
    void whoDoesNotAnswerIsNamedWithWhatItIs() {
        api.post("/nodes/A", "{'status':'dead'}");
        api.post("/nodes/B", "{'status':'paused'}");
        JsonNode before = api.get("/snapshot").body();
        for (String ask : List.of("{'do':'get','at':'%s','key':'k'}", "{'do':'put','at':'%s','key':'k','value':'v'}")) {
            for (String node : List.of("A", "B")) {
                RunningApi.Reply refused = api.post("/requests", ask.formatted(node));
                assertThat(refused.status()).isEqualTo(409);
                assertThat(refused.field()).isEqualTo("at");
                assertThat(refused.error()).isEqualTo(node.equals("A") ? "A is dead" : "B is paused");
            }
        }
        assertThat(api.get("/snapshot").body()).isEqualTo(before);
        api.post("/nodes/C", "{'status':'dead'}");
        String viaGateway = "{'do':'get','via':'G1','key':'k'}";
        assertThat(api.post("/requests", viaGateway).error()).isEqualTo("no node behind G1 is up");
        api.post("/nodes/G1", "{'status':'dead'}");
        assertThat(api.post("/requests", viaGateway).error()).isEqualTo("G1 is dead");
    }

    @Test
    void aRefusedCommandOpensNoStep() {
        api.post("/nodes/B", "{'status':'dead'}");
        api.post("/steps/finish", "");
        JsonNode before = api.get("/snapshot").body();
        for (String status : List.of("dead", "paused")) {
            RunningApi.Reply refused = api.post("/nodes/B", "{'status':'%s'}".formatted(status));
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.field()).isEqualTo("status");
            assertThat(refused.error()).startsWith("B is dead");
        }
        assertThat(api.post("/requests", "{'do':'put','at':'B','key':'k','value':'v'}")
                        .status())
                .isEqualTo(409);
        assertThat(api.get("/snapshot").body()).isEqualTo(before);
    }

    @Test
    void noValueIsNullAndAValueThatReadsNilIsAText() {
        String get = "{'do':'get','at':'A','key':'k'}";
        JsonNode nothing = api.post("/requests", get).body();
        assertThat(nothing.get("reply").isNull()).isTrue();
        assertThat(nothing.get("error").asBoolean()).isFalse();
        api.post("/requests", "{'do':'put','at':'A','key':'k','value':'(nil)'}");
        assertThat(api.post("/requests", get).body().get("reply").textValue()).isEqualTo("(nil)");
        assertThat(api.post("/requests", get.replace("'}", "','mode':'find'}"))
                        .body()
                        .get("reply")
                        .textValue())
                .isEqualTo("(nil)");
    }

    @Test
    void beforeTheFirstInputThereIsNothingToGoBackTo() {
        RunningApi.Reply refused = api.post("/steps/back", "");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.error()).isEqualTo("This is where the run begins: there is nothing to go back to");
        api.post("/steps/begin", "");
        assertThat(api.post("/steps/back", "").body().get("phase").asText()).isEqualTo("start");
        assertThat(api.post("/steps/back", "").status()).isEqualTo(409);
    }

    @Test
    void entriesComeByThePage() {
        for (int i = 0; i < 5; i++) {
            api.post("/requests", String.format(Locale.ROOT, "{'do':'put','at':'A','key':'k%d','value':'v'}", i));
        }
        JsonNode page = api.get("/nodes/A/entries?from=1&limit=2").body();
        assertThat(page.get("entries").findValuesAsText("key")).containsExactly("k1", "k2");
        assertThat(page.get("total").asInt()).isEqualTo(5);
        assertThat(page.get("next").asInt()).isEqualTo(3);
        assertThat(api.get("/nodes/A/entries?from=4").body().get("next").isNull())
                .isTrue();
        assertThat(api.get("/nodes/A/entries?from=9").body().get("entries")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "GET    | /nodes/Z                |                                                 | 404 | node",
                "GET    | /nodes/A/entries?from=x |                                                 | 422 | from",
                "GET    | /nodes/A/entries?limit=501 |                                              | 422 | limit",
                "GET    | /snapshot?entries=101   |                                                 | 422 | entries",
                "GET    | /links/A-A              |                                                 | 404 | link",
                "POST   | /links/A-Z              | {'enabled':false}                               | 404 | link",
                "DELETE | /faults/1               |                                                 | 404 | number",
                "DELETE | /faults/x               |                                                 | 404 | number",
                "GET    | /nothing                |                                                 | 404 | path",
                "PUT    | /nodes                  | {}                                              | 405 | method",
                "POST   | /messages/999           | {'do':'drop'}                                   | 404 | id",
                "POST   | /messages/1             | {'do':'eat'}                                    | 422 | do",
                "POST   | /messages/1             | {'do':'delay','steps':0}                        | 422 | steps",
                "POST   | /messages/1             | {'do':'delay','steps':-1}                       | 422 | steps",
                "POST   | /messages/1             | {'do':'reorder','place':3}                      | 422 | place",
                "POST   | /messages/1             | {'do':'trim','keys':['a b']}                    | 422 | keys",
                "POST   | /messages/1             | {'do':'drop','also':1}                          | 422 | also",
                "POST   | /nodes/Z                | {'status':'dead'}                               | 404 | node",
                "POST   | /nodes/A                | {'status':'up'}                                 | 409 | status",
                "POST   | /nodes/G1               | {'status':'paused'}                             | 409 | status",
                "POST   | /nodes/G1               | {'status':'up','wipe':true}                     | 422 | wipe",
                "POST   | /nodes/G1               | {'status':'up','wipe':false}                    | 422 | wipe",
                "POST   | /steps/finish           | {}                                              | 413 | body",
                "POST   | /requests               | {'do':'put','at':'Z','key':'k','value':'v'}     | 422 | at",
                "POST   | /requests               | {'do':'put','via':'A','key':'k','value':'v'}    | 422 | via",
                "POST   | /requests               | {'do':'put','at':'A','key':'a b','value':'v'}   | 422 | key",
                "POST   | /requests               | {'do':'put','at':'A','key':'k'}                 | 422 | value",
                "POST   | /requests               | {'do':'get','via':'G1','key':'k','mode':'find'} | 422 | mode",
                "PUT    | /scenario               | {'name':'sampel'}                               | 422 | name",
            })
    void whatIsNotThereOrCannotBeIsRefusedByItsNameAndChangesNothing(
            String method, String path, String body, int status, String field) {
        api.post("/steps/begin", "");
        JsonNode before = api.get("/snapshot").body();
        RunningApi.Reply refused = api.send(method, path, body == null ? "" : body.replace('\'', '"'));
        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.field()).isEqualTo(field);
        assertThat(refused.error()).isNotBlank();
        assertThat(api.get("/snapshot").body()).isEqualTo(before);
    }

    @Test
    void anotherScenarioIsOpenedAndAWrongOneIsRefusedWithItsPlace() {
        JsonNode sample = api.send("PUT", "/scenario", "{\"name\":\"sample\"}").body();
        assertThat(sample.get("steps").asInt()).isPositive();
        RunningApi.Reply own = api.send(
                "PUT",
                "/scenario",
                "scenario: mine\ncluster: {nodes: [A, B]}\nsteps: []\n",
                "application/yaml",
                "Bearer " + api.token());
        assertThat(own.body().get("title").asText()).isEqualTo("mine");
        RunningApi.Reply wrong =
                api.send("PUT", "/scenario", "scenario: x\ncluster: 3\n", "application/yaml", "Bearer " + api.token());
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.error()).startsWith("scenario:2:");
        assertThat(api.get("/scenario").body().get("title").asText()).isEqualTo("mine");
    }

    @Test
    void aRestartStandsAtTheStart() {
        api.post("/steps/next", "");
        assertThat(api.post("/restart", "").status()).isEqualTo(204);
        assertThat(api.get("/steps").body().get("phase").asText()).isEqualTo("start");
    }
}
