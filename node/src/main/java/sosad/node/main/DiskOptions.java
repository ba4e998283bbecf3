package sosad.node.main;

import static sosad.model.ArgumentCheck.refuseIf;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import sosad.message.Launch.Disk;
import sosad.message.Launch.Fsync;
import sosad.message.Launch.StoreKind;

/** The options about where a node keeps what it holds. */
final class DiskOptions {
    @Option(
            names = "--store",
            defaultValue = "memory",
            description = "Where the node keeps its entries: memory (default) or disk.")
    private StoreKind store;

    @Option(names = "--data", paramLabel = "DIR", description = "The folder of a disk store, for this node alone.")
    private Optional<Path> folder = Optional.empty();

    @Option(
            names = "--fsync",
            description = "When a disk store makes its writes survive a crash of the machine: always "
                    + "(default; before any reply), everysec (within two seconds; the reply waits for the write, which "
                    + "survives the process) or never (the reply waits for nothing).")
    private Optional<Fsync> fsync = Optional.empty();

    @Option(names = "--wipe", description = "Discard the folder's contents and begin with an empty store.")
    private boolean wipe;

    /** @throws IllegalArgumentException if the options contradict each other */
    Optional<Disk> disk() {
        if (store == StoreKind.MEMORY) {
            refuseIf(
                    folder.isPresent() || fsync.isPresent() || wipe, "--data, --fsync and --wipe are for --store disk");
            return Optional.empty();
        }
        Path place = folder.orElseThrow(() -> new IllegalArgumentException("--store disk needs --data DIR"));
        return Optional.of(new Disk(place.toString(), fsync.orElse(Fsync.ALWAYS), wipe));
    }
}
