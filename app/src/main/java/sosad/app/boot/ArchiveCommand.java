package sosad.app.boot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import sosad.app.cluster.Cluster;
import sosad.app.cluster.NodeException;
import sosad.app.cluster.ProcessCluster;
import sosad.app.cluster.Program;
import sosad.message.StoreKind;
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
        Program program = Program.find();
        try (Cluster cluster = new ProcessCluster(
                List.of(A, B), Rules.DOCUMENT, StoreKind.MEMORY, program.recordingClasses(), new Unobserved())) {
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
            dump(cluster.tables(A).pid(), program);
        } catch (IOException | NodeException e) {
            spec.commandLine()
                    .getErr()
                    .println("sosad: no class archive was made (%s); nodes start more slowly without it"
                            .formatted(e.getMessage()));
        }
        return 0;
    }

    private static void dump(long pid, Program program) throws IOException, InterruptedException {
        Path jcmd = program.java().resolveSibling("jcmd");
        Process dump = new ProcessBuilder(
                        jcmd.toString(),
                        Long.toString(pid),
                        "VM.cds",
                        "dynamic_dump",
                        program.archive().toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!dump.waitFor(DUMP_SECONDS, TimeUnit.SECONDS) || dump.exitValue() != 0) {
            dump.destroyForcibly();
            throw new IOException("jcmd could not write it");
        }
    }
}
