package sosad.app.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import sosad.app.yaml.YamlFileException;

@Tag("locale")
class ScenarioRefusalTest {
    private static final String A_TO_MAX = "from -1,000,000,000,000,000 to 1,000,000,000,000,000";

    @ParameterizedTest
    @MethodSource({
        "inTheFile",
        "inTheCluster",
        "inTheSteps",
        "inAnAction",
        "inFlight",
        "inAnExpectation",
        "inAText",
        "inTheYaml"
    })
    void whatIsWrongIsNamedWithItsPlaceAndWhatToDo(String yaml, String message) {
        assertThatThrownBy(() -> Lessons.read(yaml))
                .isInstanceOf(YamlFileException.class)
                .hasMessage("f.yaml:" + message);
    }

    static List<Arguments> inTheFile() {
        return List.of(
                refused("", "1:1: the file is empty; a scenario begins with \"scenario: its title\""),
                refused("x", "1:1: the file is a text where fields are needed; write {scenario: ...}"),
                refused("[x]", "1:1: the file is a list where fields are needed; write {scenario: ...}"),
                refused("scenari: t", "1:1: unknown field \"scenari\" in the file; did you mean \"scenario\"?"),
                refused(
                        "scenario: t\nfoo: 1",
                        "2:1: unknown field \"foo\" in the file; use scenario, about, cluster or steps"),
                refused("scenario: t\nscenario: u", "2:1: \"scenario\" stands twice in the file; keep one"),
                refused("# nothing\ncluster: {nodes: [A]}", "2:1: the file has no \"scenario\"; add it"),
                refused("scenario: t\nsteps: []", "1:1: the file has no \"cluster\"; add it"),
                refused("scenario: t\ncluster: {nodes: [A]}", "1:1: the file has no \"steps\"; add it"));
    }

    static List<Arguments> inTheCluster() {
        return List.of(
                refused(Lessons.on("content: full"), "3:3: cluster has no \"nodes\"; add it"),
                refused(Lessons.on("node: [A]"), "3:3: unknown field \"node\" in cluster; did you mean \"nodes\"?"),
                refused(Lessons.on("nodes: A"), "3:10: nodes is a text where a list is needed; write [A]"),
                refused(Lessons.on("nodes: [A]", "gateways: 5"), "4:13: gateways is 5; it must be from 0 to 4"),
                refused(
                        Lessons.on("nodes: [A, G2]", "gateways: 2"),
                        "3:10: G2 is the name of a gateway; choose another name for the node"),
                refused(
                        Lessons.of("do: [get: {via: gateway, key: k}]"),
                        "4:21: there is no gateway; write \"gateways: 1\" under cluster"),
                refused(Lessons.on("nodes: []"), "3:10: there are 0 nodes; a lesson has from 1 to 26"),
                refused(
                        Lessons.on(IntStream.rangeClosed(1, 27)
                                .mapToObj(number -> "N" + number)
                                .toList()
                                .toString()
                                .transform("nodes: "::concat)),
                        "3:10: there are 27 nodes; a lesson has from 1 to 26"),
                refused(Lessons.on("nodes: [A, B, A]"), "3:17: \"A\" stands twice in nodes; keep one"),
                refused(
                        Lessons.on("nodes: [A, 1B]"),
                        "3:14: \"1B\" is not a node name; write a letter, then at most 7 letters or digits"),
                refused(
                        Lessons.on("nodes: [A, ]", "start-time: one"),
                        "4:15: start-time is \"one\"; write a whole number from -1,000,000,000,000,000 to 999,999,999,999,999"),
                refused(
                        Lessons.on("nodes: [A]", "content: remote-nwo"),
                        "4:12: unknown content \"remote-nwo\"; did you mean \"remote-now\"?"),
                refused(
                        Lessons.on("nodes: [A]", "timestamps: never"),
                        "4:15: unknown timestamps \"never\"; use per-key, newest or average"),
                refused(
                        Lessons.on("nodes: [A]", "schedule: roling"),
                        "4:13: unknown schedule \"roling\"; did you mean \"rolling\"?"),
                refused(Lessons.on("nodes: [A]", "store: tape"), "4:10: unknown store \"tape\"; use memory or disk"),
                refused(
                        Lessons.on("nodes: [A]", "store: memroy"),
                        "4:10: unknown store \"memroy\"; did you mean \"memory\"?"),
                refused(
                        Lessons.on("nodes: [A]", "timestamps: average", "content: per-key"),
                        "4:15: content per-key contradicts timestamps average: versions would differ from node to node;"
                                + " change one of them"));
    }

