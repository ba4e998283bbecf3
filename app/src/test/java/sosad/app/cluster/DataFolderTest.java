package sosad.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sosad.model.NodeId;

/** Which folders a new one takes for left behind. */
@Timeout(60)
class DataFolderTest {
    private static final NodeId A = new NodeId("A");

    @TempDir
    private Path place;

    /** Another app: makes a folder or, if it is told one, opens a node's store in it; says where, and stays. */
    public static final class OtherApp {
        public static void main(String[] args) throws IOException {
            Path store;
            if (args.length == 1) {
                store = DataFolder.create(Path.of(args[0])).of(A);
                Files.createDirectories(store);
                Files.writeString(store.resolve("store.mv"), "all it has");
            } else {
                store = Path.of(args[1]);
                FileChannel.open(store.resolve("store.mark"), StandardOpenOption.WRITE)
                        .lock();
            }
            System.out.println(store);
            System.in.read();
        }
    }

    private Process start(String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                OtherApp.class.getName(),
                place.toString()));
        command.addAll(List.of(more));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static Path store(Process app) throws IOException {
        return Path.of(app.inputReader().readLine());
    }

    private static void kill(Process app) throws InterruptedException {
        app.destroyForcibly();
        assertThat(app.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void theFolderOfAnAppThatRunsIsLeftAloneAndDeletedOnceThatWasKilled() throws Exception {
        Process other = start();
        Path store = store(other);
        try {
            DataFolder.create(place).close();
            assertThat(store.resolve("store.mv")).exists();
        } finally {
            kill(other);
        }
        DataFolder.create(place).close();
        assertThat(place).isEmptyDirectory();
    }

    @Test
    void twoClustersOfOneAppLeaveEachOtherAlone() {
        try (DataFolder first = DataFolder.create(place)) {
            DataFolder.create(place).close();
            DataFolder.create(place).close();
            assertThat(first.of(A).getParent()).exists();
        }
        assertThat(place).isEmptyDirectory();
    }

    private Path folderOfEarlierVersion(Instant changed) throws IOException {
        Path folder = Files.createDirectory(place.resolve("sosad-data-999999999-1234"));
        Path store = Files.createDirectory(folder.resolve("A"));
        for (Path path : new Path[] {Files.createFile(store.resolve("store.mark")), store, folder}) {
            Files.setLastModifiedTime(path, FileTime.from(changed));
        }
        return folder;
    }

    @Test
    void aFolderWithoutALockIsDeletedOnlyOnceItHasRested() throws Exception {
        Path folder = folderOfEarlierVersion(Instant.now());
        DataFolder.create(place).close();
        assertThat(folder).exists();
        Files.delete(folder.resolve("A/store.mark"));
        Files.delete(folder.resolve("A"));
        Files.delete(folder);

        folderOfEarlierVersion(Instant.now().minus(LeftBehind.REST).minusSeconds(60));
        DataFolder.create(place).close();
        assertThat(folder).doesNotExist();
    }

    @Test
    void aRestingFolderInWhichANodeHasItsStoreOpenIsLeftAlone() throws Exception {
        Path folder =
                folderOfEarlierVersion(Instant.now().minus(LeftBehind.REST).minusSeconds(60));
        Process holder = start(folder.resolve("A").toString());
        store(holder);
        DataFolder.create(place).close();
        kill(holder);
        assertThat(folder).exists();
    }

    @Test
    void whatIsNoFolderOfOursStays() throws Exception {
        Path file = Files.createFile(place.resolve("sosad-data-1"));
        Path target = Files.createDirectory(place.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(place.resolve("sosad-data-2"), target);
        DataFolder.create(place).close();
        assertThat(file).exists();
        assertThat(link).exists();
    }
}
