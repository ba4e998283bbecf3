package sosad.node.main;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;
import sosad.message.Address;
import sosad.message.Launch.Fsync;
import sosad.message.Launch.StoreKind;
import sosad.message.Live.ClockKind;
import sosad.model.NodeId;
import sosad.node.gateway.GatewaySettings.Balancing;
import sosad.node.gateway.GatewaySettings.Reads;
import sosad.process.FileNames;
import sosad.protocol.EnumNames;
import sosad.protocol.Reads.ReadMode;
import sosad.protocol.Rules.Content;
import sosad.protocol.Rules.Schedule;
import sosad.protocol.Rules.Timestamps;

/** The spelling of options: names, addresses, the switches' words. */
final class OptionConverters {
    private OptionConverters() {}

    static CommandLine register(CommandLine commandLine) {
        return commandLine
                .registerConverter(Path.class, OptionConverters::path)
                .registerConverter(NodeId.class, OptionConverters::nodeId)
                .registerConverter(Address.class, OptionConverters::address)
                .registerConverter(Balancing.class, word(Balancing.class))
                .registerConverter(Reads.class, word(Reads.class))
                .registerConverter(Content.class, word(Content.class))
                .registerConverter(Timestamps.class, word(Timestamps.class))
                .registerConverter(Schedule.class, word(Schedule.class))
                .registerConverter(ClockKind.class, word(ClockKind.class))
                .registerConverter(ReadMode.class, word(ReadMode.class))
                .registerConverter(StoreKind.class, word(StoreKind.class))
                .registerConverter(LogOptions.Level.class, word(LogOptions.Level.class))
                .registerConverter(Fsync.class, word(Fsync.class));
    }

    /** @throws IllegalArgumentException if two of these have the same name or the same address */
    static void checkDistinct(CommandSpec command, String option, Map<NodeId, Address> named) {
        OptionSpec given = command.commandLine().getParseResult().matchedOption(option);
        int times = given == null ? 0 : given.originalStringValues().size();
        if (times > named.size() || new HashSet<>(named.values()).size() < named.size()) {
            throw new IllegalArgumentException(option + ": each has a name and an address of its own");
        }
    }

    private static Path path(String text) {
        try {
            return FileNames.path(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    private static NodeId nodeId(String text) {
        if (!NodeId.isValid(text)) {
            throw new TypeConversionException("\"" + text + "\" is not a node name");
        }
        return new NodeId(text);
    }

    private static Address address(String text) {
        try {
            return Address.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    private static <E extends Enum<E>> ITypeConverter<E> word(Class<E> type) {
        return text -> EnumNames.parse(type, text)
                .orElseThrow(() -> new TypeConversionException(
                        "\"%s\" is not one of %s".formatted(text, String.join(", ", EnumNames.all(type)))));
    }
}