    static List<Arguments> inTheSteps() {
        return List.of(
                refused(Lessons.of("tittle: x"), "4:5: unknown field \"tittle\" in a step; did you mean \"title\"?"),
                refused(Lessons.of("x"), "4:5: a step is a text where fields are needed; write {time: ...}"),
                refused(
                        Lessons.of("title: ~"),
                        "4:12: title is null where a text is needed; put it in quotes if it is that word"),
                refused(Lessons.of("say:"), "4:9: say is empty; write \"\" if it is an empty text"),
                refused(Lessons.of("time: soon"), "4:11: time is \"soon\"; write a whole number " + A_TO_MAX),
                refused(Lessons.of("time: 2.5"), "4:11: time is \"2.5\"; write a whole number " + A_TO_MAX),
                refused(Lessons.of("time: 1000000000000001"), "4:11: time is 1000000000000001; it must be " + A_TO_MAX),
                refused(
                        Lessons.of("time: 99999999999999999999"),
                        "4:11: time is 99999999999999999999; it must be " + A_TO_MAX),
                refused(
                        Lessons.of("time: 1"),
                        "4:11: time is 1, not after 1, the start time; times must increase:"
                                + " write from 2 to 1,000,000,000,000,000"),
                refused(
                        Lessons.of("time: 7", "time: 7"),
                        "5:11: time is 7, not after 7, the time of the step before; times must increase:"
                                + " write from 8 to 1,000,000,000,000,000"),
                refused(
                        Lessons.of("time: 1000000000000000", "title: x"),
                        "5:5: this step's time would be 1,000,000,000,000,001, one more than the step before; times are "
                                + A_TO_MAX),
                refused(Lessons.of("do: push"), "4:9: do is a text where a list is needed; write [push]"));
    }

