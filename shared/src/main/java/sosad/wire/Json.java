package sosad.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.util.StdConverter;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;
import sosad.message.Address;
import sosad.message.Command;
import sosad.message.Report;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;

/** Reads and writes JSON strictly: unknown, missing and null fields are errors. */
final class Json {
    private static final ObjectMapper MAPPER = mapper();

    private Json() {}

    static byte[] write(Object object) {
        try {
            return MAPPER.writeValueAsBytes(object);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e); // our own records always have a JSON form
        }
    }

    static <T> T read(byte[] json, Class<T> type) throws MalformedException {
        try {
            T value = MAPPER.readValue(json, type);
            if (value == null) {
                throw new MalformedException("null instead of a " + type.getSimpleName());
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new MalformedException(e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new MalformedException(e.getMessage(), e);
        }
    }

    private static ObjectMapper mapper() {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(16)
                        .maxStringLength(WireLimits.LINE_BYTES)
                        .build())
                .build();
        SimpleModule module = new SimpleModule("sosad")
                .addSerializer(NodeId.class, ToStringSerializer.instance)
                .addSerializer(Key.class, ToStringSerializer.instance)
                .addSerializer(Address.class, ToStringSerializer.instance)
                .addDeserializer(Address.class, new FromString<>(Address.class, Address::parse))
                .addKeySerializer(NodeId.class, new NodeIdAsName())
                .addKeyDeserializer(NodeId.class, new NameAsNodeId())
                .addDeserializer(NodeId.class, new FromString<>(NodeId.class, NodeId::new))
                .addDeserializer(Key.class, new FromString<>(Key.class, Key::new));
        module.setMixInAnnotation(Entry.class, EntryForm.class);
        module.setMixInAnnotation(Command.class, CommandForm.class);
        module.setMixInAnnotation(Report.class, ReportForm.class);
        module.registerSubtypes(
                new NamedType(Command.SetTime.class, "set-time"),
                new NamedType(Command.Push.class, "push"),
                new NamedType(Command.Sync.class, "sync"),
                new NamedType(Command.Read.class, "read"),
                new NamedType(Command.Stop.class, "stop"),
                new NamedType(Report.Ready.class, "ready"),
                new NamedType(Report.Done.class, "done"),
                new NamedType(Report.Failed.class, "failed"),
                new NamedType(Report.Page.class, "page"),
                new NamedType(Report.Wrote.class, "wrote"),
                new NamedType(Report.Received.class, "received"),
                new NamedType(Report.Refused.class, "refused"),
                new NamedType(Report.Gap.class, "gap"));
        return JsonMapper.builder(factory)
                .addModule(new Jdk8Module())
                .addModule(module)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.USE_DEFAULTS))
                .build();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "do")
    private interface CommandForm {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "report")
    private interface ReportForm {}

    @JsonSerialize(converter = EntryToJson.class)
    @JsonDeserialize(converter = JsonToEntry.class)
    private interface EntryForm {}

    private static final class EntryToJson extends StdConverter<Entry, EntryJson> {
        @Override
        public EntryJson convert(Entry entry) {
            return EntryJson.of(entry, true);
        }
    }

    private static final class JsonToEntry extends StdConverter<EntryJson, Entry> {
        @Override
        public Entry convert(EntryJson json) {
            return json.toEntry(null);
        }
    }

    private static final class NodeIdAsName extends JsonSerializer<NodeId> {
        @Override
        public void serialize(NodeId id, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeFieldName(id.name());
        }
    }

    private static final class NameAsNodeId extends KeyDeserializer {
        @Override
        public NodeId deserializeKey(String name, DeserializationContext context) {
            return new NodeId(name);
        }
    }

    private static final class FromString<T> extends FromStringDeserializer<T> {
        private final transient Function<String, T> parse;

        FromString(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        protected T _deserialize(String text, DeserializationContext context) {
            return parse.apply(text);
        }
    }
}
