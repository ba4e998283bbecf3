package sosad.app.simulate;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import sosad.protocol.EnumNames;

/** The summary of a simulation as one page of HTML, with its charts in it. */
final class SimulationHtml {
    private SimulationHtml() {}

    static String of(SimulationSummary summary) {
        return HtmlPage.of(
                "Until all nodes hold all entries",
                "<p><strong>"
                        + SimulationMarkdown.verdict(summary)
                        + "</strong></p>\n"
                        + rounds(summary)
                        + figures("Bytes of one node", summary, SizeSummary::bytes, PlainNumber::bytes)
                        + figures("Messages of one node", summary, SizeSummary::messages, PlainNumber::of)
                        + HtmlPage.ofMarkdown(SimulationMarkdown.of(summary)));
    }

    private static String rounds(SimulationSummary summary) {
        BandChart chart = new BandChart("Rounds, and the formula one expects", PlainNumber::of);
        summary.sizes().forEach((topology, sizes) -> {
            chart.with(EnumNames.of(topology), style(topology), dots(sizes, SizeSummary::rounds));
            chart.withFormula(
                    EnumNames.of(topology) + ", formula",
                    style(topology),
                    dots(sizes, size -> point(size.expectedRounds())));
        });
        return chart.svg();
    }

    private static String figures(
            String title, SimulationSummary summary, Function<SizeSummary, Band> figure, DoubleFunction<String> label) {
        BandChart chart = new BandChart(title, label);
        summary.sizes()
                .forEach((topology, sizes) -> chart.with(EnumNames.of(topology), style(topology), dots(sizes, figure)));
        return chart.svg();
    }

    private static Band point(double value) {
        return new Band(value, value, value);
    }

    private static List<BandChart.Dot> dots(List<SizeSummary> sizes, Function<SizeSummary, Band> figure) {
        return sizes.stream()
                .map(size -> new BandChart.Dot(size.nodes(), figure.apply(size)))
                .toList();
    }

    private static String style(Topology topology) {
        return topology == Topology.ALL ? "all" : "other";
    }
}
