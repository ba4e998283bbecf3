package sosad.wire;

import java.util.OptionalLong;
import sosad.message.Command;
import sosad.message.GatewayLaunch;
import sosad.message.Launch;
import sosad.message.Report;

/** The JSON between app and node, or app and gateway, one object per line; the caller adds the line break. */
public final class ControlCodec {
    private ControlCodec() {}

    public static byte[] encode(Command command) {
        return JsonText.of(command, CommandJson::write);
    }

    public static byte[] encode(Report report) {
        return JsonText.of(report, ReportJson::write);
    }

    public static byte[] encode(Launch launch) {
        return JsonText.of(launch, LaunchJson::write);
    }

    /** The first line of a program that connects to a node's control port: it knows the secret. */
    public static byte[] proof(String secret) {
        return JsonText.of(secret, (json, text) -> json.text("prove", text));
    }

    /**
     * Returns whether the line proves {@code secret}; takes the same time whatever it says.
     *
     * @throws MalformedException if it is no proof at all
     */
    public static boolean proves(byte[] line, String secret) throws MalformedException {
        return PeerCodec.sameSecret(JsonObject.read(line, "proof", json -> json.text("prove")), secret);
    }

    /** Returns what a gateway is started with, as it stands in its environment. */
    public static byte[] encode(GatewayLaunch launch) {
        return JsonText.of(launch, LaunchJson::writeGateway);
    }

    /** @throws MalformedException if the text is not what a node is started with */
    public static Launch launch(byte[] json) throws MalformedException {
        return JsonObject.read(json, "launch", LaunchJson::read);
    }

    /** @throws MalformedException if the text is not what a gateway is started with */
    public static GatewayLaunch gatewayLaunch(byte[] json) throws MalformedException {
        return JsonObject.read(json, "gateway launch", LaunchJson::readGateway);
    }

    /** @throws MalformedException if the line is not a command */
    public static Command command(byte[] line) throws MalformedException {
        return JsonObject.read(line, "command", CommandJson::read);
    }

    /** The id of a line that may be no command; empty if it shows none. */
    public static OptionalLong idOf(byte[] line) {
        return JsonObject.peek(line, "id");
    }

    /** @throws MalformedException if the line is not a report */
    public static Report report(byte[] line) throws MalformedException {
        return JsonObject.read(line, "report", ReportJson::read);
    }
}
