package sosad.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import sosad.app.fault.plan.BundledPlans;
import sosad.app.fault.plan.FaultPlan;
import sosad.app.fault.plan.FaultPlanReader;
import sosad.app.fault.plan.Members;

/** The fault plan that a command line names. */
final class PlanChoice {
    private PlanChoice() {}

    /**
     * Reads a plan's file, or one that comes with the app.
     *
     * @throws java.nio.file.InvalidPathException if the system has no such names
     * @throws IllegalArgumentException if there is no bundled plan of the name
     * @throws sosad.app.yaml.YamlFileException if the file is no plan, or the members are too few for it
     */
    static FaultPlan read(String fileOrName, Members members) {
        return isFile(fileOrName)
                ? FaultPlanReader.read(Path.of(fileOrName), members)
                : BundledPlans.load(fileOrName, members);
    }

    /** Returns whether a word names a file. */
    static boolean isFile(String fileOrName) {
        return !BundledPlans.names().contains(fileOrName)
                && (fileOrName.contains("/") || fileOrName.contains(".") || Files.exists(Path.of(fileOrName)));
    }
}
