package sosad.request;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The form of this package's files, whose lines hold words of bytes; a byte is a character of ISO 8859-1. */
final class RequestWords {
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final Pattern BYTE = Pattern.compile("\\\\x([0-9a-f]{2})");
    private static final Pattern REPEATED = Pattern.compile("\\{(.)\\*([0-9]{1,7})\\}");

    private RequestWords() {}

    /** The lines of a file of this package that say something. */
    static List<String> lines(String name) {
        try (InputStream in = RequestWords.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words of a line, with their signs replaced by what they stand for. */
    static List<String> of(String line) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(line);
        while (matcher.find()) {
            words.add(bytes(matcher.group(1) == null ? matcher.group(2) : matcher.group(1)));
        }
        return words;
    }

    /** A text with its signs replaced by what they stand for. */
    static String bytes(String text) {
        String repeated = REPEATED.matcher(text)
                .replaceAll((MatchResult found) -> found.group(1).repeat(Integer.parseInt(found.group(2))));
        return BYTE.matcher(repeated)
                .replaceAll((MatchResult found) ->
                        Matcher.quoteReplacement(Character.toString(Integer.parseInt(found.group(1), 16))));
    }

    /** The words as a client's library sends them. */
    static String array(List<String> words) {
        StringBuilder array = new StringBuilder("*").append(words.size()).append("\r\n");
        words.forEach(word -> array.append('$')
                .append(word.length())
                .append("\r\n")
                .append(word)
                .append("\r\n"));
        return array.toString();
    }
}
