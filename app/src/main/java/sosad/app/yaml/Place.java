package sosad.app.yaml;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * A place in a YAML file.
 *
 * @param line from 1
 * @param column in characters, from 1
 */
public record Place(String file, int line, int column) {
    /** Returns where a file begins: the place of what is wrong with all of it. */
    public static Place startOf(String file) {
        return new Place(file, 1, 1);
    }

    /** The place of a parser's mark, which counts from 0. */
    public static Place of(String file, Optional<Mark> mark) {
        return mark.map(at -> new Place(file, at.getLine() + 1, at.getColumn() + 1))
                .orElseGet(() -> startOf(file));
    }

    /** The place right after {@code before}, with which the file begins. */
    public static Place after(String file, String before) {
        int lastBreak = before.lastIndexOf('\n');
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        return new Place(file, line, 1 + before.codePointCount(lastBreak + 1, before.length()));
    }

    public YamlFileException error(String problem) {
        return new YamlFileException(file, line, column, problem);
    }
}
