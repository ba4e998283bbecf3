package sosad.app.process;

import static sosad.model.PlainFormat.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A process on this machine. */
final class LocalProcess implements HostProcess {
    private static final int DEATH_SECONDS = 10;

    private final Process process;
    private final LogTail log = new LogTail();
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();
    private Optional<OrphanKiller> killer = Optional.empty();

    LocalProcess(Process process, Consumer<String> lines) {
        this.process = process;
        Thread reader = new Thread(() -> follow(lines), "log of process " + pid());
        reader.setDaemon(true);
        reader.start();
    }

    private void follow(Consumer<String> lines) {
        log.readAll(process, lines);
        try {
            exit.complete(process.waitFor());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public OutputStream input() {
        return process.getOutputStream();
    }

    @Override
    public String lastLine() {
        return log.lastLine();
    }

    @Override
    public CompletableFuture<Integer> exit() {
        return exit;
    }

    @Override
    public boolean isPaused() {
        return killer.isPresent();
    }

    @Override
    public void pause() throws IOException, InterruptedException {
        killer = Optional.of(OrphanKiller.over(pid()));
        Signals.stop(pid());
    }

    @Override
    public void resume() throws IOException, InterruptedException {
        Signals.cont(pid());
        dismissKiller();
    }

    private void dismissKiller() {
        killer.ifPresent(OrphanKiller::dismiss);
        killer = Optional.empty();
    }

    @Override
    public void terminate() {
        process.destroy();
    }

    @Override
    public void destroy() {
        process.destroyForcibly();
    }

    @Override
    public void kill() throws IOException {
        destroy();
        boolean interrupted = Thread.interrupted(); // who is to end waits all the same for what it has begun
        try {
            if (!process.waitFor(DEATH_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException(format("does not die: process %d is still there", pid()));
            }
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        dismissKiller();
    }
}
