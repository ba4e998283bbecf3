package sosad.app.check.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import sosad.app.check.CheckResult;
import sosad.app.check.CheckVerdict;
import sosad.app.check.Evidence;
import sosad.app.check.FaultBand;
import sosad.app.check.Figure;
import sosad.app.check.FigureTable;
import sosad.app.check.Series;
import sosad.app.check.suite.CheckOutcome;
import sosad.app.check.suite.SuiteResult;
import sosad.app.load.OperationLog;
import sosad.model.NodeId;
import sosad.protocol.EnumNames;

/** A run of checks as JSON, in the form that {@code docs/checks.md} describes. */
final class JsonSuiteReport {
    /** The name of the form, in the file. */
    static final String FORMAT = "sosad-checks";

    private static final int VERSION = 1;
    private static final double NANOS_A_MILLI = TimeUnit.MILLISECONDS.toNanos(1);

    private JsonSuiteReport() {}

    static String text(SuiteResult suite) {
        return json(suite).toPrettyString() + "\n";
    }

    static ObjectNode json(SuiteResult suite) {
        ObjectNode json = object().put("format", FORMAT)
                .put("version", VERSION)
                .put("began", suite.began().toString())
                .put("tookMillis", suite.took().toMillis())
                .put("system", suite.system())
                .put("options", suite.options())
                .put("seed", suite.settings().seed())
                .put("forMillis", suite.settings().duration().toMillis())
                .put("complete", suite.isComplete());
        putIfAny(json, "stopped", suite.stopped());
        ObjectNode verdicts = json.putObject("verdicts");
        for (CheckVerdict verdict : CheckVerdict.values()) {
            verdicts.put(EnumNames.of(verdict), suite.count(verdict));
        }
        json.set("checks", list(suite.outcomes(), outcome -> check(suite, outcome)));
        json.set("notRun", list(suite.notRun(), number -> TextNode.valueOf(number.toString())));
        return json;
    }

    private static JsonNode check(SuiteResult suite, CheckOutcome outcome) {
        CheckResult result = outcome.result();
        ObjectNode json = object().put("number", result.number().toString())
                .put("title", outcome.check().title())
                .put("question", outcome.check().question())
                .put("verdict", EnumNames.of(result.verdict()))
                .put("headline", result.headline())
                .put("did", result.did())
                .put("reason", result.reason())
                .put("situation", outcome.check().situation())
                .put("situations", result.situations())
                .put("tookMillis", outcome.took().toMillis())
                .put("repeat", suite.repeat(result.number()));
        putIfAny(json, "lesson", result.lesson());
        json.set("figures", list(result.figures(), JsonSuiteReport::figure));
        json.set("tables", list(result.tables(), JsonSuiteReport::table));
        json.set("series", list(result.series(), JsonSuiteReport::series));
        json.set("evidence", list(result.evidence(), JsonSuiteReport::evidence));
        json.set("faults", list(result.bands(), JsonSuiteReport::band));
        result.operations().map(OperationLog::size).ifPresent(size -> json.put("operations", size));
        return json;
    }

    private static ObjectNode figure(Figure figure) {
        return object().put("label", figure.label())
                .put("value", figure.value())
                .put("unit", figure.unit());
    }

    /** Each row names its figures by column and leaves out those that are not there. */
    private static JsonNode table(FigureTable table) {
        ObjectNode json = object().put("head", table.head());
        json.set("columns", list(table.columns(), TextNode::valueOf));
        json.set("rows", list(table.rows(), row -> {
            ArrayNode figures = array();
            for (int i = 0; i < table.columns().size(); i++) {
                String column = table.columns().get(i);
                row.figures()
                        .get(i)
                        .ifPresent(figure -> figures.add(figure(figure).put("label", column)));
            }
            return object().put("name", row.name()).set("figures", figures);
        }));
        return json;
    }

    private static JsonNode series(Series series) {
        ObjectNode json = object().put("chart", series.chart())
                .put("name", series.name())
                .put("x", series.x())
                .put("y", series.y());
        json.set("points", list(series.points(), point -> array().add(point.x()).add(point.y())));
        return json;
    }

    private static JsonNode evidence(Evidence evidence) {
        ObjectNode json = object().put("title", evidence.title());
        putIfAny(json, "server", evidence.server().map(NodeId::name));
        evidence.atNanos().ifPresent(at -> json.put("atMillis", at / NANOS_A_MILLI));
        evidence.operation().ifPresent(index -> json.put("operation", index));
        json.set("lines", list(evidence.lines(), TextNode::valueOf));
        return json;
    }

    private static JsonNode band(FaultBand band) {
        ObjectNode json = object().put("label", band.label());
        putIfAny(json, "server", band.server().map(NodeId::name));
        return json.put("fromMillis", band.fromNanos() / NANOS_A_MILLI)
                .put("untilMillis", band.untilNanos() / NANOS_A_MILLI);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    private static <T> ArrayNode list(List<T> items, Function<T, JsonNode> json) {
        ArrayNode list = array();
        items.forEach(item -> list.add(json.apply(item)));
        return list;
    }

    private static void putIfAny(ObjectNode json, String name, Optional<String> text) {
        text.ifPresent(there -> json.put(name, there));
    }
}
