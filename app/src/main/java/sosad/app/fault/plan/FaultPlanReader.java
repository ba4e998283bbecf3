package sosad.app.fault.plan;

import static sosad.model.PlainFormat.format;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import sosad.app.fault.Fault.FaultSpec;
import sosad.app.yaml.Quoted;
import sosad.app.yaml.YamlBytes;
import sosad.app.yaml.YamlFields;
import sosad.app.yaml.YamlTree;
import sosad.app.yaml.YamlValue;

/**
 * Reads fault plans ({@code docs/fault-plans.md}) for a cluster. All of a plan is checked before anything of it
 * happens; the first thing that is wrong is refused with its line and column.
 */
public final class FaultPlanReader {
    private static final String BEGINNING = "a fault plan begins with \"plan: its title\"";
    static final List<String> FIELDS = List.of("plan", "about", "faults");
    static final List<String> FAULT_FIELDS = List.of("at", "every", "pick", "do", "heal-after", "say");

    private final Members members;
    private final PickReader picks;

    private FaultPlanReader(Members members) {
        this.members = members;
        this.picks = new PickReader(members);
    }

    /**
     * Reads a plan of at most 1 MiB.
     *
     * @throws YamlFileException if the file cannot be read or is no plan for these members
     */
    public static FaultPlan read(Path file, Members members) {
        return read(file.toString(), YamlBytes.of(file, FaultPlan.MAX_BYTES), members);
    }

    /**
     * Reads a plan.
     *
     * @param file the file's name for error messages
     * @throws YamlFileException if the bytes are no plan for these members
     */
    public static FaultPlan read(String file, byte[] bytes, Members members) {
        return new FaultPlanReader(members)
                .plan(YamlTree.of(file, bytes, FaultPlan.MAX_BYTES, BEGINNING).fields(FIELDS));
    }

    /**
     * Reads a plan.
     *
     * @param file the file's name for error messages
     * @throws YamlFileException if {@code text} is no plan for these members
     */
    public static FaultPlan read(String file, String text, Members members) {
        return read(file, text.getBytes(StandardCharsets.UTF_8), members);
    }

    private FaultPlan plan(YamlFields fields) {
        String title = fields.required("plan").text();
        Optional<String> about = fields.optional("about").map(YamlValue::text);
        List<PlannedFault> faults = new ArrayList<>();
        fields.required("faults").list("a fault", item -> {
            if (faults.size() == FaultPlan.MAX_FAULTS) {
                throw item.error(format("a plan has at most %,d faults; divide it", FaultPlan.MAX_FAULTS));
            }
            return faults.add(fault(item));
        });
        return new FaultPlan(title, about, faults);
    }

    private PlannedFault fault(YamlValue item) {
        YamlFields fields = item.fields(FAULT_FIELDS);
        Timing timing = timing(item, fields);
        Pick pick = picks.read(fields.required("pick"));
        FaultSpec what = FaultYaml.read(fields.required("do"));
        pick.refusal(what.kind(), members).ifPresent(refusal -> {
            throw fields.required("pick").error(refusal);
        });
        OptionalLong healAfter = healAfter(what, fields);
        return new PlannedFault(
                timing, pick, what, healAfter, fields.optional("say").map(YamlValue::text));
    }

    private static Timing timing(YamlValue item, YamlFields fields) {
        if (fields.has("at") == fields.has("every")) {
            throw item.error(
                    fields.has("at")
                            ? "a fault has both \"at\" and \"every\"; keep one"
                            : "a fault does not say when; add \"at: 3 s\" for once or \"every: 2 s\" for again and again");
        }
        return fields.has("at")
                ? new Timing.Once(millis(fields.required("at"), 0, Timing.MAX_MILLIS))
                : every(fields.required("every"));
    }

    private static Timing every(YamlValue field) {
        String[] bounds = field.text().split("\\s+to\\s+", 2);
        long least = interval(field, bounds[0]);
        long most = bounds.length == 1 ? least : interval(field, bounds[1]);
        if (most < least) {
            throw field.error("every is %s; write the shorter time first".formatted(Quoted.of(field.text())));
        }
        return new Timing.Every(least, most);
    }

    private static long interval(YamlValue field, String text) {
        return FaultYaml.millis(field, text, Timing.MIN_INTERVAL_MILLIS, Timing.MAX_MILLIS);
    }

    private static long millis(YamlValue field, long min, long max) {
        return FaultYaml.millis(field, field.text(), min, max);
    }

    private static OptionalLong healAfter(FaultSpec what, YamlFields fields) {
        Optional<YamlValue> field = fields.optional("heal-after");
        if (field.isEmpty()) {
            return OptionalLong.empty();
        }
        if (what.kind().effect().isMomentary()) {
            throw fields.errorAt(
                    "heal-after",
                    "%s is over at once, so there is nothing to heal; leave heal-after out"
                            .formatted(what.kind().name()));
        }
        return OptionalLong.of(millis(field.get(), 1, PlannedFault.MAX_HEAL_MILLIS));
    }
}
