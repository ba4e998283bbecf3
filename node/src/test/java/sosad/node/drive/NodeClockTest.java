package sosad.node.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import sosad.message.ClockKind;
import sosad.message.Live;

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
