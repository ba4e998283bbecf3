package sosad.app.viewmodel.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NarrationSentencesTest {
    private static List<String> sentences(String text) {
        return NarrationSentences.of(Markdown.parse(text)).stream()
                .map(spans -> spans.stream().map(Markdown.Span::text).collect(Collectors.joining()))
                .toList();
    }

    @Test
    void aSentenceEndsWithItsStopAndKeepsTheSpaceBehindIt() {
        assertThat(sentences("B-now at A is 3. It *never* falls! A lacks `k1. K`, e.g. here.\n\nNext."))
                .containsExactly("B-now at A is 3. ", "It never falls! ", "A lacks k1. K, e.g. here. ", "Next. ");
    }

    @Test
    void anItemOfAListBeginsWithItsMarker() {
        assertThat(sentences("- one\n- two")).containsExactly("• one ", "• two ");
    }
}
