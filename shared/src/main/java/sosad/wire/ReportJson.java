package sosad.wire;

import java.io.IOException;
import sosad.message.Report;
import sosad.message.Report.BackendState;
import sosad.message.Report.RequestFate;
import sosad.message.Report.RowOf;
import sosad.message.Report.Sent;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.protocol.Reads.ReadMode;
import sosad.protocol.Received.SenderStatus;
import sosad.protocol.Row;

/** The JSON form of reports; the field {@code report} says which. */
final class ReportJson {
    private ReportJson() {}

    static void write(JsonText json, Report report) throws IOException {
        if (report instanceof Report.Ready ready) {
            begin(json, "ready", ready)
                    .text("secret", ready.secret())
                    .text("node", ready.node())
                    .number("pid", ready.pid())
                    .number("clientPort", ready.clientPort())
                    .number("peerPort", ready.peerPort())
                    .objects("hellos", ready.hellos(), ReportJson::sent);
        } else if (report instanceof Report.Done done) {
            begin(json, "done", done).number("re", done.re()).objects("sent", done.sent(), ReportJson::sent);
        } else if (report instanceof Report.Failed failed) {
            begin(json, "failed", failed).number("re", failed.re()).text("reason", failed.reason());
        } else if (report instanceof Report.Page page) {
            begin(json, "page", page)
                    .number("re", page.re())
                    .number("time", page.time())
                    .objects("rows", page.rows(), ReportJson::rowOf)
                    .objects("entries", page.entries(), EntryJson::write)
                    .number("total", page.total())
                    .number("store", page.store())
                    .number("sequence", page.sequence());
        } else {
            event(json, (Report.Event) report);
        }
    }

    private static void event(JsonText json, Report.Event event) throws IOException {
        if (event instanceof Report.Wrote wrote) {
            begin(json, "wrote", wrote)
                    .text("client", wrote.client())
                    .object("entry", wrote.entry(), EntryJson::write)
                    .flag("lost", wrote.lost());
        } else if (event instanceof Report.Received received) {
            begin(json, "received", received)
                    .text("from", received.from())
                    .number("message", received.message())
                    .text("standing", received.status())
                    .objects("applied", received.applied(), EntryJson::write)
                    .object("row", received.row(), ReportJson::row);
        } else if (event instanceof Report.Asked asked) {
            begin(json, "asked", asked)
                    .text("client", asked.client())
                    .text("key", asked.key())
                    .word("mode", asked.mode())
                    .number("read", asked.read())
                    .objects("sent", asked.sent(), ReportJson::sent);
        } else if (event instanceof Report.Heard heard) {
            begin(json, "heard", heard)
                    .text("from", heard.from())
                    .number("message", heard.message())
                    .objectIfAny("applied", heard.applied(), EntryJson::write)
                    .objects("sent", heard.sent(), ReportJson::sent)
                    .numberIfAny("ended", heard.ended());
        } else if (event instanceof Report.Refused refused) {
            begin(json, "refused", refused).text("reason", refused.reason());
        } else if (event instanceof Report.Gap gap) {
            begin(json, "gap", gap).number("missed", gap.missed());
        } else {
            gatewayEvent(json, event);
        }
    }

    private static void gatewayEvent(JsonText json, Report.Event event) throws IOException {
        if (event instanceof Report.BackendChanged changed) {
            begin(json, "backend-changed", changed)
                    .text("backend", changed.backend())
                    .word("state", changed.state());
        } else if (event instanceof Report.Given given) {
            begin(json, "given", given)
                    .number("request", given.request())
                    .text("client", given.client())
                    .text("command", given.command())
                    .textIfAny("key", given.key())
                    .text("backend", given.backend());
        } else if (event instanceof Report.Ended ended) {
            begin(json, "ended", ended)
                    .number("request", ended.request())
                    .text("backend", ended.backend())
                    .text("as", ended.as())
                    .word("fate", ended.fate());
        }
    }

