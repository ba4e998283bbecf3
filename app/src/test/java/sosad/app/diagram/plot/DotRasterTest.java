package sosad.app.diagram.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import sosad.app.load.OperationLog;
import sosad.app.testing.SampleOperations;
import sosad.model.NodeId;

class DotRasterTest {
    private static final DotColours COLOURS = new DotColours(0x0000FF, 0x00FF00, 0xFF8000, 0x804000, 0xFF0000);
    private static final List<NodeId> SERVERS = List.of(new NodeId("A"), new NodeId("B"));

    private static OperationDots dots(OperationLog log) {
        OperationDots dots = new OperationDots(log);
        while (dots.take(1 << 20)) {
            // all of them
        }
        return dots;
    }

    private static PlotGeometry geometry(OperationDots dots, int width, int height) {
        return PlotGeometry.of(
                width,
                height,
                TimeWindow.until(dots.endNanos()),
                dots.scale(),
                dots.log().servers().stream().sorted().toList(),
                dots.log().servers(),
                1);
    }

    @Test
    void aDotIsDrawnWhereItIsFoundAndInItsColour() {
        OperationLog log = new OperationLog();
        log.add(OperationDotsTest.read("A", 500_000_000, 501_000_000, 0));
        log.add(OperationDotsTest.read("B", 250_000_000, 260_000_000, 2));
        OperationDots dots = dots(log);
        PlotGeometry geometry = geometry(dots, 400, 100);
        DotRaster raster = new DotRaster(400, 100);

        assertThat(raster.draw(dots, geometry, COLOURS)).isEqualTo(2);

        assertThat(geometry.lanes()).extracting(PlotGeometry.Lane::server).isEqualTo(SERVERS);
        double[] fresh = geometry.place(dots, 1);
        double[] stale = geometry.place(dots, 0);
        assertThat(raster.pixels()[(int) fresh[1] * 400 + (int) fresh[0]] & 0xFFFF00)
                .isZero();
        assertThat(raster.pixels()[(int) fresh[1] * 400 + (int) fresh[0]]).isNotZero();
        assertThat(raster.pixels()[(int) stale[1] * 400 + (int) stale[0]] & 0xFF0000)
                .isNotZero();
        DotFinder finder = new DotFinder(dots);
        assertThat(finder.at(geometry, fresh[0] + 3, fresh[1] - 2, 7)).isEqualTo(1);
        assertThat(finder.at(geometry, stale[0], stale[1], 7)).isEqualTo(0);
        assertThat(finder.at(geometry, 10, 10, 7)).isEqualTo(-1);
    }

    @Test
    void drawnOnceMoreItIsTheSameAndOtherwiseNothingIsLeftOfWhatWasDrawnBefore() {
        OperationDots many = dots(SampleOperations.log(60_000, 5));
        OperationDots few = dots(SampleOperations.log(500, 5));
        DotRaster raster = new DotRaster(300, 90);
        raster.draw(few, geometry(few, 300, 90), COLOURS);
        int[] once = raster.pixels().clone();
        raster.draw(many, geometry(many, 300, 90), COLOURS);
        assertThat(raster.pixels()).isNotEqualTo(once);

        raster.draw(few, geometry(few, 300, 90), COLOURS);
        assertThat(raster.pixels()).isEqualTo(once);

        raster.draw(dots(new OperationLog()), geometry(few, 300, 90), COLOURS);
        assertThat(Arrays.stream(raster.pixels()).filter(pixel -> pixel != 0)).isEmpty();
    }

    @Test
    void noPixelIsBrighterThanItIsOpaque() {
        for (int operations : new int[] {500, 20_000, 60_000}) {
            OperationDots dots = dots(SampleOperations.log(operations, 5));
            DotRaster raster = new DotRaster(300, 90);
            raster.draw(dots, geometry(dots, 300, 90), COLOURS);
            assertThat(Arrays.stream(raster.pixels())
                            .filter(pixel -> Math.max(pixel >> 16 & 0xFF, Math.max(pixel >> 8 & 0xFF, pixel & 0xFF))
                                    > (pixel >>> 24)))
                    .isEmpty();
        }
    }

    @Test
    void theKeyboardGoesToTheNextOfTheServerOfTheLaneBesideAndToWhatIsNotable() {
        OperationLog log = new OperationLog();
        for (int i = 0; i < 10; i++) {
            log.add(OperationDotsTest.read(
                    i % 2 == 0 ? "A" : "B", i * 1_000_000L, i * 1_000_000L + 500, i == 7 ? 1 : 0));
        }
        OperationDots dots = dots(log);
        DotFinder finder = new DotFinder(dots);
        PlotGeometry geometry = geometry(dots, 400, 100);

        assertThat(finder.beside(4, true)).isEqualTo(6);
        assertThat(finder.beside(4, false)).isEqualTo(2);
        assertThat(finder.beside(8, true)).isEqualTo(8);
        assertThat(finder.notableBeside(2, true)).isEqualTo(7);
        assertThat(finder.notableBeside(7, true)).isEqualTo(7);
        assertThat(geometry.lane(dots.server(finder.inLaneBeside(geometry, 4, true))))
                .isEqualTo(1);
        assertThat(finder.inLaneBeside(geometry, 4, false)).isEqualTo(4);
    }
}
