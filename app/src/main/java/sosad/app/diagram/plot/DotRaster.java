package sosad.app.diagram.plot;

import java.util.Arrays;

/**
 * A picture of dots, in pixels of premultiplied ARGB. Dots are counted by pixel first, in one pass over those that can
 * be seen, and pixels are drawn then: a million dots take little longer than there are pixels.
 */
public final class DotRaster {
    /** More dots in sight are drawn as smaller ones. */
    private static final int FEW = 3_000;

    /** More are drawn as a density, which has no shapes any more. */
    private static final int MANY = 40_000;

    private static final int MAX_COUNT = 40;
    private static final byte NOTHING = -1;

    private final int width;
    private final int height;
    private final int[] pixels;
    private final byte[] reads;
    private final byte[] writes;
    private final byte[] notable;
    private boolean isEmpty;

    public DotRaster(int width, int height) {
        this.width = width;
        this.height = height;
        pixels = new int[width * height];
        reads = new byte[width * height];
        writes = new byte[width * height];
        notable = new byte[width * height];
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Returns the pixels, row by row; the same array each time. */
    public int[] pixels() {
        return pixels;
    }

    /**
     * Draws the dots that can be seen.
     *
     * @return how many these are
     */
    public int draw(OperationDots dots, PlotGeometry geometry, DotColours colours) {
        if (!isEmpty) {
            Arrays.fill(pixels, 0);
            Arrays.fill(reads, (byte) 0);
            Arrays.fill(writes, (byte) 0);
            Arrays.fill(notable, NOTHING);
        }
        int from = geometry.firstSeen(dots, 0);
        int to = geometry.endSeen(dots, 0);
        isEmpty = from >= to;
        if (isEmpty) {
            return 0;
        }
        count(dots, geometry, from, to);
        int seen = to - from;
        if (seen > MANY) {
            new DotDensity(width, height, colours).draw(reads, writes, pixels);
        } else {
            double radius = (seen <= FEW ? 2.8 : 2) * geometry.unit();
            int opacity = seen <= FEW ? 200 : 110;
            drawCounted(reads, DotSprite.of(DotKind.READ, radius), colours.read(), opacity);
            drawCounted(writes, DotSprite.of(DotKind.WRITE, radius), colours.write(), opacity);
        }
        drawNotable(colours, geometry.unit());
        return seen;
    }

    private void count(OperationDots dots, PlotGeometry geometry, int from, int to) {
        int[][] rows = new int[geometry.laneOfServer().length][];
        for (int server = 0; server < rows.length; server++) {
            rows[server] = geometry.lane(server) < 0 ? null : rows(geometry, geometry.lane(server));
        }
        long[] sent = dots.sentNanos;
        byte[] kinds = dots.kinds;
        byte[] servers = dots.servers;
        short[] levels = dots.levels;
        double scale = (double) width / geometry.window().nanos();
        long first = geometry.window().fromNanos();
        for (int dot = from; dot < to; dot++) {
            int server = servers[dot] & 0xFF;
            int x = (int) ((sent[dot] - first) * scale);
            if (x >= width || server >= rows.length || rows[server] == null) {
                continue;
            }
            int pixel = rows[server][levels[dot] >> 4] + x;
            byte kind = kinds[dot];
            if (kind == 0) {
                reads[pixel] = (byte) Math.min(MAX_COUNT, reads[pixel] + 1);
            } else if (kind == 1) {
                writes[pixel] = (byte) Math.min(MAX_COUNT, writes[pixel] + 1);
            } else if (notable[pixel] == NOTHING || rank(kind) > rank(notable[pixel])) {
                notable[pixel] = kind;
            }
        }
    }

    /** Returns the first pixel of the row of each level of a lane, sixteen levels in one. */
    private int[] rows(PlotGeometry geometry, int lane) {
        int[] rows = new int[(Short.MAX_VALUE >> 4) + 1];
        for (int level = 0; level < rows.length; level++) {
            double y = geometry.y(lane, geometry.scale().share(level << 4));
            rows[level] = Math.max(0, Math.min(height - 1, (int) y)) * width;
        }
        return rows;
    }

    /** What is drawn where several notable dots share a pixel: the gravest kind, and of these the deepest. */
    private static int rank(byte kind) {
        return ((kind & 0xF) << 4) | ((kind >> 4) & 0xF);
    }

    private void drawCounted(byte[] counts, DotSprite sprite, int colour, int opacity) {
        int[] opacities = new int[MAX_COUNT + 1];
        for (int count = 1; count <= MAX_COUNT; count++) {
            opacities[count] = (int) Math.round(256 * (1 - Math.pow(1 - opacity / 256.0, count)));
        }
        for (int pixel = 0; pixel < counts.length; pixel++) {
            if (counts[pixel] != 0) {
                stamp(sprite, pixel, colour, opacities[counts[pixel]]);
            }
        }
    }

    /** The more there are, the smaller: what is rare is seen, and what is frequent is not made to look like all. */
    private void drawNotable(DotColours colours, double unit) {
        int[] found = new int[pixels.length];
        int[] counts = new int[DotKind.values().length];
        int all = 0;
        for (int pixel = 0; pixel < notable.length; pixel++) {
            if (notable[pixel] != NOTHING) {
                found[all++] = pixel;
                counts[notable[pixel] & 0xF]++;
            }
        }
        for (DotKind kind : DotKind.values()) {
            int count = counts[kind.code];
            if (count == 0) {
                continue;
            }
            double radius = count <= 400 ? 2.2 : count <= 2_500 ? 1.6 : count <= 10_000 ? 1.1 : 0.8;
            int opacity = count <= 400 ? 256 : count <= 2_500 ? 220 : count <= 10_000 ? 150 : 110;
            DotSprite sprite = DotSprite.of(kind, radius * unit);
            for (int i = 0; i < all; i++) {
                byte packed = notable[found[i]];
                if ((packed & 0xF) == kind.code) {
                    stamp(sprite, found[i], colours.of(kind, (packed >> 4) & 0xF), opacity);
                }
            }
        }
    }

    private void stamp(DotSprite sprite, int pixel, int colour, int opacity) {
        int centreX = pixel % width;
        int centreY = pixel / width;
        int reach = sprite.reach;
        int side = 2 * reach + 1;
        int left = Math.max(-reach, -centreX);
        int right = Math.min(reach, width - 1 - centreX);
        int top = Math.max(-reach, -centreY);
        int bottom = Math.min(reach, height - 1 - centreY);
        for (int y = top; y <= bottom; y++) {
            int to = (centreY + y) * width + centreX + left;
            int at = (y + reach) * side + left + reach;
            for (int x = left; x <= right; x++, to++, at++) {
                int alpha = (sprite.coverage[at] * opacity) >> 8;
                if (alpha != 0) {
                    pixels[to] = over(pixels[to], colour, alpha);
                }
            }
        }
    }

    /** Lays a colour over a premultiplied one; alpha from 0 to 256. Two channels are computed in one word. */
    private static int over(int under, int colour, int alpha) {
        int rest = 256 - alpha;
        int redAndBlue =
                ((((colour & 0xFF00FF) * alpha) >>> 8) & 0xFF00FF) + ((((under & 0xFF00FF) * rest) >>> 8) & 0xFF00FF);
        int green = ((((colour & 0xFF00) * alpha) >>> 8) & 0xFF00) + ((((under & 0xFF00) * rest) >>> 8) & 0xFF00);
        int opaque = ((255 * alpha) >> 8) + (((under >>> 24) * rest) >> 8);
        return (opaque << 24) | redAndBlue | green;
    }
}
