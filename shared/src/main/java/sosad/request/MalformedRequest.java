package sosad.request;

import static sosad.model.ArgumentCheck.refuseIf;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * A request of the document's list "Malformed Requests". A byte is a character of ISO 8859-1.
 *
 * @param part its number in that list, 1 to {@value MalformedRequests#PARTS}
 * @param words the command and its arguments; none if it is not complete
 * @param text what is sent
 * @param refusal by which words a node refuses it
 * @param isRefusedByAll whether every server must refuse it; otherwise one with other limits may do it
 */
public record MalformedRequest(int part, List<String> words, String text, String refusal, boolean isRefusedByAll) {
    private static final String ARROW = " => ";

    public MalformedRequest {
        words = List.copyOf(words);
        Objects.requireNonNull(text);
        Objects.requireNonNull(refusal);
    }

    /** Reads a line of the file. */
    static MalformedRequest parse(int part, String line) {
        int arrow = line.lastIndexOf(ARROW);
        String[] heads = line.substring(0, Math.max(0, arrow)).split(" ", 3);
        refuseIf(heads.length < 3, "\"%s\" is not: who how what => refusal", line);
        List<String> words = RequestWords.of(heads[2]);
        Function<List<String>, String> form =
                switch (heads[1]) {
                    case "line" -> all -> RequestWords.bytes(heads[2]) + "\r\n";
                    case "array" -> RequestWords::array;
                    default -> all -> RequestWords.bytes(heads[2]);
                };
        return new MalformedRequest(
                part,
                heads[1].equals("bytes") ? List.of() : words,
                form.apply(words),
                line.substring(arrow + ARROW.length()),
                heads[0].equals("all"));
    }
}
