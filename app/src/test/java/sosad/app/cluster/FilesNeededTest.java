package sosad.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import sosad.app.process.NodeException;

/** Files, which includes connections, are counted before they are short. */
class FilesNeededTest {
    /** Measured under run --live crashes with one gateway: 85 with 3 nodes, 215 with 8. */
    @Test
    void whatIsAskedForIsMoreThanWhatWasEverOpenAndNotMuchMore() {
        assertThat(FilesNeeded.of(3, 1)).isBetween(85, 105);
        assertThat(FilesNeeded.of(8, 1)).isBetween(215, 235);
    }

    @Test
    void tooFewAreRefusedWithBothNumbers() {
        assertThatThrownBy(() -> FilesNeeded.check(3, 1, OptionalInt.of(99)))
                .isInstanceOf(NodeException.class)
                .hasMessage("this process may have 99 files open, and needs 100 for 4 nodes and gateways: raise the "
                        + "limit (ulimit -n)");
    }

    @Test
    void enoughAreEnoughAndWhereNobodyKnowsNothingIsRefused() {
        assertThatCode(() -> FilesNeeded.check(3, 1, OptionalInt.of(100))).doesNotThrowAnyException();
        assertThatCode(() -> FilesNeeded.check(26, 4, OptionalInt.empty())).doesNotThrowAnyException();
    }
}
