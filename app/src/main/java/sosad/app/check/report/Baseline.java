package sosad.app.check.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sosad.app.check.CheckNumber;
import sosad.app.check.CheckVerdict;
import sosad.protocol.EnumNames;

/**
 * The verdicts of an earlier run, against which a later one is held.
 *
 * @param verdicts by check
 */
public record Baseline(Map<CheckNumber, CheckVerdict> verdicts) {
    private static final long MAX_BYTES = 256L << 20;

    public Baseline {
        verdicts = Map.copyOf(verdicts);
    }

    /** Returns whether a check held in that run. */
    public boolean held(CheckNumber number) {
        return verdicts.get(number) == CheckVerdict.HELD;
    }

    /**
     * Reads a report in JSON.
     *
     * @throws IllegalArgumentException if it cannot be read or is something else, saying so in one line
     */
    public static Baseline read(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new IllegalArgumentException("%s is too large to be a report of checks".formatted(file));
            }
            return of(new ObjectMapper().readTree(Files.readAllBytes(file)))
                    .orElseThrow(() -> new IllegalArgumentException(
                            "%s is no report of checks, as --report json writes it".formatted(file)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "%s is no JSON: %s"
                            .formatted(
                                    file,
                                    e.getOriginalMessage().lines().findFirst().orElse("")),
                    e);
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("%s: there is no such file".formatted(file), e);
        } catch (IOException e) {
            throw new IllegalArgumentException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static Optional<Baseline> of(JsonNode json) {
        if (json == null
                || !json.path("format").asText().equals(JsonSuiteReport.FORMAT)
                || !json.path("checks").isArray()) {
            return Optional.empty();
        }
        Map<CheckNumber, CheckVerdict> verdicts = new TreeMap<>();
        for (JsonNode check : json.path("checks")) {
            Optional<CheckVerdict> verdict =
                    EnumNames.parse(CheckVerdict.class, check.path("verdict").asText());
            if (verdict.isEmpty()) {
                return Optional.empty();
            }
            verdicts.put(CheckNumber.parse(check.path("number").asText()), verdict.get());
        }
        return Optional.of(new Baseline(verdicts));
    }
}
