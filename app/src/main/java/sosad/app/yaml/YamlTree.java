package sosad.app.yaml;

import static sosad.model.PlainFormat.format;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** Makes a tree of values of a YAML file's bytes, or says where they are not YAML. */
public final class YamlTree {
    private static final Pattern TAB_INDENT = Pattern.compile("^[ \\t]+", Pattern.MULTILINE);

    private YamlTree() {}

    /**
     * The value that a file holds.
     *
     * @param file the file's name for error messages
     * @param mostBytes how large it may be
     * @param beginning what such a file begins with, for the message that there is nothing, as in {@code a scenario
     *     begins with "scenario: its title"}
     * @throws YamlFileException if the bytes are too many, or no YAML document in UTF-8 within the bounds of this
     *     reader
     */
    public static YamlValue of(String file, byte[] bytes, int mostBytes, String beginning) {
        ForeignFile.kindOf(bytes).ifPresent(kind -> {
            throw Place.startOf(file).error("this is " + kind + "; " + beginning);
        });
        if (bytes.length > mostBytes) {
            throw Place.startOf(file).error(format("the file has more than %,d bytes; make it smaller", mostBytes));
        }
        return of(file, decode(file, bytes), beginning);
    }

    private static String decode(String file, byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
        text.flip();
        if (result.isError()) {
            throw Place.after(file, text.toString()).error("this is not UTF-8 text; save the file as UTF-8");
        }
        return text.toString();
    }

    private static YamlValue of(String file, String text, String beginning) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setSchema(new FailsafeSchema()) // every plain word stays the text that was written
                .setVersionFunction(version -> version) // whatever %YAML says, this reader reads what it knows
                .setCodePointLimit(Integer.MAX_VALUE) // the caller has checked the size
                .setBufferSize(text.length() + 2) // in one piece: a piece that ended within a character would fail
                .setMaxAliasesForCollections(Integer.MAX_VALUE) // BoundedParser counts what they stand for
                .build();
        StreamReader reader = new StreamReader(settings, withoutTabIndents(text));
        try {
            BoundedParser parser = new BoundedParser(new ParserImpl(settings, reader), file);
            return new Composer(settings, parser)
                    .getSingleNode()
                    .map(node -> new YamlValue(file, "the file", node))
                    .orElseThrow(() -> Place.startOf(file).error("the file is empty; " + beginning));
        } catch (MarkedYamlEngineException e) {
            throw Place.of(file, e.getProblemMark()).error(notYaml(e.getProblem()));
        } catch (ReaderException e) {
            int position = text.offsetByCodePoints(0, e.getPosition());
            throw Place.after(file, text.substring(0, position))
                    .error(format(
                            "the character with code %d is not allowed in a file; in quotes write \\u%04X",
                            e.getCodePoint(), e.getCodePoint()));
        } catch (NumberFormatException e) { // the library's word for a bad hexadecimal code in quotes
            throw Place.of(file, reader.getMark()).error(notYaml("bad hexadecimal code of a character"));
        } catch (YamlEngineException e) {
            throw Place.startOf(file).error(notYaml(e.getMessage()));
        }
    }

    private static String notYaml(String problem) {
        String remedy = problem.contains("\\t") || problem.contains("TAB")
                ? "indent with spaces, not with tabs"
                : "check the indentation, quotes and brackets here";
        return "this is not YAML: %s; %s"
                .formatted(problem.strip().replaceFirst("^but ", "").replaceAll("[\\s\\p{Cc}]+", " "), remedy);
    }

    /** JSON may be indented with tabs, which YAML forbids; between brackets indentation says nothing. */
    private static String withoutTabIndents(String text) {
        return text.stripLeading().startsWith("{") && text.indexOf('\t') >= 0
                ? TAB_INDENT.matcher(text).replaceAll(indent -> " "
                        .repeat(indent.group().length()))
                : text;
    }
}
