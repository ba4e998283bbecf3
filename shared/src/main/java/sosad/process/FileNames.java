package sosad.process;

import java.nio.charset.Charset;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Names of files as they are given to a program, some of which this process cannot say to the system. */
public final class FileNames {
    /** The character that Java substitutes for a command line byte that is no letter in the locale. */
    private static final char NO_LETTER = '\ufffd';

    private FileNames() {}

    /**
     * The file of this name.
     *
     * @throws IllegalArgumentException if this process cannot say the name; the message is for the user
     */
    public static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(complaint(e), e);
        }
    }

    /** Returns what to say of a name that is none. */
    public static String complaint(InvalidPathException refused) {
        String name = refused.getInput();
        return name.indexOf(NO_LETTER) >= 0 || !isAscii(name)
                ? "the file name \"%s\" has letters that the locale (%s) cannot express; set LC_ALL=C.UTF-8"
                        .formatted(name, locale())
                : "\"%s\" is not a file name: %s".formatted(name, refused.getReason());
    }

    private static boolean isAscii(String name) {
        return name.chars().allMatch(letter -> letter < 128);
    }

    /** The character set of file names, as Java knows it. */
    private static String locale() {
        return System.getProperty("sun.jnu.encoding", Charset.defaultCharset().name());
    }
}
