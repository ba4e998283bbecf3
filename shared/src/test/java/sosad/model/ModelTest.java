package sosad.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("locale")
class ModelTest {
    @Test
    void aKeyHasPrintableAsciiWithoutBrackets() {
        for (String wrong : List.of("", " ", "a b", "a[b", "a]b", "é", "a\u007f", "a\n")) {
            assertThatThrownBy(() -> new Key(wrong)).as(wrong).isInstanceOf(RefusedException.class);
        }
        assertThat(new Key("!~:{}*").text()).isEqualTo("!~:{}*");
    }

    @Test
    void theLongestKeyAndValueAreAcceptedAndOneMoreIsRefusedWithBothNumbers() {
        assertThat(Limits.DEFAULT.key("k".repeat(128)).text()).hasSize(128);
        assertThatThrownBy(() -> Limits.DEFAULT.key("k".repeat(129)))
                .hasMessage("a key has at most 128 characters; this one has 129");
        assertThat(Limits.DEFAULT.value("v".repeat(65_536)).length()).isEqualTo(65_536);
        assertThatThrownBy(() -> Limits.DEFAULT.value("é".repeat(32_769)))
                .hasMessage("a value has at most 65,536 bytes; this one has 65,538");
    }

    @Test
    void aValueIsWellFormedUtf8() {
        assertThatThrownBy(() -> Value.ofUtf8(new byte[] {(byte) 0xc3})).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> Value.ofUtf8(new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80}))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> Value.of("\ud800")).isInstanceOf(RefusedException.class);
        assertThat(Value.of("").length()).isZero();
    }

    @Property(tries = 500, seed = "5")
    void textSurvivesItsUtf8Form(@ForAll String text) {
        boolean paired = text.codePoints().noneMatch(c -> c >= 0xd800 && c <= 0xdfff);
        if (paired) {
            assertThat(Value.ofUtf8(Value.of(text).utf8()).text()).isEqualTo(text);
        } else {
            assertThatThrownBy(() -> Value.of(text)).isInstanceOf(RefusedException.class);
        }
    }

    @Test
    void versionsCompareByTimestampThenOriginThenStoreThenSequence() {
        NodeId a = new NodeId("A");
        NodeId b = new NodeId("B");
        assertThat(Stream.of(
                        new Version(1, b, 9, 9),
                        new Version(2, a, 9, 9),
                        new Version(2, b, 1, 9),
                        new Version(2, b, 2, 1),
                        new Version(2, b, 2, 2)))
                .isSorted();
    }

    @Test
    void aNodeNameIsALetterOrAShortName() {
        assertThat(List.of("A", "Z", "a", "z", "n12", "n09", "Server01")).allMatch(NodeId::isValid);
        assertThat(List.of("", "1a", "a-b", "ABCDEFGHI", "A ", "@a", "[", "`", "{", "a/", "a:", "é", "aé"))
                .noneMatch(NodeId::isValid);
    }
}
