package sosad.app.measure;

import static sosad.model.ArgumentCheck.refuseIf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sosad.app.check.FaultBand;
import sosad.app.check.Series;
import sosad.app.load.OperationLog;
import sosad.model.NodeId;

/**
 * The first line of a run's file.
 *
 * @param withoutOperations the run, with an empty log
 * @param operations how many lines with operations follow
 */
record RunHeaderJson(MeasuredRun withoutOperations, int operations) {
    private static final String FORMAT = "sosad-run";
    private static final int VERSION = 1;
    private static final int MAX_SERIES = 400;
    private static final int MAX_BANDS = 20_000;
    private static final int MAX_OPERATIONS = 10_000_000;
    private static final int FIELDS = 9;
    private static final int SERIES_FIELDS = 5;
    private static final int BAND_FIELDS = 4;

    /** Returns the first line for a run of which so many operations are written. */
    static ObjectNode of(MeasuredRun run, int operations) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("format", FORMAT)
                .put("version", VERSION)
                .put("name", run.name())
                .put("millis", run.millis());
        json.put("operations", operations).put("leftOut", run.leftOut());
        ArrayNode series = json.putArray("series");
        for (Series one : run.series()) {
            ObjectNode line = series.addObject()
                    .put("chart", one.chart())
                    .put("name", one.name())
                    .put("x", one.x())
                    .put("y", one.y());
            ArrayNode points = line.putArray("points");
            one.points().forEach(point -> points.addArray().add(point.x()).add(point.y()));
        }
        bands(json.putArray("bands"), run.bands());
        bands(json.putArray("ends"), run.ends());
        return json;
    }

    private static void bands(ArrayNode json, List<FaultBand> bands) {
        for (FaultBand band : bands) {
            json.addObject()
                    .put("label", band.label())
                    .put("server", band.server().map(NodeId::name).orElse(""))
                    .put("fromNanos", band.fromNanos())
                    .put("untilNanos", band.untilNanos());
        }
    }

    /** @throws IllegalArgumentException if it is not the first line of a run's file */
    static RunHeaderJson read(JsonNode json) {
        refuseIf(
                !json.isObject() || !json.path("format").asText().equals(FORMAT),
                "its first line does not begin with \"format\":\"%s\"",
                FORMAT);
        JsonFields fields = new JsonFields(json, FIELDS);
        long version = fields.number("version");
        refuseIf(version != VERSION, "version %,d; this program reads version %d", version, VERSION);
        int operations = fields.integer("operations");
        refuseIf(
                operations < 0 || operations > MAX_OPERATIONS,
                "%,d operations; at most %,d are read",
                operations,
                MAX_OPERATIONS);
        List<Series> series = new ArrayList<>();
        fields.list("series", MAX_SERIES).forEach(one -> series.add(series(one)));
        return new RunHeaderJson(
                new MeasuredRun(
                        fields.text("name"),
                        fields.number("millis"),
                        series,
                        bands(fields.list("bands", MAX_BANDS)),
                        bands(fields.list("ends", MAX_BANDS)),
                        new OperationLog(0),
                        fields.number("leftOut")),
                operations);
    }

    private static Series series(JsonNode json) {
        JsonFields fields = new JsonFields(json, SERIES_FIELDS);
        List<Series.Point> points = new ArrayList<>();
        for (JsonNode point : fields.list("points", Series.MAX_POINTS)) {
            refuseIf(
                    !point.isArray()
                            || point.size() != 2
                            || !point.get(0).isNumber()
                            || !point.get(1).isNumber(),
                    "a point that is no pair of numbers");
            points.add(new Series.Point(point.get(0).doubleValue(), point.get(1).doubleValue()));
        }
        return new Series(fields.text("chart"), fields.text("name"), fields.text("x"), fields.text("y"), points);
    }

    private static List<FaultBand> bands(JsonNode json) {
        List<FaultBand> bands = new ArrayList<>();
        for (JsonNode one : json) {
            JsonFields fields = new JsonFields(one, BAND_FIELDS);
            String server = fields.text("server");
            bands.add(new FaultBand(
                    fields.text("label"),
                    server.isEmpty() ? Optional.empty() : Optional.of(new NodeId(server)),
                    fields.number("fromNanos"),
                    fields.number("untilNanos")));
        }
        return bands;
    }

    /** Returns the run with its operations. */
    MeasuredRun run(OperationLog log) {
        return new MeasuredRun(
                withoutOperations.name(),
                withoutOperations.millis(),
                withoutOperations.series(),
                withoutOperations.bands(),
                withoutOperations.ends(),
                log,
                withoutOperations.leftOut());
    }
}
