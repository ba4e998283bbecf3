package sosad.app.settings;

/**
 * The size of the window.
 *
 * @param width in pixels, as it is when the window is not maximized
 * @param height likewise
 */
public record WindowSize(double width, double height, boolean maximized) {
    private static final double MAX_PIXELS = 20_000;

    public WindowSize {
        if (!isPixels(width) || !isPixels(height)) {
            throw new IllegalArgumentException("a window cannot be %s by %s pixels".formatted(width, height));
        }
    }

    private static boolean isPixels(double length) {
        return length >= 1 && length <= MAX_PIXELS;
    }
}
