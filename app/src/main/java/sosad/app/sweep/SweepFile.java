package sosad.app.sweep;

import static sosad.model.ArgumentCheck.refuseIf;
import static sosad.model.PlainFormat.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The file of a sweep: JSON with one run a line, in the form that {@code docs/sweeps.md} shows. Equal sweeps have the
 * same bytes.
 *
 * @param path where it is
 * @param sweep what it holds
 */
public record SweepFile(Path path, Sweep sweep) {
    private static final long MAX_BYTES = 256L << 20;
    private static final List<String> FIELDS = List.of("sweep", "version", "seeds", "settings", "runs");

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * Reads a file.
     *
     * @throws SweepException if it cannot be read or is none of a sweep
     */
    public static SweepFile read(Path path) {
        try {
            long bytes = Files.size(path);
            refuseIf(bytes > MAX_BYTES, "%,d bytes; at most %,d are read", bytes, MAX_BYTES);
            return new SweepFile(path, sweep(JSON.readTree(Files.readAllBytes(path))));
        } catch (NoSuchFileException e) {
            throw new SweepException(path + ": there is no such file", e);
        } catch (JsonProcessingException e) {
            throw new SweepException(
                    format(
                            "%s:%d:%d: not JSON: %s",
                            path,
                            e.getLocation().getLineNr(),
                            e.getLocation().getColumnNr(),
                            e.getOriginalMessage().lines().findFirst().orElse("")),
                    e);
        } catch (IOException e) {
            throw new SweepException(path + ": cannot be read: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new SweepException(path + ": not the file of a sweep: " + e.getMessage(), e);
        }
    }

    /** Returns the contents of the file of {@code sweep}, ending with a line break. */
    public static String text(Sweep sweep) {
        ObjectNode head = JSON.createObjectNode()
                .put("sweep", sweep.command())
                .put("version", sweep.version())
                .put("seeds", sweep.seeds().toString());
        ObjectNode settings = head.putObject("settings");
        sweep.settings().forEach(settings::put);
        StringBuilder text = new StringBuilder(head.toString());
        text.setLength(text.length() - 1);
        text.append(",\"runs\":[");
        sweep.runs().forEach((seed, result) -> {
            text.append(seed.equals(sweep.runs().firstKey()) ? "\n" : ",\n");
            ObjectNode run = JSON.createObjectNode().put("seed", seed);
            run.set("result", result);
            text.append(run);
        });
        return text.append("\n]}\n").toString();
    }

    private static Sweep sweep(JsonNode json) {
        refuseIf(!json.isObject(), "it is no object");
        json.fieldNames().forEachRemaining(name -> refuseIf(!FIELDS.contains(name), "it has a field \"%s\"", name));
        Map<String, String> settings = new LinkedHashMap<>();
        field(json, "settings")
                .properties()
                .forEach(setting -> settings.put(setting.getKey(), text(setting.getValue(), setting.getKey())));
        NavigableMap<Long, JsonNode> runs = new TreeMap<>();
        for (JsonNode run : field(json, "runs")) {
            JsonNode seed = field(run, "seed");
            refuseIf(!seed.canConvertToLong() || !seed.isIntegralNumber(), "a seed is %s", seed);
            JsonNode twice = runs.put(seed.longValue(), field(run, "result"));
            refuseIf(twice != null, "seed %d has two runs", seed.longValue());
        }
        Sweep sweep =
                new Sweep(text(field(json, "sweep"), "sweep"), text(field(json, "version"), "version"), settings, runs);
        String seeds = text(field(json, "seeds"), "seeds");
        refuseIf(!SeedRange.parse(seeds).equals(sweep.seeds()), "it has runs %s of seeds %s", sweep.seeds(), seeds);
        return sweep;
    }

    private static JsonNode field(JsonNode json, String name) {
        JsonNode value = json.get(name);
        refuseIf(value == null, "\"%s\" is missing", name);
        return value;
    }

    private static String text(JsonNode value, String name) {
        refuseIf(!value.isTextual(), "\"%s\" is no text", name);
        return value.textValue();
    }
}
