package sosad.node.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import org.junit.jupiter.api.Tag;
import sosad.model.Key;
import sosad.model.Value;

/** SCAN and RANDOMKEY: going through the keys without looking at the whole store. */
@Tag("locale")
class ScanTest {
    private Pipe pipe;

    @BeforeTry
    void open() {
        pipe = new Pipe();
    }

    @AfterTry
    void close() {
        pipe.close();
    }

    private static List<String> names(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "k" + i).toList();
    }

    private void set(int from, int to) {
        names(from, to).forEach(key -> pipe.database.put(new Key(key), Value.of("v"), "here:1"));
    }

    /** All keys of a whole scan; after each of its calls {@code meanwhile} is told how many there were. */
    private List<String> scan(IntConsumer meanwhile, String... options) {
        List<String> keys = new ArrayList<>();
        String cursor = "0";
        int calls = 0;
        do {
            List<String> request = new ArrayList<>(List.of("SCAN", cursor));
            request.addAll(List.of(options));
            String reply = pipe.ask(request.toArray(String[]::new)); // [$cursor, [$key, $key]]
            int comma = reply.indexOf(',');
            cursor = reply.substring(2, comma);
            String found = reply.substring(comma + 3, reply.length() - 2);
            if (!found.isEmpty()) {
                keys.addAll(List.of(found.substring(1).split(", \\$")));
            }
            meanwhile.accept(++calls);
        } while (!cursor.equals("0"));
        return keys;
    }

    @Property(tries = 200, seed = "737")
    void everyKeyThatStaysIsReturnedOnceWhateverIsWrittenMeanwhile(
            @ForAll @IntRange(max = 60) int keys,
            @ForAll @IntRange(min = 1, max = 70) int count,
            @ForAll @IntRange(max = 40) int added) {
        set(0, keys);
        List<String> found = scan(
                call -> {
                    set(0, keys / call); // written anew
                    set(keys + added * call, keys + added * (call + 1));
                },
                "COUNT",
                Integer.toString(count));
        assertThat(found).doesNotHaveDuplicates().containsAll(names(0, keys));
    }

    @Example
    void aCallLooksAtCountEntriesAndNoMore() {
        set(0, 1_000);
        pipe.database.looks = 0;
        assertThat(pipe.ask("SCAN", "0")).startsWith("[$990, [$k999, ").endsWith("$k990]]");
        assertThat(pipe.ask("SCAN", "990", "COUNT", "100")).startsWith("[$890, ");
        assertThat(pipe.database.looks).isEqualTo(110);
    }

    @Example
    void aScanEndsAlthoughKeysAreAddedFasterThanItGoes() {
        set(0, 30);
        assertThat(scan(call -> set(1_000 * call, 1_000 * call + 50), "COUNT", "10"))
                .hasSize(30);
    }

    @Example
    void deletedKeysAndThoseThatDoNotMatchAreLeftOut() {
        set(0, 30);
        pipe.ask("DEL", "k12");
        assertThat(scan(call -> {}, "MATCH", "k1?", "COUNT", "7"))
                .containsExactly("k19", "k18", "k17", "k16", "k15", "k14", "k13", "k11", "k10");
        assertThat(scan(call -> {}, "count", "3", "match", "nothing")).isEmpty();
    }

    @Example
    void aCursorBeyondTheKeysBeginsAtTheLast() {
        assertThat(pipe.ask("SCAN", "0")).isEqualTo("[$0, []]");
        set(0, 3);
        assertThat(pipe.ask("SCAN", "2147483647")).isEqualTo("[$0, [$k2, $k1, $k0]]");
    }

    @Example
    void wrongScansAreRefusedByName() {
        for (String cursor : List.of("", "-1", "x", "1x", "2147483648", "99999999999999999999")) {
            assertThat(pipe.ask("SCAN", cursor)).isEqualTo("-ERR invalid cursor");
        }
        for (String count : List.of("0", "-1", "x", "2147483648")) {
            assertThat(pipe.ask("SCAN", "0", "COUNT", count))
                    .startsWith("-ERR value is not an integer or out of range");
        }
        assertThat(pipe.ask("SCAN", "0", "COUNT")).startsWith("-ERR syntax error");
        assertThat(pipe.ask("SCAN", "0", "TYPE", "string")).startsWith("-ERR syntax error");
        assertThat(pipe.ask("SCAN")).startsWith("-ERR wrong number of arguments");
    }

    @Example
    void randomKeyGivesEveryKeyThatHasAValue() {
        assertThat(pipe.ask("RANDOMKEY")).isEqualTo("$nil");
        set(0, 20);
        pipe.ask("DEL", "k7");
        Set<String> given = new HashSet<>();
        for (int i = 0; i < 500; i++) {
            given.add(pipe.ask("RANDOMKEY"));
        }
        assertThat(given).hasSize(19).doesNotContain("$k7", "$nil");
    }

    @Example
    void randomKeyFindsTheOneKeyAmongTombstones() {
        set(0, 3_000);
        names(1, 3_000).forEach(key -> pipe.database.delete(new Key(key), "here:1"));
        assertThat(pipe.ask("RANDOMKEY")).isEqualTo("$k0");
        pipe.ask("DEL", "k0");
        assertThat(pipe.ask("RANDOMKEY")).isEqualTo("$nil");
    }
}
