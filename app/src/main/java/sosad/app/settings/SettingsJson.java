package sosad.app.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import sosad.process.FileNames;

/** Settings as JSON. A field that is missing is as before anything was chosen; one that is unknown is ignored. */
final class SettingsJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String DARK = "dark";
    private static final String TEXT_PERCENT = "textPercent";
    private static final String SPEED = "speed";
    private static final String MOVING = "moving";
    private static final String TIME_DOWN = "timeDown";
    private static final String SIZE = "window";
    private static final String RECENT = "recent";
    private static final String FOLDER = "folder";

    private SettingsJson() {}

    static byte[] write(Settings settings) {
        ObjectNode json = MAPPER.createObjectNode()
                .put(DARK, settings.dark())
                .put(TEXT_PERCENT, settings.textPercent())
                .put(SPEED, settings.speed())
                .put(MOVING, settings.moving())
                .put(TIME_DOWN, settings.timeDown());
        settings.size().ifPresent(size -> json.putObject(SIZE)
                .put("width", size.width())
                .put("height", size.height())
                .put("maximized", size.maximized()));
        settings.folder().ifPresent(folder -> json.put(FOLDER, folder.toString()));
        settings.recent().forEach(file -> json.withArray("/" + RECENT).add(file.toString()));
        try {
            return (MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n")
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e); // a tree of our own making, written to memory
        }
    }

    /** @throws IllegalArgumentException if these are no settings; the message says why */
    static Settings read(byte[] bytes) {
        JsonNode json;
        try {
            json = MAPPER.readTree(bytes);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("it is not JSON", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("it is not UTF-8", e);
        }
        if (!json.isObject()) {
            throw new IllegalArgumentException("it is no JSON object");
        }
        Settings usual = Settings.DEFAULT;
        return new Settings(
                field(json, DARK, SettingsJson::flag).orElse(usual.dark()),
                field(json, TEXT_PERCENT, SettingsJson::number).orElse(usual.textPercent()),
                field(json, SPEED, SettingsJson::number).orElse(usual.speed()),
                field(json, MOVING, SettingsJson::flag).orElse(usual.moving()),
                field(json, TIME_DOWN, SettingsJson::flag).orElse(usual.timeDown()),
                field(json, SIZE, SettingsJson::size),
                StreamSupport.stream(json.path(RECENT).spliterator(), false)
                        .map(SettingsJson::path)
                        .toList(),
                field(json, FOLDER, SettingsJson::path));
    }

    private static <T> Optional<T> field(JsonNode json, String name, Function<JsonNode, T> reader) {
        return Optional.ofNullable(json.get(name)).map(reader);
    }

    private static boolean flag(JsonNode json) {
        return require(json, json.isBoolean()).booleanValue();
    }

    private static double number(JsonNode json) {
        return require(json, json.isNumber()).doubleValue();
    }

    private static Path path(JsonNode json) {
        return FileNames.path(require(json, json.isTextual()).textValue());
    }

    private static WindowSize size(JsonNode json) {
        return new WindowSize(number(json.path("width")), number(json.path("height")), flag(json.path("maximized")));
    }

    private static JsonNode require(JsonNode json, boolean isFit) {
        if (!isFit) {
            throw new IllegalArgumentException("it holds a field of another type than settings have");
        }
        return json;
    }
}
