package sosad.app.export;

import static sosad.model.PlainFormat.format;

import java.nio.charset.StandardCharsets;
import sosad.app.export.picture.Picture;
import sosad.app.export.picture.PictureColours;
import sosad.app.export.picture.PngPicture;
import sosad.app.export.picture.SpaceTimePicture;
import sosad.app.export.picture.StagePicture;
import sosad.app.export.picture.SvgPicture;
import sosad.app.export.table.ReportFormat;
import sosad.app.export.trace.ChromeTrace;
import sosad.app.export.trace.ItfTrace;
import sosad.app.export.trace.JepsenRun;
import sosad.app.export.trace.MermaidDiagram;
import sosad.app.export.trace.ShiVizLog;
import sosad.protocol.EnumNames;

/** The forms in which a run can be taken away ({@code docs/export.md}). Their words are {@link EnumNames#of}. */
public enum ExportKind {
    MARKDOWN("tables as Markdown", "md"),
    CSV("tables as CSV", "csv"),
    JSON("the run as JSON", "json"),
    SVG("space-time diagram as SVG", "svg"),
    PNG("space-time diagram as PNG", "png"),
    STAGE_SVG("stage as SVG", "svg"),
    STAGE_PNG("stage as PNG", "png"),
    SHIVIZ("log for ShiViz", "log"),
    JEPSEN("history of Jepsen (EDN)", "edn"),
    MERMAID("sequence diagram of Mermaid", "mmd"),
    TRACE("trace for Perfetto and Chrome (JSON)", "json"),
    ITF("trace in Apalache's ITF (JSON)", "itf.json");

    private final String description;
    private final String extension;

    ExportKind(String description, String extension) {
        this.description = description;
        this.extension = extension;
    }

    /** Returns what it is, in a few words. */
    public String description() {
        return description;
    }

    /** Returns how the names of its files end, without the first dot. */
    public String extension() {
        return extension;
    }

    /** Returns whether it is text, in UTF-8. */
    public boolean isText() {
        return this != PNG && this != STAGE_PNG;
    }

    /**
     * Returns the bytes of the file.
     *
     * @throws IllegalArgumentException if the run is too large for this form, saying what to do
     */
    public byte[] bytes(ExportedRun run, PictureColours colours) {
        return switch (this) {
            case PNG -> PngPicture.bytes(diagram(run, colours));
            case STAGE_PNG -> PngPicture.bytes(stage(run, colours));
            default -> text(run, colours).getBytes(StandardCharsets.UTF_8);
        };
    }

    private String text(ExportedRun run, PictureColours colours) {
        return switch (this) {
            case MARKDOWN -> ReportFormat.MARKDOWN.text(run.report());
            case CSV -> ReportFormat.CSV.text(run.report());
            case JSON -> ReportFormat.JSON.text(run.report());
            case SVG -> SvgPicture.text(diagram(run, colours));
            case STAGE_SVG -> SvgPicture.text(stage(run, colours));
            case SHIVIZ -> ShiVizLog.text(run.history());
            case JEPSEN -> JepsenRun.text(run.history());
            case MERMAID -> MermaidDiagram.text(run.history());
            case TRACE -> ChromeTrace.text(run.title(), run.history());
            case ITF -> ItfTrace.text(run.title(), run.history());
            case PNG, STAGE_PNG -> throw new IllegalStateException(format("%s is no text", this));
        };
    }

    private static Picture diagram(ExportedRun run, PictureColours colours) {
        return SpaceTimePicture.of(run.title(), run.history(), colours);
    }

    private static Picture stage(ExportedRun run, PictureColours colours) {
        return StagePicture.of(run.title(), run.history().present(), colours);
    }
}
