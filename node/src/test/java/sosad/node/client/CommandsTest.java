package sosad.node.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sosad.model.Key;

@Tag("locale")
class CommandsTest {
    private final Pipe pipe = new Pipe();

    @AfterEach
    void close() {
        pipe.close();
        assertThat(pipe.usedBytes()).isZero();
    }

    @Test
    void whatWasSetIsGot() {
        assertThat(pipe.ask("SET", "waffle", "yoda")).isEqualTo("+OK");
        assertThat(pipe.ask("GET", "waffle")).isEqualTo("$yoda");
        assertThat(pipe.ask("GET", "grace")).isEqualTo("$nil");
        assertThat(pipe.database.lastClient).isEqualTo("here:1");
    }

    @Test
    void aDeleteTellsWhetherAValueWasHeldAndLeavesATombstone() {
        pipe.ask("SET", "k", "v");
        assertThat(pipe.ask("DEL", "k")).isEqualTo(":1");
        assertThat(pipe.ask("DEL", "k")).isEqualTo(":0");
        assertThat(pipe.ask("DEL", "unheard-of")).isEqualTo(":0");
        assertThat(pipe.database.size()).isEqualTo(2);
    }

    @Test
    void aWriteThatLostAtOnceIsNotToldAsOneThatIsKept() {
        pipe.ask("SET", "k", "v");
        pipe.database.isAhead = true;
        assertThat(pipe.ask("SET", "k", "w")).isEqualTo("$nil");
        assertThat(pipe.ask("DEL", "k")).isEqualTo(":0");
        assertThat(pipe.ask("GET", "k")).isEqualTo("$v");
    }

    @Test
    void aTombstoneCountsAsAbsent() {
        pipe.ask("SET", "k", "v");
        pipe.ask("SET", "l", "v");
        pipe.ask("DEL", "k");
        assertThat(pipe.ask("GET", "k")).isEqualTo("$nil");
        assertThat(pipe.ask("EXISTS", "k")).isEqualTo(":0");
        assertThat(pipe.ask("STRLEN", "k")).isEqualTo(":0");
        assertThat(pipe.ask("TYPE", "k")).isEqualTo("+none");
        assertThat(pipe.ask("KEYS", "*")).isEqualTo("[$l]");
        assertThat(pipe.ask("DBSIZE")).isEqualTo(":1");
    }

    @Test
    void valuesAreWellFormedUtf8OfUpTo65536Bytes() {
        String longest = "v".repeat(65_536);
        assertThat(pipe.ask("SET", "k", longest)).isEqualTo("+OK");
        assertThat(pipe.ask("GET", "k")).isEqualTo("$" + longest);
        assertThat(pipe.ask("SET", "k", "")).isEqualTo("+OK");
        assertThat(pipe.ask("GET", "k")).isEqualTo("$");
        pipe.send(Wire.request("SET".getBytes(UTF_8), "k".getBytes(UTF_8), "grün €".getBytes(UTF_8)));
        assertThat(pipe.replies()).containsExactly("+OK");
        assertThat(pipe.ask("GET", "k")).isEqualTo("$grün €");
        assertThat(pipe.ask("SET", "other", "\u00ff")).isEqualTo("-ERR a value is well-formed UTF-8");
        assertThat(pipe.database.size()).isEqualTo(1);
    }