    static List<Arguments> inAnAction() {
        return List.of(
                action("pusj: {from: A}", "9: unknown action \"pusj\"; did you mean \"push\"?"),
                action("push", "9: an action is a text; write it as in \"- put: {at: A, key: k, value: v}\""),
                action(
                        "put: {at: A, via: G1, key: k, value: v}",
                        "22: a request goes \"at\" a node or \"via\" a gateway, not both; leave one out"),
                action("put: {key: k, value: v}", "14: put has no \"at\"; add it"),
                action("put: {via: G3, key: k, value: v}", "20: unknown gateway \"G3\"; did you mean \"G1\"?"),
                action("put: {via: A, key: k, value: v}", "20: unknown gateway \"A\"; use G1 or G2"),
                action("put: {at: G1, key: k, value: v}", "19: unknown node \"G1\"; use A, B or C"),
                action(
                        "get: {via: G1, key: k, read: newest}",
                        "32: a gateway only passes local reads on; leave \"read\" out or write \"at\""),
                action("pause: {node: G1}", "23: unknown node \"G1\"; use A, B or C"),
                action("start: {node: G1, wipe: true}", "27: G1 is a gateway, which keeps nothing; leave \"wipe\" out"),
                action("push:", "14: push is empty where fields are needed; write {from: ...}"),
                action(
                        "put: {at: A}\n        push: {from: A}",
                        6,
                        "9: \"push\" stands beside \"put\"; give each action its own dash and indent its fields below it"),
                action("put: {at: A, kye: k}", "22: unknown field \"kye\" in put; did you mean \"key\"?"),
                action("put: {at: A, key: k}", "14: put has no \"value\"; add it"),
                action("put: {at: D, key: k, value: v}", "19: unknown node \"D\"; use A, B or C"),
                action("put: {at: b, key: k, value: v}", "19: unknown node \"b\"; did you mean \"B\"?"),
                action("put: {at: A, key: k, value: v, at: B}", "40: \"at\" stands twice in put; keep one"),
                action(
                        "push: {from: A, keys: [k]}",
                        "25: unknown field \"keys\" in push; use from, to, lose, hold, delay, corrupt or duplicate"),
                action("push: {from: A, to: B}", "29: to is a text where a list is needed; write [B]"),
                action("push: {from: A, to: [B, A]}", "33: A cannot be its own peer; name another node"),
                action("sync: {from: A, to: [B, B]}", "33: \"B\" stands twice in to; keep one"),
                action("sync: {from: A, keys: [k, k]}", "35: \"k\" stands twice in keys; keep one"),
                action("sync: {from: A, lose: [D]}", "32: unknown node \"D\"; use A, B or C"),
                action("push: {from: A, delay: 2}", "32: delay is a text where fields are needed; write {A: ...}"),
                action("push: {from: A, delay: {D: 2}}", "33: unknown field \"D\" in delay; use A, B or C"),
                action("push: {from: A, delay: {B: 0}}", "36: B is 0; it must be from 1 to 99"),
                action("push: {from: A, corrupt: [D]}", "35: unknown node \"D\"; use A, B or C"),
                action("rule: {to: B}", "15: rule has no \"do\"; add it"),
                action("rule: {do: stop}", "20: unknown do \"stop\"; use hold, lose, duplicate, delay or corrupt"),
                action("rule: {do: hold, from: A, to: A}", "39: A cannot be its own peer; name another node"),
                action(
                        "rule: {do: hold, kind: greeting}",
                        "32: unknown kind \"greeting\"; use push, sync, hello, ask, answer or repair"),
                action("rule: {do: lose, every: 1001}", "33: every is 1001; it must be from 1 to 1,000"),
                action("rule: {do: delay}", "15: rule has no \"steps\"; add it"),
                action("rule: {do: hold, steps: 2}", "26: \"steps\" goes only with \"do: delay\"; leave it out"),
                action("end-rule: first", "19: unknown end-rule \"first\"; use all"),
                action("end-rule: {nth: 0}", "25: nth is 0; it must be from 1 to 1,000,000"),
                action("sync: {from: A, hold: [B, B]}", "35: \"B\" stands twice in hold; keep one"),
                action("deliver: {from: A, to: A}", "32: A cannot be its own peer; name another node"),
                action("discard: {from: A, to: B, nth: 0}", "40: nth is 0; it must be from 1 to 1,000,000"),
                action("trim: {from: A, to: B}", "15: trim has no \"keys\"; add it"),
                action("start: {node: A, wipe: yes}", "32: unknown wipe \"yes\"; use true or false"),
                action("cut: {between: [[A], [A]]}", "31: A stands twice in between; a node is in one group"),
                action(
                        "cut: {between: [[A, B]]}",
                        "24: between has 1 group where two or more are needed; write [[A], [B, C]]"),
                action(
                        "cut: {between: []}",
                        "24: between has 0 groups where two or more are needed; write [[A], [B, C]]"),
                action(
                        "cut: {between: [[A], []]}",
                        "30: a group of between is empty; name a node in it or leave it out"),
                action("cut: {between: [A, B]}", "25: a group of between is a text where a list is needed; write [A]"),
                action(
                        "cut: {between: [[A], [B]], from: A}",
                        "36: \"from\" does not go with the other fields of cut; write between alone"),
                action("cut: {from: A}", "14: cut has no \"to\"; add it"),
                action("cut: {}", "14: cut has no \"from\"; add it"),
                action("mend: al", "15: unknown mend \"al\"; did you mean \"all\"?"),
                action("mend:", "14: mend is empty where fields are needed; write {between: ...}"),
                action("skew: {node: A, by: fast}", "29: by is \"fast\"; write a whole number " + A_TO_MAX),
                action("skew: {node: A, by: 2000000000000000}", "29: by is 2000000000000000; it must be " + A_TO_MAX));
    }

    static List<Arguments> inFlight() {
        return List.of(
                action(
                        "message: {do: lose, from: A, to: B}",
                        "9: in \"do\" no message is in flight yet; write \"message\" under \"in-flight\""),
                refused(
                        Lessons.of("in-flight: push"),
                        "4:16: in-flight is a text where a list is needed; write [push]"),
                inFlight("massage: {}", "9: unknown action \"massage\"; did you mean \"message\"?"),
                inFlight("message", "9: an action is a text; write it as in \"- message: {do: lose, from: A, to: B}\""),
                inFlight("message: {from: A, to: B}", "18: message has no \"do\"; add it"),
                inFlight(
                        "message: {do: drop, from: A, to: B}",
                        "23: unknown do \"drop\"; use deliver, lose, duplicate, hold, delay, corrupt, trim or restore"),
                inFlight(
                        "message: {do: reorder, from: A, to: B}",
                        "23: unknown do \"reorder\"; use deliver, lose, duplicate, hold, delay, corrupt, trim or restore"),
                inFlight("message: {do: delay, from: A, to: B}", "18: message has no \"steps\"; add it"),
                inFlight(
                        "message: {do: delay, steps: 100, from: A, to: B}",
                        "37: steps is 100; it must be from 1 to 99"),
                inFlight(
                        "message: {do: hold, steps: 2, from: A, to: B}",
                        "29: \"steps\" goes only with \"do: delay\"; leave it out"),
                inFlight(
                        "message: {do: lose, keys: [k], from: A, to: B}",
                        "29: \"keys\" goes only with \"do: trim\"; leave it out"),
                inFlight("message: {do: trim, from: A, to: B}", "18: message has no \"keys\"; add it"),
                inFlight("message: {do: lose, from: A, to: A}", "42: A cannot be its own peer; name another node"),
                inFlight("message: {do: lose, from: A, to: D}", "42: unknown node \"D\"; use A, B or C"),
                inFlight("message: {do: lose, from: A}", "18: message has no \"to\"; add it"),
                inFlight(
                        "message: {do: lose, from: A, to: B, nth: 0}", "50: nth is 0; it must be from 1 to 1,000,000"));
    }

