package sosad.app.fault.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import sosad.app.yaml.NearestWord;
import sosad.app.yaml.Quoted;
import sosad.model.NodeId;

/** The fault plans that come with the application. */
public final class BundledPlans {
    private static final List<String> NAMES = List.of("crashes", "partitions", "slow-links", "chaos");
    private static final Members ANY =
            new Members(List.of(new NodeId("A"), new NodeId("B"), new NodeId("C")), List.of());

    private BundledPlans() {}

    /** Their names, the mildest first. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * The title of a bundled plan.
     *
     * @throws IllegalArgumentException if there is none of this name
     */
    public static String title(String name) {
        return load(name, ANY).title();
    }

    /**
     * Reads a bundled plan.
     *
     * @throws IllegalArgumentException if there is none of this name; the message suggests the nearest and is fit to be
     *     shown to the user
     * @throws sosad.app.yaml.YamlFileException if the members are too few for it
     */
    public static FaultPlan load(String name, Members members) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException(
                    "there is no bundled fault plan %s; %s".formatted(Quoted.of(name), NearestWord.hint(name, NAMES)));
        }
        try (InputStream in = BundledPlans.class.getResourceAsStream(name + ".yaml")) {
            return FaultPlanReader.read(name + ".yaml", in.readAllBytes(), members);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // part of our own jar
        }
    }
}
