package sosad.app.simulate;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** A page that needs no other file. */
final class HtmlPage {
    private static final List<Extension> TABLES = List.of(TablesExtension.create());

    private static final String STYLE = """
            :root { color-scheme: light dark; --ground: #F5F6F8; --pane: #FFFFFF; --line: #E2E5EB; --text: #171B22;
              --muted: #5C6573; --all: #0072B2; --other: #A3357F; }
            @media (prefers-color-scheme: dark) { :root { --ground: #0F1217; --pane: #181D25; --line: #2A313C;
              --text: #E8ECF2; --muted: #98A2B3; --all: #56B4E9; --other: #F08CC8; } }
            body { background: var(--ground); color: var(--text); font: 15px/1.5 system-ui, sans-serif; margin: 2em auto;
              max-width: 76em; padding: 0 1em; }
            table { background: var(--pane); border-collapse: collapse; margin: 1em 0; }
            th, td { border: 1px solid var(--line); padding: .3em .7em; font-variant-numeric: tabular-nums; }
            svg { background: var(--pane); border: 1px solid var(--line); max-width: 720px; width: 100%; margin: 0 1em 1em 0; }
            svg text { fill: var(--text); font-size: 12px; } svg text.title { font-size: 14px; font-weight: bold; }
            svg text.x { text-anchor: middle; } svg text.y { text-anchor: end; }
            svg .grid { stroke: var(--line); } svg .line { fill: none; stroke-width: 2; }
            svg .formula { fill: none; stroke-width: 1.5; stroke-dasharray: 5 4; } svg .band { opacity: .2; }
            svg .all { stroke: var(--all); } svg .other { stroke: var(--other); }
            svg .band.all { fill: var(--all); stroke: none; } svg .band.other { fill: var(--other); stroke: none; }
            """;

    private HtmlPage() {}

    /** Returns a page with this body under its title. */
    static String of(String title, String body) {
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width\">\n<title>SOSAD Lab: simulate</title>\n<style>\n"
                + STYLE
                + "</style>\n</head>\n<body>\n<h1>"
                + title
                + "</h1>\n"
                + body
                + "</body>\n</html>\n";
    }

    static String ofMarkdown(String markdown) {
        return HtmlRenderer.builder()
                .extensions(TABLES)
                .build()
                .render(Parser.builder().extensions(TABLES).build().parse(markdown));
    }
}
