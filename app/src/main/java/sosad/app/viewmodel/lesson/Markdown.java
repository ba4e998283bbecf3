package sosad.app.viewmodel.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** Narration as CommonMark with tables, in the form in which the window shows it. HTML is text. */
public final class Markdown {
    /** Lists and quotes inside each other, and emphasis inside emphasis, beyond which what follows is left out. */
    private static final int MAX_NESTING = 50;

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .maxOpenBlockParsers(MAX_NESTING)
            .build();

    private Markdown() {}

    /** The style of a piece of text. */
    public enum Style {
        PLAIN,
        BOLD,
        EMPHASIS,
        CODE
    }

    /**
     * A piece of text in one style.
     *
     * @param link the web page or the lesson that it leads to
     */
    public record Span(String text, Style style, Optional<String> link) {
        /** A piece of text that leads nowhere. */
        public Span(String text, Style style) {
            this(text, style, Optional.empty());
        }

        private boolean isLike(Style otherStyle, Optional<String> otherLink) {
            return style == otherStyle && link.equals(otherLink);
        }
    }

    /** A part of the text that stands by itself. */
    public sealed interface Block {}

    /**
     * A paragraph, or a paragraph of a list's item.
     *
     * @param marker what an item begins with, such as "•" or "2."; empty elsewhere
     * @param depth how many lists and quotes it is in
     */
    public record Paragraph(String marker, int depth, List<Span> spans) implements Block {
        public Paragraph {
            spans = List.copyOf(spans);
        }
    }

    /** @param level from 1, the largest, to 6 */
    public record Heading(int level, List<Span> spans) implements Block {
        public Heading {
            spans = List.copyOf(spans);
        }
    }

    /** Lines as they are. */
    public record Listing(String text) implements Block {}

    /** @param rows the cells of each row; the first is the head */
    public record Grid(List<List<List<Span>>> rows) implements Block {
        public Grid {
            rows = List.copyOf(rows);
        }
    }

    /** Returns the parts of {@code text}. Never fails: what is not understood is plain text. */
    public static List<Block> parse(String text) {
        Blocks blocks = new Blocks();
        PARSER.parse(text).accept(blocks);
        return blocks.found;
    }

    private static final class Blocks extends AbstractVisitor {
        private final List<Block> found = new ArrayList<>();
        private String marker = "";
        private int depth;

        private void paragraph(List<Span> spans) {
            found.add(new Paragraph(marker, depth, spans));
            marker = "";
        }

        /** A marker needs a paragraph to stand before. */
        private void endMarker() {
            if (!marker.isEmpty()) {
                paragraph(List.of());
            }
        }

        private void inside(String first, Node outer) {
            endMarker();
            marker = first;
            depth++;
            visitChildren(outer);
            endMarker();
            depth--;
        }

        @Override
        public void visit(org.commonmark.node.Paragraph paragraph) {
            paragraph(Spans.of(paragraph));
        }

        @Override
        public void visit(org.commonmark.node.Heading heading) {
            endMarker();
            found.add(new Heading(heading.getLevel(), Spans.of(heading)));
        }

        @Override
        public void visit(BulletList list) {
            for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
                inside("•", item);
            }
        }

        @Override
        public void visit(OrderedList list) {
            int number = Optional.ofNullable(list.getMarkerStartNumber()).orElse(1);
            for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
                inside(number++ + ".", item);
            }
        }

        @Override
        public void visit(BlockQuote quote) {
            inside("", quote);
        }

        @Override
        public void visit(FencedCodeBlock block) {
            listing(block.getLiteral());
        }

        @Override
        public void visit(IndentedCodeBlock block) {
            listing(block.getLiteral());
        }

        private void listing(String text) {
            endMarker();
            found.add(new Listing(text.stripTrailing()));
        }

        @Override
        public void visit(HtmlBlock block) {
            paragraph(List.of(new Span(block.getLiteral(), Style.PLAIN)));
        }

        @Override
        public void visit(CustomBlock block) {
            if (block instanceof TableBlock) {
                endMarker();
                List<List<List<Span>>> rows = new ArrayList<>();
                for (Node part = block.getFirstChild(); part != null; part = part.getNext()) {
                    for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                        rows.add(cells((TableRow) row));
                    }
                }
                found.add(new Grid(rows));
            }
        }

        private static List<List<Span>> cells(TableRow row) {
            List<List<Span>> cells = new ArrayList<>();
            for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
                cells.add(List.copyOf(Spans.of(cell)));
            }
            return cells;
        }
    }

    private static final class Spans {
        private final List<Span> found = new ArrayList<>();
        private int nesting;

        static List<Span> of(Node block) {
            Spans spans = new Spans();
            spans.addAll(block, Style.PLAIN, Optional.empty());
            return spans.found;
        }

        private void addAll(Node parent, Style style, Optional<String> link) {
            if (nesting == MAX_NESTING) {
                return;
            }
            nesting++;
            for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
                add(node, style, link);
            }
            nesting--;
        }

        private void add(Node node, Style style, Optional<String> link) {
            if (node instanceof Text text) {
                add(text.getLiteral(), style, link);
            } else if (node instanceof Code code) {
                add(code.getLiteral(), Style.CODE, link);
            } else if (node instanceof HtmlInline html) {
                add(html.getLiteral(), style, link);
            } else if (node instanceof SoftLineBreak) {
                add(" ", style, link);
            } else if (node instanceof HardLineBreak) {
                add("\n", style, link);
            } else if (node instanceof StrongEmphasis) {
                addAll(node, Style.BOLD, link);
            } else if (node instanceof Emphasis) {
                addAll(node, style == Style.BOLD ? style : Style.EMPHASIS, link);
            } else if (node instanceof Link to) {
                addAll(node, style, Optional.of(to.getDestination()).filter(Spans::mayLeadTo));
            } else {
                addAll(node, style, link);
            }
        }

        /** A file or a program of this machine is nothing that a lesson may open. */
        private static boolean mayLeadTo(String address) {
            return address.startsWith("https://")
                    || address.startsWith("http://")
                    || LessonLink.of(address).isPresent();
        }

        private void add(String text, Style style, Optional<String> link) {
            int last = found.size() - 1;
            if (last >= 0 && found.get(last).isLike(style, link)) {
                found.set(last, new Span(found.get(last).text() + text, style, link));
            } else if (!text.isEmpty()) {
                found.add(new Span(text, style, link));
            }
        }
    }
}
