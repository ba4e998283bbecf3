package sosad.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import sosad.message.Command;
import sosad.message.Live;
import sosad.message.Live.ClockKind;
import sosad.model.Version;

@Tag("locale")
class NodeClockTest {
    private long epochMillis = 10_000;
    private final NodeClock clock = new NodeClock(1, () -> epochMillis);

    private static Live live(ClockKind kind, long skew) {
        return new Live(kind, 9_000, skew, 20, 1_000, 500);
    }

    @Test
    void aManualClockShowsWhatItWasSetTo() {
        clock.set(7);
        clock.saw(100);
        assertThat(clock.next()).isEqualTo(7);
        assertThat(clock.next()).isEqualTo(7);
    }

    @Test
    void aLiveClockCountsFromItsOriginAndNeverGivesATimestampTwice() {
        clock.goLive(live(ClockKind.WALL, 0));
        assertThat(clock.next()).isEqualTo(1_000);
        assertThat(clock.next()).isEqualTo(1_001);
        epochMillis += 500;
        assertThat(clock.next()).isEqualTo(1_500);
        epochMillis -= 400;
        assertThat(clock.next()).isEqualTo(1_501);
    }

    @Test
    void onlyAHybridClockFollowsWhatItHasSeen() {
        clock.saw(5_000);
        clock.goLive(live(ClockKind.WALL, 0));
        assertThat(clock.next()).isEqualTo(1_000);
        clock.goLive(live(ClockKind.HYBRID, 0));
        assertThat(clock.next()).isEqualTo(5_001);
    }

    @Test
    void skewMovesTheWallClock() {
        clock.goLive(live(ClockKind.WALL, -300));
        assertThat(clock.now()).isEqualTo(700);
    }

    @Test
    void anAbsurdTimestampIsNotFollowed() {
        clock.goLive(live(ClockKind.HYBRID, 0));
        clock.saw(Long.MAX_VALUE);
        assertThat(clock.next()).isEqualTo(1_000);
    }

    @Test
    void theLatestTimeThatAClockCanBeSetToIsFollowedAndWhatComesAfterIt() {
        clock.goLive(live(ClockKind.HYBRID, 0));
        clock.saw(Version.LATEST);
        assertThat(clock.next()).isEqualTo(Version.LATEST + 1);
        clock.saw(Version.LATEST + 7);
        assertThat(clock.next()).isEqualTo(Version.LATEST + 8);
    }

    @Test
    void aSkewIsAJumpThatTakesThePlaceOfTheOneBeforeAndOfTheDriftsGain() {
        clock.goLive(live(ClockKind.WALL, -300));
        clock.skew(250);
        assertThat(clock.now()).isEqualTo(1_250);
        clock.drift(100_000);
        epochMillis += 1_000;
        assertThat(clock.now()).isEqualTo(2_350);
        clock.skew(0);
        assertThat(clock.now()).isEqualTo(2_000);
        epochMillis += 1_000;
        assertThat(clock.now()).as("it drifts on").isEqualTo(3_100);
    }

    @Test
    void driftAddsUpAndWhatWasGainedStaysWhenTheClockRunsTrueAgain() {
        clock.goLive(live(ClockKind.WALL, 0));
        clock.drift(500_000);
        epochMillis += 1_000;
        assertThat(clock.now()).isEqualTo(2_500);
        clock.drift(-500_000);
        epochMillis += 200;
        assertThat(clock.now()).isEqualTo(2_600);
        clock.drift(0);
        epochMillis += 1_000;
        assertThat(clock.now()).isEqualTo(3_600);
    }

    @Test
    void afterAJumpBackAHybridClockGoesOnCounting() {
        clock.goLive(live(ClockKind.HYBRID, 0));
        clock.saw(3_000);
        clock.skew(5_000);
        assertThat(clock.next()).isEqualTo(6_000);
        clock.skew(-5_000);
        assertThat(clock.next()).isEqualTo(6_001);
        assertThat(clock.now()).isEqualTo(6_001);
        assertThat(clock.next()).isEqualTo(6_002);
    }

    @Property(tries = 200, seed = "23")
    void noTimestampIsGivenTwiceHoweverTheClockIsMoved(
            @ForAll ClockKind kind, @ForAll List<@From("moves") Move> moves) {
        NodeClockTest fresh = new NodeClockTest();
        fresh.clock.goLive(live(kind, 0));
        long last = Long.MIN_VALUE;
        for (Move move : moves) {
            move.on(fresh);
            assertThat(fresh.clock.now()).isGreaterThanOrEqualTo(last);
            long next = fresh.clock.next();
            assertThat(next).isGreaterThan(last);
            last = next;
        }
    }

    /** Something that happens to a clock. */
    private interface Move {
        void on(NodeClockTest test);
    }

    @Provide
    Arbitrary<Move> moves() {
        return Arbitraries.oneOf(
                Arbitraries.longs()
                        .between(-Live.MAX_MILLIS, Live.MAX_MILLIS)
                        .map(skew -> test -> test.clock.skew(skew)),
                Arbitraries.integers()
                        .between(-Command.Drift.MAX_PARTS_PER_MILLION, Command.Drift.MAX_PARTS_PER_MILLION)
                        .map(ppm -> test -> test.clock.drift(ppm)),
                Arbitraries.longs().between(-100, 100_000).map(millis -> test -> test.epochMillis += millis));
    }

    @Test
    void onlyALiveClockIsSkewedOrDrifts() {
        assertThatThrownBy(() -> clock.skew(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the node is not live: its clock shows what set-time sets it to");
        assertThatThrownBy(() -> clock.drift(1)).isInstanceOf(IllegalStateException.class);
        assertThat(clock.now()).isEqualTo(1);
    }

    @Test
    void aFrozenClockStandsWhereItWasAndCanBeSet() {
        clock.goLive(live(ClockKind.HYBRID, 0));
        assertThatThrownBy(() -> clock.set(3)).isInstanceOf(IllegalStateException.class);
        clock.freeze();
        epochMillis += 50;
        assertThat(clock.now()).isEqualTo(1_000);
        clock.set(3);
        assertThat(clock.now()).isEqualTo(3);
    }
}
