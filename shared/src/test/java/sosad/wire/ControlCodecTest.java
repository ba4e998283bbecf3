package sosad.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import sosad.message.Address;
import sosad.message.Command;
import sosad.message.DiskFault;
import sosad.message.GatewayLaunch;
import sosad.message.Launch;
import sosad.message.Launch.Disk;
import sosad.message.Launch.Fsync;
import sosad.message.Launch.RecordTo;
import sosad.message.Live;
import sosad.message.Live.ClockKind;
import sosad.message.Ports;
import sosad.message.Report;
import sosad.message.Report.BackendState;
import sosad.message.Report.RequestFate;
import sosad.message.Report.RowOf;
import sosad.message.Report.Sent;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.Limits;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.model.Version;
import sosad.protocol.Reads.ReadMode;
import sosad.protocol.Received.SenderStatus;
import sosad.protocol.Row;
import sosad.protocol.Rules;

@Tag("locale")
class ControlCodecTest {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");
    private static final Entry ENTRY = new Entry(new Key("k"), Optional.of(Value.of("v")), new Version(2, B, 3, 4));
    private static final String ENTRY_JSON =
            "{\"key\":\"k\",\"value\":\"v\",\"at\":2,\"origin\":\"B\",\"store\":3,\"seq\":4}";

    private static final Live LIVE = new Live(ClockKind.WALL, 1, -2, 20, 1_000, 500);
    private static final String LIVE_JSON = "{\"clock\":\"wall\",\"originMillis\":1,\"skewMillis\":-2,"
            + "\"pushMillis\":20,\"syncMillis\":1000,\"readMillis\":500}";

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void commandsAreSpelledToTheByteAndReadBack() throws MalformedException {
        Map<Command, String> forms = new LinkedHashMap<>();
        forms.put(new Command.SetTime(1, 5), "{\"do\":\"set-time\",\"id\":1,\"time\":5}");
        forms.put(new Command.Push(2, Optional.of(List.of(B, A))), "{\"do\":\"push\",\"id\":2,\"to\":[\"B\",\"A\"]}");
        forms.put(new Command.Push(2, Optional.empty()), "{\"do\":\"push\",\"id\":2}");
        forms.put(
                new Command.Sync(3, Optional.empty(), Optional.of(List.of(new Key("k")))),
                "{\"do\":\"sync\",\"id\":3,\"keys\":[\"k\"]}");
        forms.put(new Command.Read(4, 0, 10), "{\"do\":\"read\",\"id\":4,\"offset\":0,\"limit\":10}");
        forms.put(
                new Command.GoLive(6, LIVE, Optional.empty()),
                "{\"do\":\"go-live\",\"id\":6,\"live\":" + LIVE_JSON + "}");
        forms.put(
                new Command.GoLive(6, LIVE, Optional.of(new RecordTo("records", 1_048_576))),
                "{\"do\":\"go-live\",\"id\":6,\"live\":" + LIVE_JSON
                        + ",\"record\":{\"folder\":\"records\",\"maxBytes\":1048576}}");
        forms.put(new Command.Freeze(7), "{\"do\":\"freeze\",\"id\":7}");
        forms.put(new Command.Skew(11, -250), "{\"do\":\"skew\",\"id\":11,\"skewMillis\":-250}");
        forms.put(new Command.Drift(12, 200), "{\"do\":\"drift\",\"id\":12,\"partsPerMillion\":200}");
        forms.put(
                new Command.SetDisk(13, new DiskFault(20, DiskFault.State.FULL)),
                "{\"do\":\"set-disk\",\"id\":13,\"delayMillis\":20,\"state\":\"full\"}");
        forms.put(new Command.EndReads(8), "{\"do\":\"end-reads\",\"id\":8}");
        forms.put(new Command.EndRecord(8), "{\"do\":\"end-record\",\"id\":8}");
        forms.put(new Command.Watch(9, false), "{\"do\":\"watch\",\"id\":9,\"events\":false}");
        forms.put(
                new Command.SetBackend(10, B, new Address("127.0.0.1", 7003)),
                "{\"do\":\"set-backend\",\"id\":10,\"backend\":\"B\",\"address\":\"127.0.0.1:7003\"}");
        forms.put(new Command.Stop(5), "{\"do\":\"stop\",\"id\":5}");
        for (Map.Entry<Command, String> form : forms.entrySet()) {
            byte[] bytes = ControlCodec.encode(form.getKey());
            assertThat(text(bytes)).isEqualTo(form.getValue());
            assertThat(ControlCodec.command(bytes)).isEqualTo(form.getKey());
        }
    }

