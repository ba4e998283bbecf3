package sosad.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How addresses are written and read. */
class AddressTest {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1:7001",
        "0.0.0.0, 0.0.0.0:7001",
        "localhost, localhost:7001",
        "::1, [::1]:7001",
        "0:0:0:0:0:0:0:0, [::]:7001",
        "0:0:0:0:0:0:0:1, [::1]:7001",
        "2001:db8:0:0:1:0:0:0, [2001:db8:0:0:1::]:7001",
        "2001:db8:0:1:1:1:1:1, [2001:db8:0:1:1:1:1:1]:7001",
        "fe80:0:0:0:0:0:0:5%eth0, [fe80::5%eth0]:7001"
    })
    void anIpv6AddressIsShortenedAndHasBrackets(String host, String text) {
        assertThat(Address.text(host, 7_001)).isEqualTo(text);
        assertThat(new Address(host, 7_001)).hasToString(text);
    }

    @Test
    void bracketsAreReadAndAreNoPartOfTheHost() {
        assertThat(Address.parse("[::1]:7001")).isEqualTo(new Address("::1", 7_001));
        assertThatThrownBy(() -> Address.parse("[]:7001"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not an address: HOST:PORT");
    }

    @Property(tries = 500, seed = "40")
    void whatIsWrittenIsReadAgain(
            @ForAll @Size(8) List<@IntRange(max = 2) Integer> groups,
            @ForAll @IntRange(min = 1, max = 65_535) int port) {
        StringBuilder host = new StringBuilder();
        for (int group : groups) {
            host.append(host.isEmpty() ? "" : ":").append(Integer.toHexString(group));
        }
        Address read = Address.parse(new Address(host.toString(), port).toString());
        assertThat(read.port()).isEqualTo(port);
        assertThat(allGroups(read.host())).isEqualTo(host.toString());
    }

    /** The reverse of the shortening, by the system. */
    private static String allGroups(String address) {
        try {
            return java.net.InetAddress.getByName(address).getHostAddress();
        } catch (java.net.UnknownHostException e) {
            throw new AssertionError(address, e);
        }
    }
}
