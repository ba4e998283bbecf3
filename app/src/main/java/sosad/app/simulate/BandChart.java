package sosad.app.simulate;

import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;

/** A chart with two logarithmic axes as SVG: lines with bands around them, and dashed lines of formulas. */
final class BandChart {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 400;
    private static final int LEFT = 76;
    private static final int RIGHT = 170;
    private static final int TOP = 34;
    private static final int BOTTOM = 44;
    private static final double MARGIN = 1.15;
    private static final double[] STEPS = {1, 2, 5};

    private final String title;
    private final DoubleFunction<String> label;
    private final List<Line> lines = new ArrayList<>();

    /** A point of a line; a line of a formula has no band. */
    record Dot(double x, Band y) {}

    private record Line(String name, String style, List<Dot> dots, boolean isFormula) {}

    /**
     * @param title what is drawn
     * @param label the numbers of the side
     */
    BandChart(String title, DoubleFunction<String> label) {
        this.title = title;
        this.label = label;
    }

    /** Adds measured figures; {@code style} is a class of the page. */
    BandChart with(String name, String style, List<Dot> dots) {
        lines.add(new Line(name, style, List.copyOf(dots), false));
        return this;
    }

    /** Adds what a formula says. */
    BandChart withFormula(String name, String style, List<Dot> dots) {
        lines.add(new Line(name, style, List.copyOf(dots), true));
        return this;
    }

    String svg() {
        StringBuilder svg = new StringBuilder();
        svg.append(format(
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">%n<text class=\"title\" x=\"%d\" "
                        + "y=\"20\">%s</text>%n",
                WIDTH, HEIGHT, title, LEFT, title));
        axes(svg);
        lines.forEach(line -> draw(svg, line));
        legend(svg);
        return svg.append("</svg>\n").toString();
    }

    private double lowest(boolean x) {
        return lines.stream()
                .flatMap(line -> line.dots().stream())
                .mapToDouble(
                        dot -> x ? dot.x() : Math.min(dot.y().low(), dot.y().mean()))
                .filter(value -> value > 0)
                .min()
                .orElse(1);
    }

    private double highest(boolean x) {
        double highest = lines.stream()
                .flatMap(line -> line.dots().stream())
                .mapToDouble(
                        dot -> x ? dot.x() : Math.max(dot.y().high(), dot.y().mean()))
                .max()
                .orElse(1);
        return Math.max(highest, lowest(x) * MARGIN);
    }

    private double x(double value) {
        return LEFT + (WIDTH - LEFT - RIGHT) * share(value, lowest(true), highest(true));
    }

    private double y(double value) {
        return HEIGHT
                - BOTTOM
                - (HEIGHT - TOP - BOTTOM) * share(value, lowest(false) / MARGIN, highest(false) * MARGIN);
    }

    private static double share(double value, double low, double high) {
        return Math.log(Math.max(value, low) / low) / Math.log(high / low);
    }

    private void axes(StringBuilder svg) {
        for (double mark : marks(lowest(false) / MARGIN, highest(false) * MARGIN)) {
            svg.append(format(
                    "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%3$.1f\" y2=\"%3$.1f\"/><text class=\"y\" x=\"%4$d\" "
                            + "y=\"%5$.1f\">%6$s</text>%n",
                    LEFT, WIDTH - RIGHT, y(mark), LEFT - 8, y(mark) + 4, label.apply(mark)));
        }
        lines.get(0)
                .dots()
                .forEach(dot -> svg.append(format(
                        "<text class=\"x\" x=\"%.1f\" y=\"%d\">%,.0f</text>%n",
                        x(dot.x()), HEIGHT - BOTTOM + 18, dot.x())));
        svg.append(format(
                "<text class=\"x\" x=\"%.1f\" y=\"%d\">nodes</text>%n", (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 8));
    }

    /** Round numbers, not too many. */
    private static List<Double> marks(double low, double high) {
        List<Double> marks = new ArrayList<>();
        boolean sparse = high / low > 1_000;
        for (double power = Math.pow(10, Math.floor(Math.log10(low))); power <= high; power *= 10) {
            for (double step : STEPS) {
                if (power * step >= low && power * step <= high && (step == 1 || !sparse)) {
                    marks.add(power * step);
                }
            }
        }
        return marks;
    }

    private void draw(StringBuilder svg, Line line) {
        if (!line.isFormula()) {
            List<String> around = new ArrayList<>();
            line.dots().forEach(dot -> around.add(point(dot.x(), dot.y().high())));
            for (int i = line.dots().size() - 1; i >= 0; i--) {
                around.add(point(line.dots().get(i).x(), line.dots().get(i).y().low()));
            }
            svg.append(format("<polygon class=\"band %s\" points=\"%s\"/>%n", line.style(), String.join(" ", around)));
        }
        String points =
                line.dots().stream().map(dot -> point(dot.x(), dot.y().mean())).collect(Collectors.joining(" "));
        svg.append(format(
                "<polyline class=\"%s %s\" points=\"%s\"/>%n",
                line.isFormula() ? "formula" : "line", line.style(), points));
    }

    private String point(double x, double y) {
        return format("%.1f,%.1f", x(x), y(y));
    }

    private void legend(StringBuilder svg) {
        int y = TOP + 10;
        for (Line line : lines) {
            svg.append(format(
                    "<line class=\"%s %s\" x1=\"%d\" x2=\"%d\" y1=\"%5$d\" y2=\"%5$d\"/><text x=\"%6$d\" y=\"%7$d\">%8$s"
                            + "</text>%n",
                    line.isFormula() ? "formula" : "line",
                    line.style(),
                    WIDTH - RIGHT + 12,
                    WIDTH - RIGHT + 40,
                    y,
                    WIDTH - RIGHT + 46,
                    y + 4,
                    line.name()));
            y += 20;
        }
    }
}
