package sosad.node.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import sosad.process.ProgramVersion;

/** What INFO tells, section by section. */
@Tag("locale")
class InfoTest {
    private final Pipe pipe = new Pipe();

    @AfterEach
    void close() {
        pipe.close();
    }

    @Test
    void tellsAllSectionsUnlessSomeAreNamed() {
        String all = pipe.ask("INFO");
        assertThat(all)
                .containsSubsequence(
                        "# Server\r\n",
                        "\r\n\r\n# Clients\r\n",
                        "# Memory\r\n",
                        "# Stats\r\n",
                        "# Replication\r\n",
                        "# Peers\r\n",
                        "# Keyspace\r\n");
        assertThat(pipe.ask("INFO", "keyspace", "CLIENTS"))
                .startsWith("$# Clients\r\n")
                .contains("\r\n\r\n# Keyspace\r\n")
                .doesNotContain("# Server");
        assertThat(pipe.ask("INFO", "everything")).contains("# Server", "# Keyspace");
        assertThat(pipe.ask("INFO", "nonsense")).isEqualTo("$");
    }

    @Test
    void serverNamesVersionsPortsAndAge() {
        pipe.channel.advanceTimeBy(90_000, TimeUnit.SECONDS);
        assertThat(pipe.ask("INFO", "server"))
                .contains(
                        "\r\nsosad_version:" + ProgramVersion.NUMBER + "\r\n",
                        "\r\nredis_version:7.0.0\r\n",
                        "\r\nprocess_id:" + ProcessHandle.current().pid() + "\r\n",
                        "\r\ntcp_port:7001\r\n",
                        "\r\npeer_port:7002\r\n",
                        "\r\nuptime_in_seconds:90000\r\n",
                        "\r\nuptime_in_days:1\r\n");
    }

    @Test
    void clientsAreCountedBesideHowManyThereMayBe() {
        assertThat(pipe.ask("INFO", "clients")).contains("\r\nconnected_clients:1\r\n", "\r\nmaxclients:10240\r\n");
    }

    @Test
    void memoryIsWhatTheMachineryUses() {
        assertThat(pipe.ask("INFO", "memory"))
                .containsPattern("\r\nused_memory:\\d{6,}\r\n")
                .contains("\r\nmax_heap_memory:" + Runtime.getRuntime().maxMemory() + "\r\n");
    }

    @Test
    void statsCountCommandsLookupsAndBytes() {
        pipe.ask("SET", "k", "v"); // 27 bytes, 5 bytes of reply
        pipe.ask("GET", "k"); // 20 and 7
        pipe.ask("EXISTS", "k"); // 23 and 4
        pipe.ask("GET", "other"); // 24 and 5
        pipe.ask("NONSENSE"); // refused, so not processed: 18 and 61
        String asked = "*2\r\n$4\r\nINFO\r\n$5\r\nstats\r\n";
        assertThat(pipe.ask("INFO", "stats"))
                .contains(
                        "\r\ntotal_connections_received:1\r\n",
                        "\r\nrejected_connections:0\r\n",
                        "\r\ntotal_commands_processed:5\r\n",
                        "\r\nkeyspace_hits:2\r\n",
                        "\r\nkeyspace_misses:1\r\n",
                        "\r\ntotal_net_input_bytes:" + (27 + 20 + 23 + 24 + 18 + asked.length()) + "\r\n",
                        "\r\ntotal_net_output_bytes:" + (5 + 7 + 4 + 5 + 61) + "\r\n");
    }

    @Test
    void replicationShowsTheRulesAndARowForEachPeer() {
        assertThat(pipe.ask("INFO", "replication"))
                .contains(
                        "\r\nrole:master\r\n",
                        "\r\nnode:A\r\n",
                        "\r\nnode_time:5\r\n",
                        "\r\nstore_id:3\r\n",
                        "\r\ncontent:remote-now\r\n",
                        "\r\ntimestamps:per-key\r\n",
                        "\r\nschedule:together\r\n",
                        "\r\nstart_time:1\r\n",
                        "\r\npeers:2\r\n",
                        "\r\npeer_B:now=3,prev=2\r\n",
                        "\r\npeer_C:now=1,prev=1\r\n");
    }

    @Test
    void peersTellsWhatWentBetweenThemAndTheNode() {
        assertThat(pipe.ask("INFO", "peers"))
                .isEqualTo(
                        "$# Peers\r\nsent_messages:0\r\nsent_entries:0\r\nsent_receipts:0\r\nsent_bytes:0\r\n"
                                + "received_messages:1\r\nreceived_entries:0\r\nreceived_receipts:0\r\nreceived_bytes:49\r\n"
                                + "refused_frames:0\r\n"
                                + "link_B:state=connecting,incoming=0,doubled=0,failures=0,owed_pushes=0,owed_receipts=0,last_error=\r\n"
                                + "link_C:state=connecting,incoming=0,doubled=0,failures=0,owed_pushes=0,owed_receipts=0,last_error=\r\n");
    }

    @Test
    void keyspaceCountsKeysEntriesAndTombstones() {
        pipe.ask("SET", "a", "v");
        pipe.ask("SET", "b", "v");
        pipe.ask("SET", "c", "v");
        pipe.ask("DEL", "a");
        assertThat(pipe.ask("INFO", "keyspace"))
                .contains("\r\nentries:3\r\n", "\r\ntombstones:1\r\n", "\r\ndb0:keys=2,expires=0,avg_ttl=0\r\n");
    }
}
