package sosad.node.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import sosad.model.NodeId;
import sosad.protocol.Reads;
import sosad.protocol.Reads.ReadMode;

/** What a client says to have other nodes asked, and what it is told if they are silent. */
@Tag("locale")
class ReadCommandsTest {
    private final Pipe pipe = new Pipe();

    @AfterEach
    void close() {
        pipe.close();
    }

    @Test
    void aReadSaysHowFarItGoes() {
        pipe.ask("SET", "k", "v");
        assertThat(pipe.ask("SOSAD.READ", "Newest", "k")).isEqualTo("$v");
        assertThat(pipe.database.lastRead).isEqualTo("NEWEST k");
        assertThat(pipe.ask("SOSAD.READ", "find", "l")).isEqualTo("$nil");
        assertThat(pipe.database.lastRead).isEqualTo("FIND l");
    }

    @Test
    void anUnknownReadIsRefusedWithTheKnownOnes() {
        assertThat(pipe.ask("SOSAD.READ", "far", "k"))
                .isEqualTo("-ERR a read goes local, find, newest, as in SOSAD.READ find key");
    }

    @Test
    void aFailedReadNamesWhoIsSilent() {
        pipe.database.outcome =
                new Reads.Outcome(Optional.empty(), new TreeSet<>(List.of(new NodeId("B"), new NodeId("C"))));
        assertThat(pipe.ask("SOSAD.READ", "newest", "k")).isEqualTo("-NOANSWER B, C have not answered about k");
    }

    @Test
    void aPlainGetGoesAsFarAsItsNodeWasTold() {
        MapDatabase finding = new MapDatabase();
        finding.readMode = ReadMode.FIND;
        Pipe other = new Pipe(ClientSettings.DEFAULT, finding);
        assertThat(other.ask("GET", "k")).isEqualTo("$nil");
        assertThat(finding.lastRead).isEqualTo("FIND k");
        other.close();
    }
}
