package sosad.app.cli;

import static sosad.model.PlainFormat.format;

import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import sosad.app.api.ApiServer;
import sosad.app.api.Token;

/** The port of the API, as commands open it. */
final class ApiPort {
    private static final int MAX_PORT = 65_535;

    private ApiPort() {}

    /** Reads a port of an option that can also stand alone, as in {@code gui FILE --api}. */
    static final class Converter implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String word) {
            try {
                return Integer.valueOf(word);
            } catch (NumberFormatException e) {
                throw new TypeConversionException(format(
                        "\"%s\" is no port; to open it with the API on a free port, write: gui %s --api", word, word));
            }
        }
    }

    /** Prints on standard output where the API is and how to be let in. */
    static void announce(ApiServer server, Token token, PrintWriter out) {
        out.println("API: %s  token: %s".formatted(server.address(), token.text()));
        out.flush();
    }

    /**
     * Takes the port.
     *
     * @throws ParameterException if it is not available
     */
    static ApiServer bind(int port, Token token, CommandLine commandLine) {
        if (port < 0 || port > MAX_PORT) {
            throw new ParameterException(commandLine, format("port %d: it must be from 0 to %d", port, MAX_PORT));
        }
        try {
            return ApiServer.bind(port, token);
        } catch (IOException e) {
            throw new ParameterException(
                    commandLine, format("port %d is not available (%s); choose another", port, e.getMessage()), e);
        }
    }
}
