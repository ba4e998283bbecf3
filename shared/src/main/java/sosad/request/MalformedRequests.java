package sosad.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The document's list "Malformed Requests", in its order and its words. */
public final class MalformedRequests {
    /** How many parts the list has. */
    public static final int PARTS = 11;

    private static final Pattern PART = Pattern.compile("\\[([0-9]+)\\] (.*)");
    private static final Map<Integer, String> TITLES = new TreeMap<>();
    private static final List<MalformedRequest> ALL = read();

    private MalformedRequests() {}

    private static List<MalformedRequest> read() {
        List<MalformedRequest> all = new ArrayList<>();
        int part = 0;
        for (String line : RequestWords.lines("malformed.txt")) {
            Matcher matcher = PART.matcher(line);
            if (matcher.matches()) {
                part = Integer.parseInt(matcher.group(1));
                TITLES.put(part, matcher.group(2));
            } else {
                all.add(MalformedRequest.parse(part, line));
            }
        }
        return List.copyOf(all);
    }

    /** Returns all requests. */
    public static List<MalformedRequest> all() {
        return ALL;
    }

    /** Returns the requests of a part, 1 to {@value #PARTS}. */
    public static List<MalformedRequest> of(int part) {
        return ALL.stream().filter(request -> request.part() == part).toList();
    }

    /** Returns the document's words for a part. */
    public static String title(int part) {
        return TITLES.get(part);
    }
}
