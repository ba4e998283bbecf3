package sosad.app.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import sosad.app.diagram.HealingPieces.Piece;
import sosad.app.explain.healing.HealingBand;
import sosad.app.explain.healing.HealingStretch;
import sosad.app.history.History;
import sosad.app.history.SampleHistory;

class HealingPiecesTest {
    private static HealingBand random(Random random, int events) {
        List<HealingStretch> stretches = new ArrayList<>();
        for (int from = 0; from < events; ) {
            int to = Math.min(events - 1, from + random.nextInt(6));
            stretches.add(new HealingStretch(from, to, random.nextInt(3), 2, random.nextBoolean()));
            from = to + 1;
        }
        return new HealingBand(Optional.empty(), stretches);
    }

    @Property(tries = 80)
    void piecesFollowEachOtherFromTheBadgesToTheEndAndEachBeginsAtItsFirstEvent(@ForAll long seed) {
        History history = RandomRun.of(seed).history();
        SpaceTime diagram = SpaceTimeLayout.of(history, List.of(), 800, 200);
        List<Piece> pieces = HealingPieces.of(diagram, random(new Random(seed), history.size()))
                .pieces();

        assertThat(pieces.get(0).from()).isEqualTo(diagram.direction().head());
        assertThat(pieces.get(pieces.size() - 1).to()).isEqualTo(diagram.width() - 8);
        for (int i = 1; i < pieces.size(); i++) {
            assertThat(pieces.get(i).from())
                    .isEqualTo(pieces.get(i - 1).to())
                    .isEqualTo(diagram.events()
                            .get(pieces.get(i).stretch().fromEvent())
                            .x());
        }
    }

    @Test
    void theBandEndsWhereTheStepsToComeBegin() {
        History history = SampleHistory.afterTwo().history();
        SpaceTime diagram = SpaceTimeLayout.of(history, List.of(3L, 4L), 900, 200);
        HealingBand band =
                new HealingBand(Optional.empty(), List.of(new HealingStretch(0, history.size() - 1, 1, 1, true)));
        assertThat(HealingPieces.of(diagram, band).pieces()).singleElement().satisfies(piece -> assertThat(piece.to())
                .isEqualTo(diagram.columns().get(2).x()));
    }

    @Test
    void aBandOfALongerRunEndsWithWhatIsLaidOut() {
        History history = SampleHistory.whole().history();
        SpaceTime diagram = SpaceTimeLayout.of(history.first(10), List.of(), 900, 200);
        HealingBand band = new HealingBand(
                Optional.empty(),
                List.of(new HealingStretch(0, 12, 1, 1, true), new HealingStretch(13, history.size() - 1, 0, 1, true)));
        assertThat(HealingPieces.of(diagram, band).pieces()).hasSize(1);
    }

    @Test
    void ofPiecesThatMeetTheLaterOneIsClicked() {
        History history = SampleHistory.whole().history();
        SpaceTime diagram = SpaceTimeLayout.of(history, List.of(), 900, 200);
        HealingPieces pieces = HealingPieces.of(
                diagram,
                new HealingBand(
                        Optional.empty(),
                        List.of(
                                new HealingStretch(0, 8, 1, 1, true),
                                new HealingStretch(9, history.size() - 1, 0, 1, true))));
        double border = pieces.pieces().get(1).from();
        assertThat(pieces.at(border).orElseThrow().stretch().fromEvent()).isEqualTo(9);
        assertThat(pieces.at(border - 1).orElseThrow().stretch().fromEvent()).isZero();
        assertThat(pieces.at(-5)).isEmpty();
    }
}
