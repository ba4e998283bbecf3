package sosad.node.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An argument of a command as COMMAND DOCS describes it, in Redis's terms.
 *
 * @param name what stands for it in a help text
 * @param type {@code key}, {@code pattern}, {@code integer}, {@code string}, {@code pure-token} (a word to be sent as
 *     it is), {@code oneof} and {@code block} (its parts)
 * @param token the word that is sent before it, or as it; empty if there is none
 * @param optional whether it may be left out
 * @param multiple whether it may be sent several times
 * @param parts of a block, or the choices of {@code oneof}
 */
record Argument(String name, String type, String token, boolean optional, boolean multiple, List<Argument> parts) {
    Argument {
        parts = List.copyOf(parts);
    }

    /**
     * Reads what help texts write: {@code cursor [MATCH pattern] [COUNT count]}; words in capitals are sent as they
     * are, {@code |} stands between choices, {@code ...} after what may be repeated.
     */
    static List<Argument> read(String text) {
        return new Reader(
                        text.isEmpty()
                                ? List.of()
                                : List.of(text.replace("[", "[ ")
                                        .replace("]", " ]")
                                        .split(" ")))
                .all();
    }

    private Argument asOptional() {
        return new Argument(name, type, token, true, multiple, parts);
    }

    private Argument asMultiple() {
        return new Argument(name, type, token, optional, true, parts);
    }

    private Argument after(String newToken) {
        return new Argument(name, type, newToken, optional, multiple, parts);
    }

    /** Writes it as COMMAND DOCS has it. */
    void writeTo(Replies replies) {
        boolean hasFlags = optional || multiple;
        replies.map(2 + (token.isEmpty() ? 0 : 1) + (hasFlags ? 1 : 0) + (parts.isEmpty() ? 0 : 1));
        replies.field("name", name);
        replies.field("type", type);
        if (!token.isEmpty()) {
            replies.field("token", token);
        }
        if (hasFlags) {
            replies.bulk("flags");
            replies.set((optional ? 1 : 0) + (multiple ? 1 : 0));
            if (optional) {
                replies.simple("optional");
            }
            if (multiple) {
                replies.simple("multiple");
            }
        }
        if (!parts.isEmpty()) {
            replies.bulk("arguments");
            writeAll(parts, replies);
        }
    }

    static void writeAll(List<Argument> arguments, Replies replies) {
        replies.array(arguments.size());
        arguments.forEach(argument -> argument.writeTo(replies));
    }

    /** Goes through the words of a text once. */
    private static final class Reader {
        private final List<String> words;
        private int next;

        Reader(List<String> words) {
            this.words = words;
        }

        /** Up to the end, or to the bracket that closes. */
        List<Argument> all() {
            List<Argument> choices = new ArrayList<>();
            List<Argument> run = new ArrayList<>();
            while (next < words.size() && !words.get(next).equals("]")) {
                if (words.get(next).equals("|")) {
                    next++;
                    choices.add(block(run));
                    run.clear();
                } else {
                    run.add(one());
                }
            }
            if (choices.isEmpty()) {
                return run;
            }
            choices.add(block(run));
            return List.of(new Argument("choice", "oneof", "", false, false, choices));
        }

        private static Argument block(List<Argument> run) {
            return run.size() == 1 ? run.get(0) : new Argument(run.get(0).name, "block", "", false, false, run);
        }

        private Argument one() {
            String word = words.get(next++);
            if (word.equals("[")) {
                Argument inner = block(all());
                next++;
                return inner.asOptional();
            }
            boolean isToken = word.equals(word.toUpperCase(Locale.ROOT));
            if (isToken) {
                List<Argument> named = names();
                return named.isEmpty()
                        ? new Argument(word.toLowerCase(Locale.ROOT), "pure-token", word, false, false, named)
                        : block(named).after(word);
            }
            next--;
            return name();
        }

        /** The arguments that follow a word in capitals and belong to it. */
        private List<Argument> names() {
            List<Argument> names = new ArrayList<>();
            while (next < words.size() && Character.isLowerCase(words.get(next).charAt(0))) {
                names.add(name());
            }
            return names;
        }

        private Argument name() {
            String name = words.get(next++);
            Argument read = new Argument(name, type(name), "", false, false, List.of());
            if (next < words.size() && words.get(next).equals("...")) {
                next++;
                return read.asMultiple();
            }
            return read;
        }

        private static String type(String name) {
            return switch (name) {
                case "key", "pattern" -> name;
                case "count", "cursor", "index", "version" -> "integer";
                default -> "string";
            };
        }
    }
}