    @Test
    void reportsAreSpelledToTheByteAndReadBack() throws MalformedException {
        Map<Report, String> forms = new LinkedHashMap<>();
        forms.put(
                new Report.Ready(1, "s", A, 42, 7001, 7002, List.of(new Sent(B, 9))),
                "{\"report\":\"ready\",\"seq\":1,\"secret\":\"s\",\"node\":\"A\",\"pid\":42,\"clientPort\":7001,"
                        + "\"peerPort\":7002,\"hellos\":[{\"to\":\"B\",\"id\":9}]}");
        forms.put(new Report.Done(2, 1, List.of()), "{\"report\":\"done\",\"seq\":2,\"re\":1,\"sent\":[]}");
        forms.put(new Report.Failed(3, 1, "no"), "{\"report\":\"failed\",\"seq\":3,\"re\":1,\"reason\":\"no\"}");
        forms.put(
                new Report.Page(4, 1, 5, List.of(new RowOf(B, new Row(3, 2, 1), 7, 2)), List.of(ENTRY), 1, 5, 6),
                "{\"report\":\"page\",\"seq\":4,\"re\":1,\"time\":5,\"rows\":[{\"peer\":\"B\",\"row\":"
                        + "{\"now\":3,\"prev\":2,\"mark\":1},\"store\":7,\"owedPushes\":2}],\"entries\":[" + ENTRY_JSON
                        + "],\"total\":1,\"store\":5,\"sequence\":6}");
        forms.put(
                new Report.Wrote(5, "127.0.0.1:5", ENTRY, false),
                "{\"report\":\"wrote\",\"seq\":5,\"client\":\"127.0.0.1:5\",\"entry\":" + ENTRY_JSON
                        + ",\"lost\":false}");
        forms.put(
                new Report.Received(6, B, 9, SenderStatus.CURRENT, List.of(ENTRY), new Row(2, 1, 1)),
                "{\"report\":\"received\",\"seq\":6,\"from\":\"B\",\"message\":9,\"standing\":\"CURRENT\",\"applied\":["
                        + ENTRY_JSON + "],\"row\":{\"now\":2,\"prev\":1,\"mark\":1}}");
        forms.put(
                new Report.Asked(9, "127.0.0.1:5", new Key("k"), ReadMode.NEWEST, 4, List.of(new Sent(B, 9))),
                "{\"report\":\"asked\",\"seq\":9,\"client\":\"127.0.0.1:5\",\"key\":\"k\",\"mode\":\"newest\",\"read\":4,"
                        + "\"sent\":[{\"to\":\"B\",\"id\":9}]}");
        forms.put(
                new Report.Heard(10, B, 9, Optional.of(ENTRY), List.of(), Optional.of(4L)),
                "{\"report\":\"heard\",\"seq\":10,\"from\":\"B\",\"message\":9,\"applied\":" + ENTRY_JSON
                        + ",\"sent\":[],\"ended\":4}");
        forms.put(
                new Report.BackendChanged(11, B, BackendState.SUSPECTED),
                "{\"report\":\"backend-changed\",\"seq\":11,\"backend\":\"B\",\"state\":\"suspected\"}");
        forms.put(
                new Report.Given(12, 3, "127.0.0.1:5", "set", Optional.of(new Key("k")), B),
                "{\"report\":\"given\",\"seq\":12,\"request\":3,\"client\":\"127.0.0.1:5\",\"command\":\"set\","
                        + "\"key\":\"k\",\"backend\":\"B\"}");
        forms.put(
                new Report.Given(13, 4, "127.0.0.1:5", "dbsize", Optional.empty(), B),
                "{\"report\":\"given\",\"seq\":13,\"request\":4,\"client\":\"127.0.0.1:5\",\"command\":\"dbsize\","
                        + "\"backend\":\"B\"}");
        forms.put(
                new Report.Ended(14, 3, B, "127.0.0.1:6", RequestFate.ANSWERED),
                "{\"report\":\"ended\",\"seq\":14,\"request\":3,\"backend\":\"B\",\"as\":\"127.0.0.1:6\","
                        + "\"fate\":\"answered\"}");
        forms.put(new Report.Refused(7, "x"), "{\"report\":\"refused\",\"seq\":7,\"reason\":\"x\"}");
        forms.put(new Report.Gap(8, 3), "{\"report\":\"gap\",\"seq\":8,\"missed\":3}");
        for (Map.Entry<Report, String> form : forms.entrySet()) {
            byte[] bytes = ControlCodec.encode(form.getKey());
            assertThat(text(bytes)).isEqualTo(form.getValue());
            assertThat(ControlCodec.report(bytes)).isEqualTo(form.getKey());
        }
    }

