package sosad.app.diagram.plot;

import java.util.Arrays;

/**
 * Draws so many dots that they have no shapes any more: how many are at a place, and which share of them writes. Each
 * dot is spread over its neighbours, one pixel around it.
 */
final class DotDensity {
    /** What one dot counts in the middle of where it is spread: 2 × 2 of 16. */
    private static final int MAX_SUM = 640;

    private static final double OPACITY_OF_ONE = 0.16;
    private static final int MIXES = 16;

    private final int width;
    private final int height;
    private final int[] colourOfMix = new int[MIXES + 1];
    private final int[] opacityOfSum = new int[MAX_SUM + 1];

    DotDensity(int width, int height, DotColours colours) {
        this.width = width;
        this.height = height;
        for (int mix = 0; mix <= MIXES; mix++) {
            colourOfMix[mix] = DotColours.between(colours.read(), colours.write(), (double) mix / MIXES);
        }
        for (int sum = 1; sum <= MAX_SUM; sum++) {
            opacityOfSum[sum] = (int) Math.round(255 * (1 - Math.pow(1 - OPACITY_OF_ONE, sum / 4.0)));
        }
    }

    /** Draws into pixels that are empty. */
    void draw(byte[] reads, byte[] writes, int[] pixels) {
        Row above = new Row();
        Row here = new Row();
        Row below = new Row();
        below.spread(reads, writes, 0);
        for (int y = 0; y < height; y++) {
            Row free = above;
            above = here;
            here = below;
            below = free;
            below.spread(reads, writes, y + 1);
            if (!above.isEmpty || !here.isEmpty || !below.isEmpty) {
                draw(y * width, above, here, below, pixels);
            }
        }
    }

    private void draw(int first, Row above, Row here, Row below, int[] pixels) {
        for (int x = 0; x < width; x++) {
            int read = above.reads[x] + 2 * here.reads[x] + below.reads[x];
            int write = above.writes[x] + 2 * here.writes[x] + below.writes[x];
            int sum = read + write;
            if (sum > 0) {
                int colour = colourOfMix[MIXES * write / sum];
                pixels[first + x] = premultiplied(colour, opacityOfSum[Math.min(MAX_SUM, sum)]);
            }
        }
    }

    /** A row of pixels with its dots spread sideways. */
    private final class Row {
        final int[] reads = new int[width];
        final int[] writes = new int[width];
        boolean isEmpty = true;

        void spread(byte[] allReads, byte[] allWrites, int y) {
            boolean was = isEmpty;
            isEmpty = y == height || !hasAny(allReads, allWrites, y * width);
            if (!isEmpty) {
                spread(allReads, y * width, reads);
                spread(allWrites, y * width, writes);
            } else if (!was) {
                Arrays.fill(reads, 0);
                Arrays.fill(writes, 0);
            }
        }

        private boolean hasAny(byte[] allReads, byte[] allWrites, int first) {
            int any = 0;
            for (int pixel = first; pixel < first + width; pixel++) {
                any |= allReads[pixel] | allWrites[pixel];
            }
            return any != 0;
        }

        private void spread(byte[] counts, int first, int[] row) {
            for (int x = 0; x < width; x++) {
                int left = x == 0 ? 0 : counts[first + x - 1];
                int right = x == width - 1 ? 0 : counts[first + x + 1];
                row[x] = left + 2 * counts[first + x] + right;
            }
        }
    }

    private static int premultiplied(int colour, int opacity) {
        int scaled = opacity + (opacity >> 7);
        int redAndBlue = (((colour & 0xFF00FF) * scaled) >>> 8) & 0xFF00FF;
        int green = (((colour & 0xFF00) * scaled) >>> 8) & 0xFF00;
        return (opacity << 24) | redAndBlue | green;
    }
}
