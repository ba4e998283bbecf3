package sosad.app.diagram.plot;

import java.util.function.DoubleBinaryOperator;

/** The shape of a dot in pixels, each with the share of it that the shape covers. */
final class DotSprite {
    private static final int SAMPLES = 4;

    final int reach;
    final int[] coverage;

    /** @param inside positive where the shape is, from -1 to 1 in both directions */
    private DotSprite(double radius, DoubleBinaryOperator inside) {
        reach = (int) Math.ceil(radius - 0.5);
        int width = 2 * reach + 1;
        coverage = new int[width * width];
        for (int y = 0; y < width; y++) {
            for (int x = 0; x < width; x++) {
                coverage[y * width + x] = coverage(x - reach, y - reach, radius, inside);
            }
        }
    }

    private static int coverage(int x, int y, double radius, DoubleBinaryOperator inside) {
        int covered = 0;
        for (int i = 0; i < SAMPLES; i++) {
            double sampleX = x - 0.5 + (i + 0.5) / SAMPLES;
            for (int j = 0; j < SAMPLES; j++) {
                double sampleY = y - 0.5 + (j + 0.5) / SAMPLES;
                covered += inside.applyAsDouble(sampleX / radius, sampleY / radius) > 0 ? 1 : 0;
            }
        }
        return covered * 256 / (SAMPLES * SAMPLES);
    }

    /** Returns the shape of a kind of dot. */
    static DotSprite of(DotKind kind, double radius) {
        double line = Math.max(0.35, 1.2 / radius);
        return switch (kind) {
            case READ -> new DotSprite(radius, (x, y) -> 1 - x * x - y * y);
            case WRITE -> new DotSprite(radius, (x, y) -> 0.8 - Math.max(Math.abs(x), Math.abs(y)));
            case STALE -> new DotSprite(1.7 * radius, (x, y) -> Math.min(0.8 - y, y + 0.9 - 1.9 * Math.abs(x)));
            case FOREIGN -> new DotSprite(1.7 * radius, (x, y) -> 0.95 - Math.abs(x) - Math.abs(y));
            case REFUSED ->
                new DotSprite(1.7 * radius, (x, y) -> {
                    double far = Math.abs(x) + Math.abs(y);
                    return Math.min(1 - far, far - 1 + 1.2 * line);
                });
            case UNANSWERED ->
                new DotSprite(
                        1.6 * radius,
                        (x, y) -> Math.min(
                                line * 0.75 - Math.abs(Math.abs(x) - Math.abs(y)),
                                0.9 - Math.max(Math.abs(x), Math.abs(y))));
        };
    }
}