    @Test
    void aLaunchIsSpelledToTheByteAndReadBack() throws MalformedException {
        Launch launch = new Launch(
                A,
                Map.of(B, new Address("127.0.0.1", 7002)),
                new Ports("127.0.0.1", 0, 7, Optional.of(8), Optional.of(9)),
                Rules.DOCUMENT,
                Limits.DEFAULT,
                3,
                4,
                true,
                Optional.of(new Address("127.0.0.1", 7001)),
                true,
                "s3cret",
                ReadMode.FIND,
                Optional.of(LIVE),
                Optional.of(new Disk("data", Fsync.EVERYSEC, true)),
                Optional.of(new RecordTo("records", 2_000_000)));
        assertThat(text(ControlCodec.encode(launch)))
                .isEqualTo("{\"id\":\"A\",\"peers\":{\"B\":\"127.0.0.1:7002\"},\"ports\":{"
                        + "\"bind\":\"127.0.0.1\",\"client\":0,\"peer\":7,\"control\":8,\"metrics\":9},"
                        + "\"rules\":{\"content\":\"remote-now\",\"timestamps\":\"per-key\",\"schedule\":\"together\","
                        + "\"startTime\":1},\"limits\":{\"keyCharacters\":128,\"valueBytes\":65536},\"storeId\":3,"
                        + "\"firstMessage\":4,\"rejoin\":true,\"control\":\"127.0.0.1:7001\",\"parent\":true,"
                        + "\"secret\":\"s3cret\",\"reads\":\"find\",\"live\":" + LIVE_JSON
                        + ",\"disk\":{\"folder\":\"data\",\"fsync\":\"everysec\",\"wipe\":true},"
                        + "\"record\":{\"folder\":\"records\",\"maxBytes\":2000000}}");
        assertThat(ControlCodec.launch(ControlCodec.encode(launch))).isEqualTo(launch);
        assertThat(launch.toString()).doesNotContain("s3cret");
    }

    @Test
    void aGatewaysLaunchIsSpelledToTheByteAndReadBack() throws MalformedException {
        GatewayLaunch launch = new GatewayLaunch(
                new NodeId("G1"),
                7003,
                Map.of(B, new Address("127.0.0.1", 7002), A, new Address("127.0.0.1", 7001)),
                Limits.DEFAULT,
                new Address("127.0.0.1", 7000),
                "s3cret");
        assertThat(text(ControlCodec.encode(launch)))
                .isEqualTo(
                        "{\"id\":\"G1\",\"port\":7003,\"backends\":{\"A\":\"127.0.0.1:7001\",\"B\":\"127.0.0.1:7002\"},"
                                + "\"limits\":{\"keyCharacters\":128,\"valueBytes\":65536},"
                                + "\"control\":\"127.0.0.1:7000\",\"secret\":\"s3cret\"}");
        assertThat(ControlCodec.gatewayLaunch(ControlCodec.encode(launch))).isEqualTo(launch);
        assertThat(launch.toString()).doesNotContain("s3cret");
    }

