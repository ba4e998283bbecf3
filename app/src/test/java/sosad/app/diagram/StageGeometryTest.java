package sosad.app.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class StageGeometryTest {
    private static final double CARD_WIDTH = 194;
    private static final double CARD_HEIGHT = 133;

    private static Box space(double width, double height) {
        return new Box(0, 0, width, height).grown(-10);
    }

    private static List<Curve> links(List<Box> cards) {
        List<Curve> links = new ArrayList<>();
        for (Box from : cards) {
            for (Box to : cards) {
                if (!from.equals(to)) {
                    links.add(Curve.between(from, to, 29));
                }
            }
        }
        return links;
    }

    @Property(tries = 200)
    void sixMessagesOfThreeNodesCoverNothing(
            @ForAll @DoubleRange(min = 760, max = 1300) double width,
            @ForAll @DoubleRange(min = 390, max = 700) double height,
            @ForAll @DoubleRange(min = 90, max = 165) double boxWidth) {
        Box space = space(width, height);
        List<Box> cards = Ring.places(3, space, CARD_WIDTH, CARD_HEIGHT);
        List<BoxPlacer.Wish> wishes = new ArrayList<>();
        for (Curve link : links(cards)) {
            wishes.add(new BoxPlacer.Wish(wishes.size(), link, 0.5, boxWidth, 37));
        }
        assertThat(wishes).hasSize(6);
        Map<Long, BoxPlacer.Place> places = BoxPlacer.place(wishes, space, cards, Map.of());
        assertThat(BoxPlacer.trouble(places, space, cards)).isZero();
    }

    @Property(tries = 200)
    void upToSevenCardsStandInsideAndApart(@ForAll @IntRange(min = 1, max = 7) int nodes) {
        Box space = space(1040, 520);
        List<Box> cards = Ring.places(nodes, space, 160, 104);
        assertThat(cards).allMatch(card -> card.outside(space) < 1);
        assertThat(nodes == 1 ? 1 : Ring.tightest(cards)).isPositive();
    }

    @Test
    void aBoxStaysWhereItWasWhileThatPlaceIsClear() {
        Box space = space(770, 400);
        List<Box> cards = Ring.places(3, space, CARD_WIDTH, CARD_HEIGHT);
        List<Curve> links = links(cards);
        List<BoxPlacer.Wish> two = List.of(
                new BoxPlacer.Wish(1, links.get(0), 0.5, 150, 37), new BoxPlacer.Wish(2, links.get(2), 0.5, 150, 37));
        Map<Long, BoxPlacer.Place> before = BoxPlacer.place(two, space, cards, Map.of());
        Map<Long, BoxPlacer.Place> after = BoxPlacer.place(two.subList(1, 2), space, cards, before);
        assertThat(after.get(2L)).isEqualTo(before.get(2L));
    }

    @Test
    void theWayThereAndTheWayBackAreApart() {
        List<Box> cards = Ring.places(2, space(770, 400), CARD_WIDTH, CARD_HEIGHT);
        Curve there = Curve.between(cards.get(0), cards.get(1), 29);
        Curve back = Curve.between(cards.get(1), cards.get(0), 29);
        assertThat(there.at(0.5).distance(back.at(0.5))).isGreaterThan(50);
    }

    /** As in a window of 1280 × 800, where a message is 166 wide. */
    @Test
    void twoNodesInLittleRoomLeaveTheArrowsBesideTheMessageInSight() {
        List<Box> cards = Ring.places(2, space(631, 320), 183, 115);
        assertThat(cards.get(1).x() - cards.get(0).right()).isGreaterThan(166 + 2 * 36);
    }

    @Test
    void aLinkEndsAtTheBordersOfTheCards() {
        List<Box> cards = Ring.places(3, space(770, 400), CARD_WIDTH, CARD_HEIGHT);
        Curve link = Curve.between(cards.get(0), cards.get(1), 29);
        assertThat(cards.get(0).grown(0.5).contains(link.start())).isTrue();
        assertThat(cards.get(0).contains(link.at(0.05))).isFalse();
        assertThat(cards.get(1).grown(0.5).contains(link.end())).isTrue();
        assertThat(cards.get(1).contains(link.at(0.95))).isFalse();
    }
}
