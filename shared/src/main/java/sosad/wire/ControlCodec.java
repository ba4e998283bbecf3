package sosad.wire;

import sosad.message.Command;
import sosad.message.Report;

/** Commands and reports of the control connection as JSON, one on a line; the line break is left to the caller. */
public final class ControlCodec {
    private ControlCodec() {}

    public static byte[] encode(Command command) {
        return Json.write(command);
    }

    public static byte[] encode(Report report) {
        return Json.write(report);
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
