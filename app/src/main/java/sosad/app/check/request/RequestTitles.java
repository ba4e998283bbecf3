package sosad.app.check.request;

import sosad.request.MalformedRequests;

/** The document's words for the malformed requests, as titles and questions. */
final class RequestTitles {
    private RequestTitles() {}

    static String title(int part) {
        String words = MalformedRequests.title(part);
        int end = words.indexOf(" (");
        return words.substring(0, end < 0 ? words.length() - 1 : end);
    }

    static String question(int part, String expected) {
        String words = MalformedRequests.title(part);
        return "Are %s%s %s?"
                .formatted(Character.toLowerCase(words.charAt(0)), words.substring(1, words.length() - 1), expected);
    }
}
