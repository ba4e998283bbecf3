package sosad.app.export.log;

import static sosad.model.PlainFormat.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import sosad.app.load.Operation;
import sosad.app.load.OperationKind;
import sosad.app.load.OperationOutcome;
import sosad.model.NodeId;
import sosad.protocol.EnumNames;

/** One line of a log in JSON lines, while it is read. */
final class OperationLine {
    static final String CLIENT = "client";
    static final String SERVER = "server";
    static final String KIND = "kind";
    static final String KEY = "key";
    static final String VERSION = "version";
    static final String INVOKED = "invokedNanos";
    static final String COMPLETED = "completedNanos";
    static final String OUTCOME = "outcome";
    static final String STALE_BY = "staleBy";

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final JsonParser json;
    private Optional<Integer> client = Optional.empty();
    private Optional<NodeId> server = Optional.empty();
    private Optional<OperationKind> kind = Optional.empty();
    private Optional<String> key = Optional.empty();
    private Optional<Long> version = Optional.empty();
    private Optional<Long> invokedNanos = Optional.empty();
    private Optional<Long> completedNanos = Optional.empty();
    private Optional<OperationOutcome> outcome = Optional.empty();
    private Optional<Integer> staleBy = Optional.empty();

    private OperationLine(JsonParser json) {
        this.json = json;
    }

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException if it is no operation, saying why
     */
    static Operation parse(byte[] line, int length) {
        try (JsonParser json = JSON.createParser(line, 0, length)) {
            OperationLine read = new OperationLine(json);
            read.readFields();
            return read.operation();
        } catch (JsonProcessingException e) {
            String reason = e.getOriginalMessage().lines().findFirst().orElse("");
            throw new IllegalArgumentException("it is no JSON: " + reason, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // there is none in memory
        }
    }

    private void readFields() throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException("it is no JSON object");
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case CLIENT -> client = Optional.of(integer(name));
                case SERVER -> server = Optional.of(new NodeId(text(name)));
                case KIND -> kind = Optional.of(word(OperationKind.class, name));
                case KEY -> key = Optional.of(text(name));
                case VERSION -> version = Optional.of(number(name));
                case INVOKED -> invokedNanos = Optional.of(number(name));
                case COMPLETED -> completedNanos = Optional.of(number(name));
                case OUTCOME -> outcome = Optional.of(word(OperationOutcome.class, name));
                case STALE_BY -> staleBy = Optional.of(integer(name));
                default -> throw new IllegalArgumentException("\"%s\" is no field of an operation".formatted(name));
            }
        }
        if (json.nextToken() != null) {
            throw new IllegalArgumentException("there is more than one object");
        }
    }

    private String text(String name) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw new IllegalArgumentException("\"%s\" is no text".formatted(name));
        }
        return json.getText();
    }

    private long number(String name) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT
                || json.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            throw new IllegalArgumentException("\"%s\" is no whole number of 64 bits".formatted(name));
        }
        return json.getLongValue();
    }

    private int integer(String name) throws IOException {
        long number = number(name);
        if (number != (int) number) {
            throw new IllegalArgumentException(format("\"%s\" is out of range: %d", name, number));
        }
        return (int) number;
    }

    private <E extends Enum<E>> E word(Class<E> type, String name) throws IOException {
        String word = text(name);
        return EnumNames.parse(type, word)
                .orElseThrow(() -> new IllegalArgumentException("\"%s\": \"%s\" is not one of %s"
                        .formatted(name, word, String.join(", ", EnumNames.all(type)))));
    }

    private Operation operation() {
        return new Operation(
                required(client, CLIENT),
                required(server, SERVER),
                required(kind, KIND),
                required(key, KEY),
                required(version, VERSION),
                required(invokedNanos, INVOKED),
                required(completedNanos, COMPLETED),
                required(outcome, OUTCOME),
                staleBy.orElse(Operation.NOT_JUDGED));
    }

    private static <T> T required(Optional<T> value, String name) {
        return value.orElseThrow(() -> new IllegalArgumentException("\"%s\" is missing".formatted(name)));
    }
}
