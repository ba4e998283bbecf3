package sosad.app.settings;

import static sosad.model.PlainFormat.format;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the window remembers.
 *
 * @param dark whether its theme is the dark one
 * @param textPercent the size of its text, 100 as drawn
 * @param speed of playback, 1 as measured
 * @param moving whether messages are seen moving
 * @param timeDown whether time goes down in the time line, and not to the right
 * @param size its size; empty: the usual one
 * @param recent the scenario files that were opened last, newest first
 * @param folder the folder that a file was last chosen from
 */
public record Settings(
        boolean dark,
        double textPercent,
        double speed,
        boolean moving,
        boolean timeDown,
        Optional<WindowSize> size,
        List<Path> recent,
        Optional<Path> folder) {
    /** The most files that are remembered. */
    public static final int MAX_RECENT = 6;

    /** The sizes of text to choose from, in percent: steps of an eighth. */
    public static final List<Double> TEXT_PERCENTS = List.of(100.0, 112.5, 125.0, 137.5, 150.0);

    /** The speeds to choose from. */
    public static final List<Double> SPEEDS = List.of(0.5, 1.0, 2.0, 4.0);

    /** What holds before anything was chosen. */
    public static final Settings DEFAULT =
            new Settings(false, 100, 1, true, false, Optional.empty(), List.of(), Optional.empty());

    public Settings {
        recent = List.copyOf(recent);
        if (!TEXT_PERCENTS.contains(textPercent)) {
            throw new IllegalArgumentException("the size of text is not one of " + TEXT_PERCENTS);
        } else if (!SPEEDS.contains(speed)) {
            throw new IllegalArgumentException("the speed is not one of " + SPEEDS);
        } else if (recent.size() > MAX_RECENT) {
            throw new IllegalArgumentException(format("%d recent files are more than %d", recent.size(), MAX_RECENT));
        }
    }

    /** Returns these with another theme. */
    public Settings withDark(boolean isDark) {
        return new Settings(isDark, textPercent, speed, moving, timeDown, size, recent, folder);
    }

    /** Returns these with text of another size. */
    public Settings withTextPercent(double percent) {
        return new Settings(dark, percent, speed, moving, timeDown, size, recent, folder);
    }

    /** Returns these with another speed. */
    public Settings withSpeed(double newSpeed) {
        return new Settings(dark, textPercent, newSpeed, moving, timeDown, size, recent, folder);
    }

    /** Returns these with messages that are seen moving, or not. */
    public Settings withMoving(boolean isMoving) {
        return new Settings(dark, textPercent, speed, isMoving, timeDown, size, recent, folder);
    }

    /** Returns these with time going down in the time line, or to the right. */
    public Settings withTimeDown(boolean isDown) {
        return new Settings(dark, textPercent, speed, moving, isDown, size, recent, folder);
    }

    /** Returns these with a window of another size. */
    public Settings withSize(WindowSize newSize) {
        return new Settings(dark, textPercent, speed, moving, timeDown, Optional.of(newSize), recent, folder);
    }

    /** Returns these with {@code file} as the newest of the recent ones. */
    public Settings withRecent(Path file) {
        return withRecent(Stream.concat(Stream.of(file), recent.stream().filter(other -> !other.equals(file)))
                .limit(MAX_RECENT)
                .toList());
    }

    /** Returns these without {@code file} among the recent ones. */
    public Settings withoutRecent(Path file) {
        return withRecent(recent.stream().filter(other -> !other.equals(file)).toList());
    }

    /** Returns these with other recent files. */
    public Settings withRecent(List<Path> files) {
        return new Settings(dark, textPercent, speed, moving, timeDown, size, files, folder);
    }

    /** Returns these with another last folder. */
    public Settings withFolder(Path newFolder) {
        return new Settings(dark, textPercent, speed, moving, timeDown, size, recent, Optional.of(newFolder));
    }
}
