package sosad.wire;

import sosad.message.Command;
import sosad.message.Launch;
import sosad.message.Report;

/** What app and node tell each other as JSON, one on a line; the line break is left to the caller. */
public final class ControlCodec {
    private ControlCodec() {}

    public static byte[] encode(Command command) {
        return Json.write(command);
    }

    public static byte[] encode(Report report) {
        return Json.write(report);
    }

    public static byte[] encode(Launch launch) {
        return Json.write(launch);
    }

    /** @throws MalformedException if the text is not what a node is started with */
    public static Launch launch(byte[] json) throws MalformedException {
        return Json.read(json, Launch.class);
    }

    /** @throws MalformedException if the line is not a command */
    public static Command command(byte[] line) throws MalformedException {
        return Json.read(line, Command.class);
    }

    /** @throws MalformedException if the line is not a report */
    public static Report report(byte[] line) throws MalformedException {
        return Json.read(line, Report.class);
    }
}