    private static JsonText begin(JsonText json, String name, Report report) throws IOException {
        return json.text("report", name).number("seq", report.seq());
    }

    private static void sent(JsonText json, Sent sent) throws IOException {
        json.text("to", sent.to()).number("id", sent.id());
    }

    private static void rowOf(JsonText json, RowOf row) throws IOException {
        json.text("peer", row.peer())
                .object("row", row.row(), ReportJson::row)
                .number("store", row.store())
                .number("owedPushes", row.owedPushes());
    }

    private static void row(JsonText json, Row row) throws IOException {
        json.number("now", row.now()).number("prev", row.prev()).number("mark", row.mark());
    }

    static Report read(JsonObject json) throws MalformedException {
        String name = json.text("report");
        long seq = json.number("seq");
        return switch (name) {
            case "ready" ->
                new Report.Ready(
                        seq,
                        json.text("secret"),
                        new NodeId(json.text("node")),
                        json.number("pid"),
                        json.integer("clientPort"),
                        json.integer("peerPort"),
                        json.objects("hellos", ReportJson::readSent));
            case "done" -> new Report.Done(seq, json.number("re"), json.objects("sent", ReportJson::readSent));
            case "failed" -> new Report.Failed(seq, json.number("re"), json.text("reason"));
            case "page" ->
                new Report.Page(
                        seq,
                        json.number("re"),
                        json.number("time"),
                        json.objects("rows", ReportJson::readRowOf),
                        json.objects("entries", EntryJson::read),
                        json.integer("total"),
                        json.number("store"),
                        json.number("sequence"));
            case "wrote" ->
                new Report.Wrote(seq, json.text("client"), json.object("entry", EntryJson::read), json.flag("lost"));
            case "received" ->
                new Report.Received(
                        seq,
                        new NodeId(json.text("from")),
                        json.number("message"),
                        SenderStatus.valueOf(json.text("standing")),
                        json.objects("applied", EntryJson::read),
                        json.object("row", ReportJson::readRow));
            case "asked" ->
                new Report.Asked(
                        seq,
                        json.text("client"),
                        new Key(json.text("key")),
                        json.word("mode", ReadMode.class),
                        json.number("read"),
                        json.objects("sent", ReportJson::readSent));
            case "heard" ->
                new Report.Heard(
                        seq,
                        new NodeId(json.text("from")),
                        json.number("message"),
                        json.objectIfAny("applied", EntryJson::read),
                        json.objects("sent", ReportJson::readSent),
                        json.numberIfAny("ended"));
            case "backend-changed" ->
                new Report.BackendChanged(
                        seq, new NodeId(json.text("backend")), json.word("state", BackendState.class));
            case "given" ->
                new Report.Given(
                        seq,
                        json.number("request"),
                        json.text("client"),
                        json.text("command"),
                        json.textIfAny("key").map(Key::new),
                        new NodeId(json.text("backend")));
            case "ended" ->
                new Report.Ended(
                        seq,
                        json.number("request"),
                        new NodeId(json.text("backend")),
                        json.text("as"),
                        json.word("fate", RequestFate.class));
            case "refused" -> new Report.Refused(seq, json.text("reason"));
            case "gap" -> new Report.Gap(seq, json.number("missed"));
            default -> throw new MalformedException("there is no report \"%s\"".formatted(name));
        };
    }

    private static Sent readSent(JsonObject json) throws MalformedException {
        return new Sent(new NodeId(json.text("to")), json.number("id"));
    }

    private static RowOf readRowOf(JsonObject json) throws MalformedException {
        return new RowOf(
                new NodeId(json.text("peer")),
                json.object("row", ReportJson::readRow),
                json.number("store"),
                json.integer("owedPushes"));
    }

    private static Row readRow(JsonObject json) throws MalformedException {
        return new Row(json.number("now"), json.number("prev"), json.number("mark"));
    }
}