    @Test
    void keysHaveUpTo128Characters() {
        assertThat(pipe.ask("SET", "k".repeat(128), "v")).isEqualTo("+OK");
        assertThat(pipe.ask("SET", "k".repeat(129), "v")).matches("-ERR a key has at most 128 characters.* 129");
        assertThat(pipe.database.entries).containsOnlyKeys(new Key("k".repeat(128)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a[b", "a]b", "\u0001", "\u007f", "\u00fc", ""})
    void otherKeysAreRefusedWhateverTheCommand(String key) {
        for (String command : new String[] {"GET", "DEL", "EXISTS", "STRLEN", "TYPE"}) {
            assertThat(pipe.ask(command, key)).startsWith("-ERR a key");
        }
        assertThat(pipe.ask("SET", key, "v")).startsWith("-ERR a key");
        assertThat(pipe.database.size()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "SET k v k v, one key and one value per request",
        "SET k v w, one key and one value per request",
        "GET a b, one key per request",
        "DEL a b, one key per request",
        "EXISTS a b, one key per request",
        "GET, wrong number of arguments for 'get' command",
        "SET, wrong number of arguments for 'set' command",
        "SET k, wrong number of arguments for 'set' command",
        "KEYS, wrong number of arguments for 'keys' command",
        "KEYS a b, wrong number of arguments for 'keys' command",
        "PING a b, wrong number of arguments for 'ping' command",
        "STRLEN a b, one key per request",
        "TYPE a b, one key per request",
        "CLIENT NONSENSE, unknown subcommand",
        "CONFIG SET save x, unknown subcommand",
        "NONSENSE a, unknown command 'NONSENSE'",
        "SELECT 1, DB index is out of range"
    })
    void wrongRequestsAreRefusedByName(String line, String words) {
        assertThat(pipe.ask(line.split(" "))).startsWith("-ERR ").contains(words);
        assertThat(pipe.database.size()).isZero();
        assertThat(pipe.ask("PING")).isEqualTo("+PONG");
    }

    @Test
    void anUnknownCommandIsQuotedInRedissWords() {
        assertThat(pipe.ask("fOO", "a\r\nb", "c".repeat(1_000)))
                .isEqualTo("-ERR unknown command 'fOO', with args beginning with: 'a??b' '" + "c".repeat(128) + "' ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PING | +PONG",
                "ping hello | $hello",
                "EcHo hello | $hello",
                "SELECT 0 | +OK",
                "RESET | +RESET",
                "COMMAND COUNT | :24",
                "CLIENT ID | :1",
                "CLIENT GETNAME | $nil",
                "CLIENT SETNAME me | +OK",
                "CLIENT SETINFO LIB-NAME jedis | +OK",
                "HELLO 4 | -NOPROTO unsupported protocol version: it is 2 or 3",
                "HELLO three | -ERR Protocol version is not an integer or out of range: it is 2 or 3",
                "CONFIG GET save | [$save, $]",
                "CONFIG GET maxclients | [$maxclients, $10240]",
                "CONFIG GET app* save | [$appendfsync, $no, $appendonly, $no, $save, $]"
            })
    void clientsFindWhatTheyAskFor(String line, String reply) {
        assertThat(pipe.ask(line.split(" "))).isEqualTo(reply);
    }

    @Test
    void helloNamesTheServerAndTheConnection() {
        assertThat(pipe.ask("HELLO", "2", "SETNAME", "me")).contains("$server, $sosad", "$proto, :2", "$id, :1");
        assertThat(pipe.ask("CLIENT", "GETNAME")).isEqualTo("$me");
    }

    @Test
    void sosadGetTellsWhichWriteAValueIsFrom() {
        assertThat(pipe.ask("SOSAD.GET", "k")).isEqualTo("$nil");
        pipe.ask("SET", "other", "v");
        pipe.ask("SET", "k", "v");
        assertThat(pipe.ask("SOSAD.GET", "k")).isEqualTo("[$v, :2, $A, :2]");
        pipe.ask("DEL", "k");
        assertThat(pipe.ask("sosad.get", "k")).isEqualTo("[$nil, :3, $A, :3]");
        assertThat(pipe.ask("SOSAD.GET", "a", "b")).startsWith("-ERR one key per request");
    }

    @Test
    void lengthAndTypeAreThoseOfTheValue() {
        pipe.send(Wire.request("SET".getBytes(UTF_8), "k".getBytes(UTF_8), "gr\u00fcn".getBytes(UTF_8)));
        assertThat(pipe.replies()).containsExactly("+OK");
        assertThat(pipe.ask("STRLEN", "k")).isEqualTo(":5");
        assertThat(pipe.ask("TYPE", "k")).isEqualTo("+string");
        assertThat(pipe.ask("EXISTS", "k")).isEqualTo(":1");
    }

    @Test
    void timeIsTheMachines() {
        long before = Instant.now().getEpochSecond();
        Matcher time = Pattern.compile("\\[\\$(\\d+), \\$(\\d{1,6})\\]").matcher(pipe.ask("TIME"));
        assertThat(time.matches()).isTrue();
        assertThat(Long.parseLong(time.group(1)))
                .isBetween(before, Instant.now().getEpochSecond());
    }

    @Test
    void commandDescribesCommands() {
        assertThat(pipe.ask("COMMAND", "INFO", "get", "nonsense", "SET", "ping"))
                .isEqualTo("[[$get, :2, [+readonly], :1, :1, :1, [], [], [], []], $nil,"
                        + " [$set, :3, [+write], :1, :1, :1, [], [], [], []],"
                        + " [$ping, :-1, [], :0, :0, :0, [], [], [], []]]");
        assertThat(pipe.ask("COMMAND")).isEqualTo(pipe.ask("COMMAND", "INFO")).contains("[$command, :-1,");
        assertThat(pipe.ask("COMMAND", "DOCS")).contains("$scan", "$sosad.get", "$command", "$auth");
        assertThat(pipe.ask("COMMAND", "LIST")).startsWith("[$auth, $client,").contains("$type]");
        assertThat(pipe.ask("COMMAND", "GETKEYS", "SET", "k", "v")).isEqualTo("[$k]");
        assertThat(pipe.ask("COMMAND", "GETKEYS", "SET", "k")).startsWith("-ERR Invalid number of arguments");
        assertThat(pipe.ask("COMMAND", "GETKEYS", "PING")).startsWith("-ERR The command has no key");
        assertThat(pipe.ask("COMMAND", "GETKEYS", "MGET", "k")).startsWith("-ERR Invalid command");
        String[] fifty = new String[50];
        Arrays.fill(fifty, "get");
        fifty[0] = "COMMAND";
        fifty[1] = "INFO";
        assertThat(pipe.ask(fifty)).contains("], [$get,");
        assertThat(pipe.ask("COMMAND", "NONSENSE")).startsWith("-ERR unknown subcommand");
    }

    @Test
    void helpTellsTheArgumentsOfACommand() {
        assertThat(pipe.ask("COMMAND", "DOCS", "DEL", "nonsense"))
                .isEqualTo("[$del, [$summary, $Deletes a key; 1 if it removed a value here, $since, $0.1.0,"
                        + " $group, $sosad, $arguments, [[$name, $key, $type, $key]]]]");
        assertThat(pipe.ask("COMMAND", "DOCS", "scan"))
                .endsWith("$arguments, [[$name, $cursor, $type, $integer],"
                        + " [$name, $pattern, $type, $pattern, $token, $MATCH, $flags, [+optional]],"
                        + " [$name, $count, $type, $integer, $token, $COUNT, $flags, [+optional]]]]]");
        assertThat(pipe.ask("COMMAND", "DOCS", "info"))
                .endsWith("[[$name, $section, $type, $string, $flags, [+optional, +multiple]]]]]");
        assertThat(pipe.ask("COMMAND", "DOCS", "hello"))
                .endsWith("[[$name, $version, $type, $block, $flags, [+optional], $arguments,"
                        + " [[$name, $version, $type, $integer],"
                        + " [$name, $username, $type, $block, $token, $AUTH, $flags, [+optional], $arguments,"
                        + " [[$name, $username, $type, $string], [$name, $secret, $type, $string]]],"
                        + " [$name, $name, $type, $string, $token, $SETNAME, $flags, [+optional]]]]]]]");
        assertThat(pipe.ask("COMMAND", "DOCS", "dbsize")).doesNotContain("arguments");
    }

    @Test
    void clientListShowsWhoIsConnected() {
        pipe.ask("CLIENT", "SETNAME", "me");
        pipe.ask("CLIENT", "SETINFO", "lib-name", "jedis");
        pipe.ask("CLIENT", "SETINFO", "LIB-VER", "7.5.3");
        pipe.channel.advanceTimeBy(90, TimeUnit.SECONDS);
        pipe.ask("PING");
        pipe.channel.advanceTimeBy(10, TimeUnit.SECONDS);
        assertThat(pipe.ask("CLIENT", "LIST"))
                .isEqualTo("$id=1 addr=here:1 name=me age=100 idle=0 flags=N db=0 cmd=client"
                        + " lib-name=jedis lib-ver=7.5.3 resp=2\n");
    }

    @Test
    void namesThatWouldBreakTheListAreRefused() {
        assertThat(pipe.ask("CLIENT", "SETNAME", "a b")).startsWith("-ERR Client names");
        assertThat(pipe.ask("CLIENT", "SETINFO", "LIB-NAME", "a\nb")).startsWith("-ERR LIB-NAME cannot contain");
        assertThat(pipe.ask("CLIENT", "SETINFO", "COLOUR", "red")).startsWith("-ERR Unrecognized option 'COLOUR'");
        assertThat(pipe.ask("CLIENT", "LIST")).contains("name= ", "lib-name= ");
    }

    @Test
    void resetForgetsTheName() {
        pipe.ask("CLIENT", "SETNAME", "me");
        assertThat(pipe.ask("RESET")).isEqualTo("+RESET");
        assertThat(pipe.ask("CLIENT", "GETNAME")).isEqualTo("$nil");
    }

    @Test
    void quitIsAnsweredAndEndsTheConnection() {
        pipe.send(Wire.join(Wire.request("QUIT"), Wire.request("SET", "k", "v")));
        assertThat(pipe.replies()).containsExactly("+OK");
        assertThat(pipe.isOpen()).isFalse();
        assertThat(pipe.database.size()).isZero();
    }
}
