package sosad.app.view.plot;

import java.nio.IntBuffer;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import sosad.app.diagram.plot.DotColours;
import sosad.app.diagram.plot.DotRaster;
import sosad.app.diagram.plot.OperationDots;
import sosad.app.diagram.plot.PlotGeometry;
import sosad.app.view.CanvasColours;

/** The dots as an image over the same memory as their raster: nothing is copied between the two. */
final class DotPicture extends ImageView {
    private DotRaster raster = new DotRaster(1, 1);
    private PixelBuffer<IntBuffer> buffer;

    DotPicture() {
        setMouseTransparent(true);
        setSmooth(false);
    }

    /**
     * Draws what can be seen.
     *
     * @param geometry in pixels of the screen
     * @param scale how many of these make one of the scene
     */
    void draw(OperationDots dots, PlotGeometry geometry, CanvasColours colours, double scale) {
        if (buffer == null || raster.width() != geometry.width() || raster.height() != geometry.height()) {
            raster = new DotRaster(geometry.width(), geometry.height());
            buffer = new PixelBuffer<>(
                    raster.width(),
                    raster.height(),
                    IntBuffer.wrap(raster.pixels()),
                    PixelFormat.getIntArgbPreInstance());
            setImage(new WritableImage(buffer));
            setFitWidth(geometry.width() / scale);
            setFitHeight(geometry.height() / scale);
        }
        raster.draw(dots, geometry, colours(colours));
        buffer.updateBuffer(all -> null);
    }

    private static DotColours colours(CanvasColours colours) {
        return new DotColours(
                rgb(colours.of("plot-read")),
                rgb(colours.of("plot-write")),
                rgb(colours.of("plot-stale")),
                rgb(colours.of("plot-stale-deep")),
                rgb(colours.of("lost")));
    }

    private static int rgb(Color colour) {
        return ((int) Math.round(255 * colour.getRed()) << 16)
                | ((int) Math.round(255 * colour.getGreen()) << 8)
                | (int) Math.round(255 * colour.getBlue());
    }
}
