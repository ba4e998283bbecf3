package sosad.app.scenario;

import static sosad.model.PlainFormat.format;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import sosad.app.scenario.Scenario.Step;
import sosad.app.scenario.ScenarioFile.Claim;
import sosad.app.yaml.YamlBytes;
import sosad.app.yaml.YamlFields;
import sosad.app.yaml.YamlTree;
import sosad.app.yaml.YamlValue;

/**
 * Reads scenario files ({@code docs/scenarios.md}): YAML, and so JSON too. Everything is checked before any node
 * starts; the first thing that is wrong is refused with its line and column.
 */
public final class ScenarioReader {
    private static final List<String> FIELDS = List.of("scenario", "about", "cluster", "steps");
    private static final String BEGINNING = "a scenario begins with \"scenario: its title\"";
    private static final List<String> STEP_FIELDS = List.of("time", "title", "before", "say", "do", "in-flight");

    private final ClusterPlan cluster;
    private final ActionReader actions;
    private final List<List<Claim>> claims = new ArrayList<>();
    private long time;

    private ScenarioReader(ClusterPlan cluster) {
        this.cluster = cluster;
        this.actions = new ActionReader(cluster);
        this.time = cluster.rules().startTime();
    }

    /**
     * Reads a file of at most 1 MiB.
     *
     * @throws YamlFileException if the file cannot be read or is no valid scenario
     */
    public static Scenario read(Path file) {
        return readWithPlaces(file).scenario();
    }

    /**
     * Reads a file as above, and where it claims what.
     *
     * @throws YamlFileException if the file cannot be read or is no valid scenario
     */
    public static ScenarioFile readWithPlaces(Path file) {
        return readWithPlaces(file.toString(), YamlBytes.of(file, Bounds.MAX_FILE_BYTES));
    }

    /**
     * Reads a scenario.
     *
     * @param file the file's name for error messages
     * @throws YamlFileException if the bytes are no valid scenario
     */
    public static Scenario read(String file, byte[] bytes) {
        return readWithPlaces(file, bytes).scenario();
    }

    /**
     * Reads a scenario.
     *
     * @param file the file's name for error messages
     * @throws YamlFileException if {@code text} is no valid scenario
     */
    public static Scenario read(String file, String text) {
        return read(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a scenario, and where it claims what.
     *
     * @param file the file's name for error messages
     * @throws YamlFileException if the bytes are no valid scenario
     */
    static ScenarioFile readWithPlaces(String file, byte[] bytes) {
        YamlValue root = YamlTree.of(file, bytes, Bounds.MAX_FILE_BYTES, BEGINNING);
        ForeignFields.kind(root.fieldNames(), FIELDS).ifPresent(kind -> {
            throw root.error(kind + "; " + BEGINNING);
        });
        YamlFields fields = root.fields(FIELDS);
        String title = fields.required("scenario").text();
        Optional<String> about = fields.optional("about").map(YamlValue::text);
        ClusterPlan cluster = ClusterReader.read(fields.required("cluster"));
        ScenarioReader reader = new ScenarioReader(cluster);
        List<Step> steps = reader.steps(fields.required("steps"));
        return new ScenarioFile(new Scenario(title, about, cluster, steps), reader.claims);
    }

    private List<Step> steps(YamlValue field) {
        List<Step> steps = new ArrayList<>();
        if (!field.isNull()) {
            field.list("a step", item -> {
                if (steps.size() == Bounds.MAX_STEPS) {
                    throw item.error(format("a scenario has at most %,d steps; divide it", Bounds.MAX_STEPS));
                }
                return steps.add(step(item));
            });
        }
        return steps;
    }

    private Step step(YamlValue item) {
        YamlFields fields = item.fields(STEP_FIELDS);
        time = time(item, fields);
        Optional<String> title = fields.optional("title").map(YamlValue::text);
        Optional<String> before = fields.optional("before").map(YamlValue::text);
        Optional<String> say = fields.optional("say").map(YamlValue::text);
        claims.add(new ArrayList<>());
        List<Action> done = actions(fields, "do", actions::read);
        return new Step(time, title, before, say, done, actions(fields, "in-flight", actions::readInFlight));
    }

    private List<Action> actions(YamlFields step, String name, Function<YamlValue, Action> reader) {
        return step.optional(name)
                .filter(field -> !field.isNull())
                .map(field -> field.list("an action", item -> action(item, reader)))
                .orElseGet(List::of);
    }

    private Action action(YamlValue item, Function<YamlValue, Action> reader) {
        Action read = reader.apply(item);
        Optional<String> claim = Optional.empty();
        if (read instanceof Action.Expect expect) {
            claim = Optional.of(expect.expectation().toString());
        } else if (read instanceof Action.Get get) {
            claim = get.claim();
        }
        claim.ifPresent(words -> claims.get(claims.size() - 1).add(new Claim(words, item.line())));
        return read;
    }

    private long time(YamlValue step, YamlFields fields) {
        if (fields.has("time")) {
            YamlValue field = fields.required("time");
            long written = field.number(-Bounds.MAX_TIME, Bounds.MAX_TIME);
            if (written <= time) {
                throw field.error(format(
                        "time is %,d, not after %,d, the %s; times must increase: write from %,d to %,d",
                        written, time, before(), time + 1, Bounds.MAX_TIME));
            }
            return written;
        }
        if (time == Bounds.MAX_TIME) {
            throw step.error(format(
                    "this step's time would be %,d, one more than the step before; times are from %,d to %,d",
                    time + 1, -Bounds.MAX_TIME, Bounds.MAX_TIME));
        }
        return time + 1;
    }

    private String before() {
        return time == cluster.rules().startTime() ? "start time" : "time of the step before";
    }
}
