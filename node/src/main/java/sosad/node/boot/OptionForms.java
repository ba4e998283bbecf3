package sosad.node.boot;

import java.net.InetSocketAddress;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import sosad.model.NodeId;
import sosad.protocol.Content;
import sosad.protocol.Schedule;
import sosad.protocol.Timestamps;
import sosad.protocol.Words;

/** How options are spelled: names, addresses, the switches' words. */
final class OptionForms {
    private OptionForms() {}

    static CommandLine register(CommandLine commandLine) {
        return commandLine
                .registerConverter(NodeId.class, OptionForms::nodeId)
                .registerConverter(InetSocketAddress.class, OptionForms::address)
                .registerConverter(Content.class, word(Content.class))
                .registerConverter(Timestamps.class, word(Timestamps.class))
                .registerConverter(Schedule.class, word(Schedule.class));
    }

    private static NodeId nodeId(String text) {
        if (!NodeId.isValid(text)) {
            throw new TypeConversionException("\"" + text + "\" is not a node name");
        }
        return new NodeId(text);
    }

    private static InetSocketAddress address(String text) {
        int colon = text.lastIndexOf(':');
        try {
            int port = Integer.parseInt(text.substring(colon + 1));
            if (colon > 0 && port > 0 && port < 65_536) {
                return new InetSocketAddress(text.substring(0, colon), port);
            }
        } catch (NumberFormatException e) {
            // said below, like any other text that is no address
        }
        throw new TypeConversionException("\"" + text + "\" is not HOST:PORT");
    }

    private static <E extends Enum<E>> ITypeConverter<E> word(Class<E> type) {
        return text -> Words.parse(type, text)
                .orElseThrow(() -> new TypeConversionException(
                        "\"%s\" is none of %s".formatted(text, String.join(", ", Words.all(type)))));
    }
}
