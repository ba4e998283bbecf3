package sosad.app.viewmodel.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.concurrent.Executor;
import sosad.app.scenario.Scenario;
import sosad.app.viewmodel.Banner;
import sosad.app.viewmodel.LabStatus;
import sosad.app.viewmodel.LabViewModel;

/**
 * Notices that the open file changes on disk. A lesson that stands at its start is opened anew at once; one that is
 * being played is left alone, and opening the new one is offered. A file that is no scenario leaves the lesson as it
 * is.
 *
 * <p>It looks again and again rather than be notified: network drives notify nobody, and editors replace files.
 */
public final class FileReload {
    private final LabViewModel lab;
    private final OpenerViewModel opener;
    private final ScenarioFiles files;
    private final Executor fx;
    private volatile Optional<Path> open = Optional.empty();
    private volatile Optional<Stamp> own = Optional.empty();
    private Optional<Path> watched = Optional.empty();
    private Optional<Stamp> seen = Optional.empty();
    private Optional<Stamp> resting = Optional.empty();

    /** What differs when a file has changed. */
    private record Stamp(FileTime modified, long bytes) {
        static Optional<Stamp> of(Path file) {
            try {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                return Optional.of(new Stamp(attributes.lastModifiedTime(), attributes.size()));
            } catch (IOException e) {
                return Optional.empty(); // it is being replaced, or gone
            }
        }
    }

    /** @param fx runs what it is given on the window's thread, in order */
    public FileReload(LabViewModel lab, OpenerViewModel opener, ScenarioFiles files, Executor fx) {
        this.lab = lab;
        this.opener = opener;
        this.files = files;
        this.fx = fx;
        opener.fileProperty().addListener((property, old, file) -> open = file);
    }

    /** A file was written by this window: that it differs now is no news. */
    public void written(Path file) {
        own = open.filter(file::equals).flatMap(Stamp::of);
    }

    /** Looks once; to be called off the window's thread, again and again. */
    public void look() {
        Optional<Path> file = open;
        Optional<Stamp> now = file.flatMap(Stamp::of);
        if (!file.equals(watched)) {
            watched = file;
            seen = now;
            resting = now;
        } else if (now.isPresent() && now.equals(own)) {
            seen = now;
            resting = now;
        } else if (now.isPresent() && !now.equals(seen)) {
            if (now.equals(resting)) {
                seen = now;
                read(file.get());
            }
            resting = now; // one that differs from the last look may still be being written
        }
    }

    private void read(Path file) {
        try {
            Scenario changed = files.read(file);
            fx.execute(() -> take(file, changed));
        } catch (IOException | RuntimeException e) {
            fx.execute(() -> complain(file, e));
        }
    }

    private boolean isOpen(Path file) {
        return opener.fileProperty().get().equals(Optional.of(file));
    }

    private void take(Path file, Scenario changed) {
        if (!isOpen(file) || changed.equals(lab.wantedProperty().get())) {
            return;
        }
        if (isAtStart()) {
            opener.reload(file, changed);
            return;
        }
        lab.report(new Banner(
                file.getFileName() + " has changed on disk.",
                "The lesson goes on as it was opened.",
                Optional.of(new Banner.Offer("Reload", () -> opener.reload(file, changed)))));
    }

    private boolean isAtStart() {
        return switch (lab.statusProperty().get()) {
            case FAILED -> true;
            case READY -> lab.historyProperty().get().size() == 1;
            default -> false;
        };
    }

    private void complain(Path file, Exception why) {
        if (isOpen(file) && lab.statusProperty().get() != LabStatus.NONE) {
            lab.report(new Banner(
                    "The open file has changed and is no scenario now: " + why.getMessage(),
                    "The lesson stays as it was opened; the file is read again when it is saved."));
        }
    }
}
