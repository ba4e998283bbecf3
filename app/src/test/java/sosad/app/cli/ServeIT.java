package sosad.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sosad.app.SosadJar;

/** The API as programs meet it: a process of its own, over real nodes. */
@Timeout(120)
class ServeIT {
    private static final String TOKEN = "a-token-that-a-script-knows";

    /** Serves those tests that do not end it. */
    private static ApiProcess shared;

    @BeforeAll
    static void serve(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("token"), TOKEN + "\n");
        shared = new ApiProcess(SosadJar.command("serve", "--token-file", file.toString()));
    }

    @AfterAll
    static void end() throws Exception {
        shared.close();
    }

    @Test
    void aProgramGoesLiveSpoilsALinkSeesItHealsItAndLeavesNoChild() throws Exception {
        try (ApiProcess api = new ApiProcess(SosadJar.command("serve", "sample"))) {
            assertThat(api.send("GET", "/nodes", "", "x" + api.token()).statusCode())
                    .isEqualTo(401);
            List<ProcessHandle> children = new ArrayList<>();
            for (JsonNode node : api.ask("GET", "/nodes", "")) {
                children.add(ProcessHandle.of(node.get("pid").asLong()).orElseThrow());
            }
            assertThat(children).hasSize(3).allMatch(ProcessHandle::isAlive);

            api.ask("POST", "/live", "");
            api.ask("POST", "/links/A-B/toxics", "{'name':'all','type':'loss','toxicity':1}");
            api.ask("POST", "/links/C-B", "{'enabled':false}");
            assertThat(api.ask("POST", "/requests", "{'do':'put','at':'A','key':'k','value':'v'}")
                            .get("reply")
                            .asText())
                    .isEqualTo("OK");
            JsonNode spoiled =
                    api.await("/links/A-B", link -> link.at("/counts/lost").asLong() > 0);
            assertThat(spoiled.at("/counts/passed").asLong()).isZero();
            assertThat(spoiled.at("/toxics/0/name").asText()).isEqualTo("all");
            api.await("/nodes/C/entries", page -> page.toString().contains("\"k\""));
            assertThat(api.ask("GET", "/nodes/B/entries", "").toString()).doesNotContain("\"k\"");

            api.ask("POST", "/reset", "");
            assertThat(api.ask("GET", "/links/A-B", "").get("toxics")).isEmpty();
            assertThat(api.ask("GET", "/links/C-B", "").get("enabled").asBoolean())
                    .isTrue();
            api.await("/nodes/B/entries", page -> page.toString().contains("\"k\""));

            api.end();
            for (ProcessHandle child : children) {
                child.onExit().get(10, TimeUnit.SECONDS);
            }
        }
    }

    @Test
    void aKilledNodeIsSeenDeadAndStartedAgain() throws Exception {
        shared.ask("POST", "/live", "");
        shared.ask("POST", "/nodes/B", "{'status':'dead'}");
        shared.await("/nodes/B", node -> node.get("status").asText().equals("dead"));
        shared.ask("POST", "/nodes/B", "{'status':'up'}");
        shared.await("/nodes/B", node -> node.get("status").asText().equals("up"));
        assertThat(shared.ask("DELETE", "/live", "").isMissingNode()).isTrue();
        assertThat(shared.ask("POST", "/steps/tick", "").get("phase").asText()).isEqualTo("in-flight");
    }

    @Test
    void theTokenMayComeFromAFile() throws Exception {
        assertThat(shared.token()).isEqualTo(TOKEN);
        assertThat(shared.ask("GET", "/version", "").has("version")).isTrue();
    }

    @Test
    void theWindowAnswersTooIfItIsToldTo() throws Exception {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dglass.platform=Monocle",
                "-Dmonocle.platform=Headless",
                "-Dprism.order=sw",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                "sosad.app.cli.Main",
                "gui",
                "--api");
        try (ApiProcess window = new ApiProcess(command)) {
            assertThat(window.awaitSnapshot().get("nodes")).hasSize(3);
            assertThat(window.ask("POST", "/steps/begin", "").get("phase").asText())
                    .isEqualTo("in-flight");
        }
    }

    /** What else is refused: {@link CommandLineTest}. */
    @Test
    void aPortThatIsTakenIsRefusedInOneLine() throws Exception {
        Process refused = new ProcessBuilder(SosadJar.command("serve", "--port", shared.port())).start();
        String err = new String(refused.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(refused.waitFor()).isEqualTo(2);
        assertThat(err).startsWith("sosad: port " + shared.port()).hasLineCount(1);
    }
}
