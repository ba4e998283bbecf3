package sosad.app.viewmodel.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sosad.app.viewmodel.lesson.Markdown.Block;
import sosad.app.viewmodel.lesson.Markdown.Grid;
import sosad.app.viewmodel.lesson.Markdown.Heading;
import sosad.app.viewmodel.lesson.Markdown.Listing;
import sosad.app.viewmodel.lesson.Markdown.Paragraph;
import sosad.app.viewmodel.lesson.Markdown.Span;
import sosad.app.viewmodel.lesson.Markdown.Style;

class MarkdownTest {
    private static List<Span> plain(String text) {
        return List.of(new Span(text, Style.PLAIN));
    }

    private static Block paragraph(String text) {
        return new Paragraph("", 0, plain(text));
    }

    private static List<Span> spans(String text) {
        return ((Paragraph) Markdown.parse(text).get(0)).spans();
    }

    @Test
    void boldEmphasisAndCodeAreSpansOfTheirOwn() {
        assertThat(spans("A **loses** what *B* holds in `waffle@2`."))
                .containsExactly(
                        new Span("A ", Style.PLAIN),
                        new Span("loses", Style.BOLD),
                        new Span(" what ", Style.PLAIN),
                        new Span("B", Style.EMPHASIS),
                        new Span(" holds in ", Style.PLAIN),
                        new Span("waffle@2", Style.CODE),
                        new Span(".", Style.PLAIN));
    }

    @Test
    void anEmptyLineEndsAParagraphAndALineBreakDoesNot() {
        assertThat(Markdown.parse("one\ntwo\n\nthree")).containsExactly(paragraph("one two"), paragraph("three"));
    }

    @Test
    void itemsHaveTheirDotsAndNumbersAndListsCanBeInLists() {
        assertThat(Markdown.parse("First:\n- one\n- two\n\n  more\n  1. a\n  2. b"))
                .containsExactly(
                        paragraph("First:"),
                        new Paragraph("•", 1, plain("one")),
                        new Paragraph("•", 1, plain("two")),
                        new Paragraph("", 1, plain("more")),
                        new Paragraph("1.", 2, plain("a")),
                        new Paragraph("2.", 2, plain("b")));
        assertThat(Markdown.parse("3. c\n4. d"))
                .containsExactly(new Paragraph("3.", 1, plain("c")), new Paragraph("4.", 1, plain("d")));
    }

    @Test
    void headingsHaveTheirLevel() {
        assertThat(Markdown.parse("# Big\ntext\n### Small"))
                .containsExactly(new Heading(1, plain("Big")), paragraph("text"), new Heading(3, plain("Small")));
    }

    @Test
    void codeBlocksKeepTheirLines() {
        assertThat(Markdown.parse("```yaml\n- put: {at: A}\n  **x**\n```\nend"))
                .containsExactly(new Listing("- put: {at: A}\n  **x**"), paragraph("end"));
        assertThat(Markdown.parse("- ```\n  x\n  ```"))
                .containsExactly(new Paragraph("•", 1, List.of()), new Listing("x"));
    }

    @Test
    void tablesHaveRowsOfCells() {
        assertThat(Markdown.parse("| node | now |\n| --- | ---: |\n| A | `3` |"))
                .containsExactly(new Grid(List.of(
                        List.of(plain("node"), plain("now")),
                        List.of(plain("A"), List.of(new Span("3", Style.CODE))))));
    }

    @Test
    void linksLeadToWebPagesAndNowhereElse() {
        assertThat(spans("See [the *paper*](https://example.org/a) or [this](file:///etc/passwd)"))
                .containsExactly(
                        new Span("See ", Style.PLAIN),
                        new Span("the ", Style.PLAIN, Optional.of("https://example.org/a")),
                        new Span("paper", Style.EMPHASIS, Optional.of("https://example.org/a")),
                        new Span(" or this", Style.PLAIN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2 * 3 ** and `code and snake_case_name", "a <b>bold</b> word & more", "[x] [y](", "B-now|3"})
    void whatIsNotMarkdownIsText(String text) {
        assertThat(Markdown.parse(text)).containsExactly(paragraph(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"> ", "- ", "**a ", "[", "*a **b "})
    void noDepthIsTooMuch(String piece) {
        assertThat(Markdown.parse(piece.repeat(20_000) + "x" + "** ".repeat(20_000)))
                .isNotEmpty();
    }

    @Test
    void nothingIsNoParagraph() {
        assertThat(Markdown.parse("  \n ")).isEmpty();
    }
}
