package sosad.app.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ViewportTest {
    private static final Offset<Double> NEAR = within(1e-6);

    private static Viewport of(TimeDirection direction, double whole, double zoom, double along) {
        return new Viewport(direction, whole, 300, 1_000, 200, zoom, along, 20);
    }

    @Property(tries = 200)
    void aPlaceInViewIsThatOfOnePointOfTheDiagram(
            @ForAll TimeDirection direction,
            @ForAll @DoubleRange(min = 0.05, max = 8) double zoom,
            @ForAll @DoubleRange(min = 0, max = 50_000) double along,
            @ForAll @DoubleRange(min = 0, max = 20_000) double x,
            @ForAll @DoubleRange(min = 0, max = 300) double y) {
        Viewport view = of(direction, 20_000, zoom, along);
        Point back = view.inDiagram(view.inView(x, y));
        assertThat(back.x()).isCloseTo(x, NEAR);
        assertThat(back.y()).isCloseTo(y, NEAR);
    }

    @Property(tries = 200)
    void whereTimeGoesDownAPlaceIsTurned(
            @ForAll @DoubleRange(min = 0.05, max = 8) double zoom,
            @ForAll @DoubleRange(min = 60, max = 20_000) double x,
            @ForAll @DoubleRange(min = 0, max = 300) double y) {
        Point right = of(TimeDirection.RIGHT, 20_000, zoom, 0).inView(x, y);
        Point down = of(TimeDirection.DOWN, 20_000, zoom, 0).inView(x, y);
        double heads = (TimeDirection.RIGHT.head() - TimeDirection.DOWN.head()) * (1 - zoom);
        assertThat(down.x()).isCloseTo(right.y(), NEAR);
        // The badges take less room above the lanes than beside them.
        assertThat(down.y() + heads).isCloseTo(right.x(), NEAR);
    }

    @Property(tries = 200)
    void lookingCloserLeavesWhatIsUnderThePointerWhereItIs(
            @ForAll @DoubleRange(min = 0.2, max = 3) double zoom,
            @ForAll @DoubleRange(min = 0.5, max = 2) double factor,
            @ForAll @DoubleRange(min = 60, max = 1_000) double place) {
        Viewport view = of(TimeDirection.RIGHT, 20_000, zoom, 900);
        Viewport closer = view.zoomed(factor, place);
        boolean isAtAnEnd = closer.along() == 0 || closer.alongOf(20_000) <= closer.length();
        if (!isAtAnEnd) {
            assertThat(closer.xAt(place)).isCloseTo(view.xAt(place), NEAR);
        }
        assertThat(closer.zoom()).isCloseTo(Math.max(view.fitted().zoom(), zoom * factor), NEAR);
    }

    @Property(tries = 200)
    void allOfTimeIsInViewWhenItIsFitted(
            @ForAll TimeDirection direction, @ForAll @DoubleRange(min = 100, max = 4_000_000) double whole) {
        Viewport view = of(direction, whole, 1, whole).fitted();
        assertThat(view.isFitting()).isTrue();
        assertThat(view.along()).isCloseTo(0, NEAR);
        assertThat(view.end()).isGreaterThanOrEqualTo(whole - 1e-3);
        assertThat(view.zoom()).isLessThanOrEqualTo(1);
    }

    @Test
    void nothingBeyondTheDiagramIsLookedAt() {
        Viewport view = of(TimeDirection.RIGHT, 2_000, 1, 0);
        assertThat(view.moved(-500, -500)).isEqualTo(view.at(0, 0));
        assertThat(view.moved(5_000, 500)).isEqualTo(view.at(1_000, 100));
        assertThat(view.zoomed(1e9, 500).zoom()).isEqualTo(Viewport.MAX_ZOOM);
    }

    @Property(tries = 200)
    void aMomentThatIsShownIsInViewAndNotBehindTheBadges(
            @ForAll @DoubleRange(min = 0.3, max = 4) double zoom,
            @ForAll @DoubleRange(min = 0, max = 90_000) double along,
            @ForAll @DoubleRange(min = 56, max = 19_990) double x) {
        Viewport view = of(TimeDirection.RIGHT, 20_000, zoom, along).showing(x);
        assertThat(view.alongOf(x)).isBetween(TimeDirection.RIGHT.head() - 1e-6, view.length());
    }
}
