package sosad.app.watch;

import static sosad.model.PlainFormat.format;

import java.util.List;
import java.util.Optional;
import sosad.app.yaml.NearestWord;
import sosad.app.yaml.Quoted;

/** A line of words, taken one after the other. */
final class WordReader {
    private final String text;
    private int place;

    WordReader(String text) {
        this.text = text.strip();
    }

    static InvalidBreakpointException unknown(String word, List<String> valid) {
        return new InvalidBreakpointException(
                "unknown word %s; %s".formatted(Quoted.of(word), NearestWord.hint(word, valid)));
    }

    /** The next word, which stays the next. */
    Optional<String> peek() {
        int end = end(place);
        return end == place ? Optional.empty() : Optional.of(text.substring(place, end));
    }

    private int end(int begin) {
        int end = begin;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** @param what what is to stand here, in words */
    String next(String what) {
        String word = peek().orElseThrow(() -> missing(what));
        place += word.length();
        while (place < text.length() && Character.isWhitespace(text.charAt(place))) {
            place++;
        }
        return word;
    }

    private InvalidBreakpointException missing(String what) {
        return new InvalidBreakpointException(
                text.isEmpty()
                        ? "a breakpoint begins with " + what
                        : "%s ends too soon: write %s next".formatted(Quoted.of(text), what));
    }

    /** Takes the next word if it is this one. */
    boolean skip(String word) {
        boolean is = peek().map(word::equals).orElse(false);
        if (is) {
            next(word);
        }
        return is;
    }

    void expect(String word) {
        choose(word);
    }

    String choose(String... words) {
        List<String> valid = List.of(words);
        String word = next(String.join(" or ", valid));
        if (!valid.contains(word)) {
            throw unknown(word, valid);
        }
        return word;
    }

    long number() {
        String word = next("a whole number");
        try {
            return Long.parseLong(word);
        } catch (NumberFormatException e) {
            throw new InvalidBreakpointException(
                    format("%s is not a whole number of at most 19 digits", Quoted.of(word)));
        }
    }

    /** Returns whether only this is left; takes it then. */
    boolean isRest(String words) {
        boolean is = text.substring(place).equals(words);
        if (is) {
            place = text.length();
        }
        return is;
    }

    /** All that is left. */
    String rest(String what) {
        if (place >= text.length()) {
            throw missing(what);
        }
        String rest = text.substring(place);
        place = text.length();
        return rest;
    }

    /** @throws InvalidBreakpointException if a word is left */
    void end() {
        peek().ifPresent(word -> {
            throw new InvalidBreakpointException(
                    "%s is too much: the breakpoint is complete before it".formatted(Quoted.of(word)));
        });
    }
}
