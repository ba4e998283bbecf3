package sosad.node.client;

import java.util.Arrays;
import java.util.Optional;

/** The version of the Redis protocol that a connection's replies are written in; requests are the same in all. */
enum RespVersion {
    RESP2(2),
    /** Has maps, sets, and one null for all. */
    RESP3(3);

    private final int number;

    RespVersion(int number) {
        this.number = number;
    }

    /** Returns the version as HELLO names it. */
    int number() {
        return number;
    }

    /** The version with this number, if there is one. */
    static Optional<RespVersion> of(long number) {
        return Arrays.stream(values()).filter(each -> each.number == number).findFirst();
    }
}
