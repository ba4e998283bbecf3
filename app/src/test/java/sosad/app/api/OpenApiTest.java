package sosad.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import sosad.app.api.OpenApiFile.ApiOperation;
import sosad.app.api.OpenApiFile.Example;
import sosad.process.ProgramVersion;

/** {@code docs/api.openapi.yaml} against the server: what is documented is so, and nothing else is there. */
@Timeout(60)
@Tag("locale")
class OpenApiTest {
    /** These need a live cluster, on which a toxic named as in the examples is in force. */
    private static final Set<String> LIVE = Set.of(
            "addToxic",
            "getToxic",
            "deleteToxic",
            "strike",
            "heal",
            "runPlan",
            "setClients",
            "stopClients",
            "endPlan",
            "stopClocks");

    private static OpenApiFile file;

    private final RunningApi api = new RunningApi();

    @BeforeAll
    static void read() throws IOException {
        file = new OpenApiFile();
    }

    @Test
    void theFileDescribesThisVersion() {
        assertThat(file.version()).isEqualTo(ProgramVersion.NUMBER);
    }

    static List<Example> examples() {
        return file.examples();
    }

    static List<ApiOperation> operations() {
        return file.operations();
    }

    @BeforeEach
    void open() {
        api.open();
    }

    @AfterEach
    void close() {
        api.close();
    }

    private void prepare(ApiOperation operation) {
        api.post("/steps/begin", "");
        if (LIVE.contains(operation.id())) {
            api.post("/live", "");
            api.post("/links/A-B/toxics", "{'name':'slow','type':'latency','attributes':{'latency':1}}");
        } else if (operation.path().contains("{breakpoint}")) {
            api.post("/breakpoints", "{'text':'write lost'}");
        } else if (operation.id().equals("forward")) {
            api.post("/steps/back", "");
        } else if (operation.id().equals("deleteBranch")) { // the run then stands on another
            api.post("/steps/back", "");
            api.post("/steps/tick", "");
        }
    }

    private void checkIsDocumented(ApiOperation operation, RunningApi.Reply reply) {
        assertThat(file.documents(operation, reply.status()))
                .describedAs("%s is answered by %d: %s", operation, reply.status(), reply.body())
                .isTrue();
        assertThat(file.faults(operation, reply.status(), reply.body()))
                .describedAs("%s", reply.body())
                .isEmpty();
    }

    private RunningApi.Reply send(ApiOperation operation, String uri, String contentType, String body) {
        return api.send(operation.method(), uri, body, contentType, "Bearer " + api.token());
    }

    @Test
    void theServerHasTheDocumentedOperationsAndNoOthers() {
        Set<String> served = Endpoints.of(new LabAccess(api.lab, api.watch)).all().stream()
                .map(endpoint -> endpoint.method() + " " + endpoint.path())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(file.operations().stream().map(ApiOperation::toString))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(served);
    }

    @Test
    void theFileIsOpenApiWithoutAWordThatIsUnknown() throws IOException {
        assertThat(OpenApiLinter.faults(file.text())).isEmpty();
    }

    /** The mistakes that a parser of YAML alone lets pass. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'For bandwidth, in KB (1000 bytes) a second' | For bandwidth, in KB (1000 bytes) a second | KB (1000 bytes) a second",
                "{type: integer, minimum: -500000 | {type: integer, minimun: -500000 | minimun",
                "operationId: listNodes | operationID: listNodes | operationID",
                "in: query | in: question | .in:",
                "openapi: 3.1.0 | openapi: 4.1.0 | openapi",
                "responses/Timeout'} | responses/Timeouts'} | Timeouts",
                "operationId: getNode | operationId: listNodes | listNodes",
            })
    void aMistakeInTheFileIsFound(String right, String wrong, String named) {
        assertThat(file.text()).contains(right);
        assertThat(OpenApiLinter.faults(file.text().replace(right, wrong)))
                .anySatisfy(fault -> assertThat(fault).contains(named));
    }

    @Test
    void everyExampleFitsItsSchema() {
        assertThat(file.faultsOfExamples()).isNotEmpty().allSatisfy((operation, faults) -> assertThat(faults)
                .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleIsAcceptedAndAnsweredAsDocumented(Example example) {
        prepare(example.operation());
        RunningApi.Reply reply =
                send(example.operation(), example.operation().uri(), example.contentType(), example.body());
        assertThat(reply.status()).describedAs("%s", reply.body()).isBetween(200, 204);
        checkIsDocumented(example.operation(), reply);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyRefusalIsAnsweredAsDocumented(ApiOperation operation) {
        prepare(operation);
        RunningApi.Reply stranger = api.send(operation.method(), operation.uri(), "", "application/json", "");
        assertThat(stranger.status()).isEqualTo(401);
        checkIsDocumented(operation, stranger);
        if (operation.path().contains("{")) {
            String elsewhere = operation.path().replaceAll("\\{[a-z]+}", "99");
            RunningApi.Reply notThere =
                    send(operation, elsewhere, "application/json", "{}".repeat(takesBody(operation)));
            assertThat(notThere.status()).isEqualTo(404);
            checkIsDocumented(operation, notThere);
        }
        for (String body : List.of("nonsense", "{\"nonsense\":1}", " ".repeat((1 << 20) + 1))) {
            if (takesBody(operation) == 1) {
                RunningApi.Reply refused = send(operation, operation.uri(), "application/json", body);
                assertThat(refused.status()).isIn(400, 422, 413);
                checkIsDocumented(operation, refused);
            }
        }
    }

    private static int takesBody(ApiOperation operation) {
        return operation.described().has("requestBody") ? 1 : 0;
    }

    @ParameterizedTest
    @MethodSource("operations")
    void whatNeedsAClusterSaysSoWhereThereIsNone(ApiOperation operation) {
        try (RunningApi empty = new RunningApi()) {
            RunningApi.Reply reply = empty.send(operation.method(), operation.uri(), "");
            checkIsDocumented(operation, reply);
        }
    }
}
