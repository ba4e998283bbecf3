package sosad.app.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.app.client.RespClient;
import sosad.app.client.RespReply;
import sosad.app.client.RespRequest;

@Timeout(20)
class SabotagedServerTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private List<SabotagedServer> servers = List.of();

    @AfterEach
    void close() {
        servers.forEach(SabotagedServer::close);
    }

    private RespClient client(int server) throws IOException {
        return new RespClient(servers.get(server).address().orElseThrow(), TIMEOUT);
    }

    @Test
    void anHonestOneDoesWhatANodeDoes() throws IOException {
        servers = SabotagedServer.cluster(2, Sabotage.NONE);
        try (RespClient a = client(0);
                RespClient b = client(1)) {
            assertThat(a.set("waffle", "yoda").text()).isEqualTo("OK");
            assertThat(b.get("waffle").text()).isEqualTo("yoda");
            assertThat(b.request(RespRequest.of("SCAN", "0", "COUNT", "10"))
                            .items()
                            .get(1)
                            .items())
                    .extracting(RespReply::text)
                    .containsExactly("waffle");
            assertThat(b.get("a[b").isError()).isTrue();
            assertThat(b.request(RespRequest.of("GET", "a", "b")).isError()).isTrue();
            assertThat(a.request(RespRequest.of("DEL", "waffle")).text()).isEqualTo("1");
            assertThat(b.get("waffle").isNil()).isTrue();
        }
    }

    @Test
    void whatIsForgottenWasAcknowledged() throws IOException {
        servers = SabotagedServer.cluster(1, Sabotage.forgetsEvery(2));
        try (RespClient a = client(0)) {
            assertThat(a.set("k1", "v").text()).isEqualTo("OK");
            assertThat(a.set("k2", "v").text()).isEqualTo("OK");
            assertThat(servers.get(0).entries()).containsOnlyKeys("k1");
        }
    }

    @Test
    void oneThatWasStoppedComesBackOnItsPort() throws IOException {
        servers = SabotagedServer.cluster(1, Sabotage.NONE);
        int port = servers.get(0).address().orElseThrow().port();
        try (RespClient a = client(0)) {
            servers.get(0).stop();
            assertThatThrownBy(() -> a.get("k")).isInstanceOf(IOException.class);
        }
        servers.get(0).start();
        assertThat(servers.get(0).address().orElseThrow().port()).isEqualTo(port);
    }
}
