package sosad.app.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import sosad.app.cluster.ProcessCluster;
import sosad.app.cluster.StepCluster;
import sosad.app.process.HostProcess;
import sosad.app.process.LocalLauncher;
import sosad.app.process.NodeException;
import sosad.app.process.ProcessCommand;
import sosad.app.process.Program;
import sosad.message.Launch.StoreKind;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.Rules;

/**
 * The command {@code archive}, run by the build: lets two nodes do what nodes do and makes an archive of the classes
 * they have loaded, from which nodes start in about half the time. Nothing depends on it, so a failure is only a word.
 */
@Command(name = "archive", hidden = true, description = "Makes the archive from which nodes start faster.")
final class ArchiveCommand implements Callable<Integer> {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");
    private static final int DUMP_SECONDS = 60;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        try {
            Program program = Program.find();
            Path folder = Files.createTempDirectory("sosad-classes-");
            try {
                work(program.listingClasses(folder));
                make(program, folder);
            } finally {
                delete(folder);
            }
        } catch (IOException | NodeException e) {
            spec.commandLine()
                    .getErr()
                    .println("sosad: no class archive was made (%s); nodes start more slowly without it"
                            .formatted(e.getMessage()));
        }
        return 0;
    }

    /** Two, since the links between nodes have classes too. */
    private static void work(Program program) throws InterruptedException {
        try (StepCluster cluster =
                new ProcessCluster(List.of(A, B), Rules.DOCUMENT, StoreKind.MEMORY, program, new FirstDeath())) {
            cluster.startAll();
            for (NodeId node : List.of(A, B)) {
                Key key = new Key("key-" + node);
                cluster.setTime(node, 2);
                cluster.put(node, key, Value.of("value"));
                cluster.get(node, key);
                cluster.delete(node, key);
                cluster.push(node, Optional.empty()).forEach(cluster::deliver);
                cluster.sync(node, Optional.empty(), Optional.empty()).forEach(cluster::deliver);
            }
        }
    }

    private static void make(Program program, Path folder) throws IOException {
        Path all = Files.write(folder.resolve("all"), listed(folder));
        Path made = program.archive().resolveSibling(program.archive().getFileName() + ".new");
        HostProcess dump = LocalLauncher.PLAIN.start(new ProcessCommand(program.archiveCommand(all, made)), line -> {});
        int exit = dump.exit()
                .completeOnTimeout(-1, DUMP_SECONDS, TimeUnit.SECONDS)
                .join();
        dump.destroy();
        if (exit != 0) {
            throw new IOException("Java could not write it");
        }
        Files.move(made, program.archive(), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Returns what the nodes have listed, each line once. A node's last line may be half, since it was killed. */
    private static Set<String> listed(Path folder) throws IOException {
        Set<String> lines = new LinkedHashSet<>();
        try (DirectoryStream<Path> lists = Files.newDirectoryStream(folder, "*.classes")) {
            for (Path list : lists) {
                String text = Files.readString(list);
                text.substring(0, text.lastIndexOf('\n') + 1).lines().forEach(lines::add);
            }
        }
        if (lines.isEmpty()) {
            throw new IOException("Java lists no classes");
        }
        return lines;
    }

    private static void delete(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