    private static Arguments inFlight(String action, String message) {
        return refused(Lessons.doingInFlight(action), "5:" + message);
    }

    static List<Arguments> inAnExpectation() {
        return List.of(
                action(
                        "get: {at: A, key: k, step: true}",
                        "30: a local read asks nobody; leave \"step\" out or write \"read: find\" or \"read: newest\""),
                action("expect: {}", "17: expect has no \"at\"; add it"),
                action("expect: {at: A}", "17: expect has no \"key\"; add it"),
                action("expect: {at: A, key: k}", "17: expect has no \"value\"; add it"),
                action(
                        "expect: {at: A, absent: k, key: k}",
                        "36: \"key\" does not go with the other fields of expect; write at, absent alone"),
                action("expect: {at: A, peer: B, now: 1}", "17: expect has no \"prev\"; add it"),
                action("expect: {at: A, peer: A, now: 1, prev: 1}", "31: A cannot be its own peer; name another node"),
                action(
                        "expect: {at: A, now: 1, value: v}",
                        "33: \"value\" does not go with the other fields of expect; write at, peer, now, prev alone"),
                action("expect: {converged: maybe}", "29: unknown converged \"maybe\"; use true or false"),
                action(
                        "expect: {converged: true, at: A}",
                        "35: \"at\" does not go with the other fields of expect; write converged alone"),
                action(
                        "expect: {convergd: true}",
                        "18: unknown field \"convergd\" in expect; did you mean \"converged\"?"),
                action(
                        "get: {at: A, key: k, expect: }",
                        "37: expect is empty; write null for no value, or \"\" for an empty one"));
    }

    static List<Arguments> inAText() {
        return List.of(
                action(
                        "put: {at: A, key: k, value: null}",
                        "37: value is null where a text is needed; put it in quotes if it is that word"),
                action(
                        "put: {at: A, key: k, value: [v]}",
                        "37: value is a list where a text is needed; put it in quotes if it is one"),
                action(
                        "put: {at: A, key: k, value: {v: w}}",
                        "37: value is a group of fields where a text is needed; put it in quotes if it is one"),
                action(
                        "put: {at: A, key: a b, value: v}",
                        "27: key is refused by every node: a key's characters have codes 33 to 126 without [ and ]; character 2 has code 32"),
                action(
                        "put: {at: A, key: \"\", value: v}",
                        "27: key is refused by every node: a key has at least one character"),
                action(
                        "put: {at: A, key: " + "k".repeat(129) + ", value: v}",
                        "27: key is refused by every node: a key has at most 128 characters; this one has 129"),
                action(
                        "put: {at: A, key: k, value: " + "é".repeat(32_769) + "}",
                        "37: value is refused by every node: a value has at most 65,536 bytes; this one has 65,538"),
                action(
                        "put: {at: A, key: k, value: \"\\ud800\"}",
                        "37: value has half a surrogate pair; write the whole character"),
                action(
                        "? [a]\n        : b",
                        "11: action is a list where a text is needed; put it in quotes if it is one"),
                action(
                        "\"a\\nb" + "x".repeat(50) + "\": 1",
                        "9: unknown action \"a\\u000Ab" + "x".repeat(37)
                                + "...\"; use put, delete, get, push, sync, deliver, discard, trim, kill, start, pause, resume, cut, mend, rule, end-rule, skew or expect"));
    }

