package sosad.app.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sosad.model.NodeId;

@Tag("locale")
class BreakpointTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "key waffle changes",
                "key waffle changes at A",
                "key changes changes at at",
                "key waffle differs",
                "key waffle differs on A and B",
                "key waffle differs for more than 0 steps",
                "key waffle differs on A and B for more than 250 ms",
                "write lost",
                "write lost of waffle",
                "B-now at A >= 3",
                "B-prev at A < -3",
                "message",
                "message sync",
                "message push from A to B with waffle",
                "message to C",
                "expect fails",
                "expect all nodes show the same",
                "expect A holds waffle = yoda and his friends",
                "expect A holds no = x",
                "expect A holds no waffle",
                "expect A has B-now 3 and B-prev 1"
            })
    void aBreakpointIsWrittenAsItIsRead(String text) {
        assertThat(BreakpointText.parse(text)).hasToString(text);
        assertThat(BreakpointText.parse("  " + text + " ")).isEqualTo(BreakpointText.parse(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                        | a breakpoint begins with key, write, message, expect or a row such as B-now",
                "kye waffle changes        | unknown word \"kye\"; did you mean \"key\"?",
                "key waffle                | \"key waffle\" ends too soon: write changes or differs next",
                "key waffle change         | unknown word \"change\"; did you mean \"changes\"?",
                "key waffle changes at A B | \"B\" is too much: the breakpoint is complete before it",
                "key waf[fle changes       | \"waf[fle\": a key's characters have codes 33 to 126 without [ and ]; character 4 has code 91",
                "key waffle differs on A and A | a key differs on two nodes, not on A and A",
                "key w differs for more than x steps | \"x\" is not a whole number of at most 19 digits",
                "key w differs for more than 9999999999 ms | for more than 9999999999: it must be from 0 to 1000000000",
                "write loost               | unknown word \"loost\"; did you mean \"lost\"?",
                "B-now at A ~ 3            | \"~\" is no sign: use >=, >, <=, < or =",
                "A-now at A > 3            | a node has no row of itself: A",
                "B-now at ? > 3            | \"?\" is no node: a letter, then at most 7 letters or digits",
                "message synk from A       | unknown word \"synk\"; did you mean \"sync\"?",
                "message sync form A       | unknown word \"form\"; did you mean \"from\"?",
                "message from A to A       | no message goes from A to itself",
                "expect                    | \"expect\" ends too soon: write fails, a node, or \"all nodes show the same\" next",
                "expect A has B-now 3 and C-prev 1 | both numbers are of one row: write B-prev",
            })
    void whatIsNoBreakpointSaysWhatToWrite(String text, String error) {
        assertThatThrownBy(() -> BreakpointText.parse(text))
                .isInstanceOf(InvalidBreakpointException.class)
                .hasMessage(error);
    }

    @Property(tries = 300)
    void anyTextIsABreakpointOrAnErrorOfOneLine(@ForAll("texts") String text) {
        try {
            assertThat(BreakpointText.parse(BreakpointText.parse(text).toString()))
                    .isEqualTo(BreakpointText.parse(text));
        } catch (InvalidBreakpointException e) {
            assertThat(e.getMessage()).isNotBlank().hasSizeLessThan(300).doesNotContain("\n", "\r", "\t");
        }
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> words = Arbitraries.of(
                "key",
                "write",
                "message",
                "expect",
                "changes",
                "differs",
                "on",
                "and",
                "at",
                "for",
                "more",
                "than",
                "steps",
                "ms",
                "lost",
                "of",
                "sync",
                "ask",
                "from",
                "to",
                "with",
                "fails",
                "holds",
                "no",
                "has",
                "=",
                ">=",
                "B-now",
                "B-prev",
                "A",
                "B",
                "waffle",
                "3",
                "-1",
                "99999999999999999999",
                "all nodes show the same");
        return Arbitraries.oneOf(
                words.list().ofMaxSize(9).map(list -> String.join(" ", list)),
                Arbitraries.strings().ofMaxLength(60),
                Arbitraries.strings().ofMaxLength(20).map(rest -> "expect A holds k = " + rest),
                Arbitraries.strings().ofMaxLength(10).map(rest -> "key " + rest + " changes"));
    }

    @Test
    void aNodeThatTheClusterHasNotIsNamed() {
        List<NodeId> nodes = List.of(new NodeId("A"), new NodeId("B"));

        assertThat(BreakpointText.unknownNode(BreakpointText.parse("B-now at C > 2"), nodes))
                .hasValue("there is no node C; use A or B");
        assertThat(BreakpointText.unknownNode(BreakpointText.parse("B-now at A > 2"), nodes))
                .isEmpty();
    }
}
