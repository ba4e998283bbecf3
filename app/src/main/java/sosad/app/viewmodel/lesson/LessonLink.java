package sosad.app.viewmodel.lesson;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A link from one lesson to another: {@code lesson:NAME} leads to one that comes with the application, the name of a
 * scenario file to that file, beside the one that is open.
 *
 * @param name the lesson's or the file's
 * @param isFile which of the two
 */
public record LessonLink(String name, boolean isFile) {
    private static final Pattern LESSON = Pattern.compile("lesson:([a-z0-9-]{1,60})");

    /** A name alone: a lesson leads to no other folder, and to no program. */
    private static final Pattern FILE = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_. -]{0,100}\\.(yaml|yml|json)");

    /** Understands the address of a link; empty if it leads elsewhere. */
    public static Optional<LessonLink> of(String address) {
        Matcher lesson = LESSON.matcher(address);
        if (lesson.matches()) {
            return Optional.of(new LessonLink(lesson.group(1), false));
        }
        return FILE.matcher(address).matches() ? Optional.of(new LessonLink(address, true)) : Optional.empty();
    }
}
