package sosad.app.yaml;

import static sosad.model.PlainFormat.format;

/**
 * A scenario or a fault plan that cannot be used. The message has the form {@code FILE:LINE:COLUMN: what is wrong; what
 * to do} and is fit to be shown to the user.
 */
public final class YamlFileException extends RuntimeException {
    private final String file;
    private final int line;
    private final int column;
    private final String problem;

    /**
     * @param file the file's name, as the user knows it
     * @param line the line, from 1
     * @param column the column in characters, from 1
     * @param problem what is wrong and what to do
     */
    public YamlFileException(String file, int line, int column, String problem) {
        super(format("%s:%d:%d: %s", file, line, column, problem));
        this.file = file;
        this.line = line;
        this.column = column;
        this.problem = problem;
    }

    /** The file's name, as the user knows it. */
    public String file() {
        return file;
    }

    /** The line, from 1. */
    public int line() {
        return line;
    }

    /** The column in characters, from 1. */
    public int column() {
        return column;
    }

    /** The message without the place. */
    public String problem() {
        return problem;
    }
}