    @Test
    void aGatewayIsNoBackendOfItself() {
        String launch = "{\"id\":\"A\",\"port\":0,\"backends\":{\"A\":\"127.0.0.1:7001\"},\"limits\":"
                + "{\"keyCharacters\":128,\"valueBytes\":65536},\"control\":\"127.0.0.1:7000\",\"secret\":\"s\"}";
        assertThatThrownBy(() -> ControlCodec.gatewayLaunch(launch.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("A is the gateway's own name");
    }

    @Test
    void aLaunchWithoutLiveDiskAndExtraPortsReadsBack() throws MalformedException {
        Launch launch = new Launch(
                A,
                Map.of(),
                Ports.ANY,
                Rules.DOCUMENT,
                Limits.DEFAULT,
                1,
                1,
                false,
                Optional.empty(),
                false,
                "s",
                ReadMode.LOCAL,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertThat(ControlCodec.launch(ControlCodec.encode(launch))).isEqualTo(launch);
    }

    private static void assertThatMalformed(String command, String words) {
        assertThatThrownBy(() -> ControlCodec.command(command.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining(words);
    }

    @Test
    void anIntervalOfNothingIsMalformed() {
        assertThatMalformed(
                "{\"do\":\"go-live\",\"id\":6,\"live\":" + LIVE_JSON.replace(":20,", ":0,") + "}",
                "a push interval of 0 ms");
    }

    @Test
    void aClockThatWouldBeFarFromAllOthersIsMalformed() {
        String goLive = "{\"do\":\"go-live\",\"id\":6,\"live\":" + LIVE_JSON + "}";
        assertThatMalformed(goLive.replace(":-2,", ":-3600001,"), "a skew of -3600001 ms");
        assertThatMalformed(goLive.replace("Millis\":1,", "Millis\":-1,"), "a clock origin of -1 ms");
        assertThatMalformed(goLive.replace("Millis\":1,", "Millis\":4102444800001,"), "from 1970 to 2100");
        assertThatMalformed("{\"do\":\"skew\",\"id\":6,\"skewMillis\":3600001}", "a skew of 3600001 ms");
        assertThatMalformed("{\"do\":\"set-time\",\"id\":6,\"time\":-2000000000000001}", "a time of -2000000000000001");
    }

    @Test
    void anAddressIsAHostAndAPort() {
        assertThat(Address.parse("::1:70")).isEqualTo(new Address("::1", 70));
        for (String wrong : List.of("", ":", "host", "host:", ":70", "host:0", "host:65536", "host:x")) {
            assertThatThrownBy(() -> Address.parse(wrong))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("is not an address");
        }
    }

    @Test
    void aReadySecretStandsInNoLog() {
        assertThat(new Report.Ready(1, "s3cret", A, 42, 1, 2, List.of()).toString())
                .doesNotContain("s3cret");
    }

    @Test
    void aPageOverTheLimitIsMalformed() {
        assertThatThrownBy(() -> ControlCodec.command(
                        "{\"do\":\"read\",\"id\":4,\"offset\":0,\"limit\":1001}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedException.class);
    }

    @Property(tries = 2_000, seed = "4")
    void randomBytesAreNeverMoreThanMalformed(@ForAll @Size(max = 100) byte[] bytes) {
        assertThatThrownBy(() -> ControlCodec.command(bytes)).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> ControlCodec.report(bytes)).isInstanceOf(MalformedException.class);
    }
}
