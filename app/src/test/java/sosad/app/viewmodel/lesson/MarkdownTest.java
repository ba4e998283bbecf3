package sosad.app.viewmodel.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import sosad.app.viewmodel.lesson.Markdown.Span;
import sosad.app.viewmodel.lesson.Markdown.Style;

class MarkdownTest {
    @Test
    void boldEmphasisAndCodeAreSpansOfTheirOwn() {
        assertThat(Markdown.parse("A **loses** what *B* holds in `waffle@2`.")
                        .get(0)
                        .spans())
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
        assertThat(Markdown.parse("one\ntwo\n\nthree"))
                .extracting(paragraph -> paragraph.spans().get(0).text())
                .containsExactly("one two", "three");
    }

    @Test
    void dashesAndNumbersMakeListItems() {
        assertThat(Markdown.parse("First:\n- one\n- two"))
                .extracting(Markdown.Paragraph::isItem)
                .containsExactly(false, true, true);
        assertThat(Markdown.parse("1. one\n2. two")).allMatch(Markdown.Paragraph::isItem);
    }

    @Test
    void unpairedMarksAreText() {
        assertThat(Markdown.parse("2 * 3 ** and `code and snake_case_name")
                        .get(0)
                        .spans())
                .containsExactly(new Span("2 * 3 ** and `code and snake_case_name", Style.PLAIN));
    }

    @Test
    void nothingIsNoParagraph() {
        assertThat(Markdown.parse("  \n ")).isEmpty();
    }
}
