package sosad.app.viewmodel.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sosad.app.viewmodel.explain.WhySpan.Style;

class SentenceSpansTest {
    private static List<String> styled(String text, Style style) {
        List<WhySpan> spans = SentenceSpans.of(text, Set.of("waffle", "lost"));
        assertThat(spans.stream().map(WhySpan::text).reduce("", String::concat)).isEqualTo(text);
        return spans.stream()
                .filter(span -> span.style() == style)
                .map(WhySpan::text)
                .toList();
    }

    @Test
    void keysEntriesRowsAndRulesAreCode() {
        assertThat(styled("B's push with waffle@2 reached A: (B-now at A) under remote-now, waffle.", Style.CODE))
                .containsExactly("waffle@2", "B-now", "remote-now", "waffle");
    }

    @Test
    void onlyAMessagesEndIsRedAndNotAValueOfTheSameName() {
        assertThat(styled("B's push was lost on its way.", Style.LOST)).containsExactly("lost");
        assertThat(styled("A client wrote k1@2 = refused at A.", Style.LOST)).isEmpty();
    }
}