    static List<Arguments> inTheYaml() {
        return List.of(
                refused(
                        "scenario: [a",
                        "1:13: this is not YAML: expected ',' or ']', but got <stream end>; check the indentation, quotes and brackets here"),
                refused(
                        "scenario: t\n\tabout: x",
                        "2:1: this is not YAML: found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation); indent with spaces, not with tabs"),
                refused(
                        "a: b\n---\nc: d",
                        "2:1: this is not YAML: found another document; check the indentation, quotes and brackets here"),
                refused(
                        "scenario: \"\\xZZ\"",
                        "1:14: this is not YAML: expected escape sequence of 2 hexadecimal numbers, but found: ZZ; check the indentation, quotes and brackets here"),
                refused(
                        "scenario: \"\\x",
                        "1:14: this is not YAML: bad hexadecimal code of a character; check the indentation, quotes and brackets here"),
                refused(
                        "scenario: a\u0001",
                        "1:12: the character with code 1 is not allowed in a file; in quotes write \\u0001"),
                refused(
                        "scenario: !!str t",
                        "1:11: the tag \"tag:yaml.org,2002:str\" has no meaning here; leave it out"),
                refused(
                        "scenario: *t",
                        "1:11: this is not YAML: found undefined alias t; check the indentation, quotes and brackets here"),
                refused("scenario: &t [*t]", "1:15: the alias *t contains itself; write it out"),
                refused(
                        "[".repeat(100_000),
                        "1:17: lists and mappings are nested more than 16 deep; a scenario needs 8"),
                refused(
                        "- ".repeat(100_000),
                        "1:33: lists and mappings are nested more than 16 deep; a scenario needs 8"));
    }

    private static Arguments refused(String yaml, String message) {
        return Arguments.of(yaml, message);
    }

    private static Arguments action(String action, String message) {
        return action(action, 5, message);
    }

    private static Arguments action(String action, int line, String message) {
        return Arguments.of(Lessons.doing(action), line + ":" + message);
    }

    @Test
    void aliasesOfAliasesAreCountedAsWhatTheyStandFor() {
        StringBuilder laughs = new StringBuilder("x: [&a0 [a, a, a, a, a, a, a, a, a, a]");
        for (int i = 1; i < 20; i++) {
            laughs.append(", &a" + i + " [" + ("*a" + (i - 1) + ", ").repeat(9) + "]");
        }

        assertThatThrownBy(() -> Lessons.read(laughs + "]"))
                .isInstanceOf(YamlFileException.class)
                .hasMessageEndingWith(": more than 1,100,000 values, aliases written out; make the file smaller");
    }

    @Test
    void aStepBeyondTheTenThousandthIsRefusedAtItsPlace() {
        String yaml = Lessons.of("{}") + "  - {}\n".repeat(9_999);

        assertThat(Lessons.read(yaml).steps()).hasSize(10_000);
        assertThatThrownBy(() -> Lessons.read(yaml + "  - {}\n"))
                .hasMessage("f.yaml:10004:5: a scenario has at most 10,000 steps; divide it");
    }

    @Test
    void aFileBeyondOneMebibyteIsRefused() {
        String yaml = Lessons.of("{}");
        String filled = yaml + "#".repeat((1 << 20) - yaml.length());

        assertThat(Lessons.read(filled).steps()).hasSize(1);
        assertThatThrownBy(() -> Lessons.read(filled + "#"))
                .hasMessage("f.yaml:1:1: the file has more than 1,048,576 bytes; make it smaller");
    }

    @Test
    void bytesThatAreNotUtf8AreRefusedWhereTheyStand() {
        byte[] bytes = "scenario: t\nabout: é\uFFFF".getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 1] = (byte) 0xFF;

        assertThatThrownBy(() -> ScenarioReader.read("f.yaml", bytes))
                .hasMessage("f.yaml:2:9: this is not UTF-8 text; save the file as UTF-8");
    }

    @Test
    void aFileThatIsNotThereIsRefusedByName(@TempDir Path directory) {
        Path file = directory.resolve("none.yaml");

        assertThatThrownBy(() -> ScenarioReader.read(file))
                .isInstanceOf(YamlFileException.class)
                .hasMessage(file + ":1:1: there is no such file; check its path");
    }

    @Test
    void aDirectoryIsNoFile(@TempDir Path directory) {
        assertThatThrownBy(() -> ScenarioReader.read(directory))
                .isInstanceOf(YamlFileException.class)
                .hasMessageStartingWith(directory + ":1:1: this is a folder; name a file in it");
    }

    @Test
    void aFileOfMoreThanTheLimitIsNotReadWhole(@TempDir Path directory) throws Exception {
        Path file = Files.write(directory.resolve("big.yaml"), new byte[(1 << 20) + 1]);

        assertThatThrownBy(() -> ScenarioReader.read(file)).hasMessageContaining("more than 1,048,576 bytes");
    }

    @Test
    void theExceptionTellsThePlaceApartFromTheProblem() {
        YamlFileException refusal =
                catchThrowableOfType(YamlFileException.class, () -> Lessons.read(Lessons.doing("pusj: {from: A}")));

        assertThat(refusal.file()).isEqualTo("f.yaml");
        assertThat(refusal.line()).isEqualTo(5);
        assertThat(refusal.column()).isEqualTo(9);
        assertThat(refusal.problem()).isEqualTo("unknown action \"pusj\"; did you mean \"push\"?");
    }
}
