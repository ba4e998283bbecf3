package sosad.app.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SpanListTest {
    private record Span(double earliest, double latest) implements Spanned {
        static Span random(Random random, double near) {
            double from = near + random.nextInt(30) - 15;
            return new Span(from, from + random.nextInt(random.nextInt(20) == 0 ? 2_000 : 40));
        }
    }

    @Property(tries = 60)
    void whatIsFoundIsWhatAFilterFinds(@ForAll long seed) {
        Random random = new Random(seed);
        SpanList<Span> list = SpanList.empty();
        List<Span> plain = new ArrayList<>();
        int size = random.nextInt(400);
        for (int i = 0; i < size; i++) {
            Span next = Span.random(random, 10.0 * i);
            if (i > 0 && random.nextInt(4) == 0) {
                int place = random.nextInt(i);
                list = list.with(place, next);
                plain.set(place, next);
            }
            list = list.plus(next);
            plain.add(next);
        }
        assertThat(list).isEqualTo(plain);
        for (int i = 0; i < 20; i++) {
            double begin = random.nextInt(10 * size + 200) - 100;
            double end = begin + random.nextInt(500);
            assertThat(list.within(begin, end))
                    .isEqualTo(plain.stream()
                            .filter(span -> span.latest() >= begin && span.earliest() <= end)
                            .toList());
        }
    }

    @Test
    void aListThatGoesOnLeavesTheOneBeforeAsItWas() {
        SpanList<Span> one = SpanList.<Span>empty().plus(new Span(0, 1));
        SpanList<Span> two = one.plus(new Span(5, 6)).with(0, new Span(2, 3));
        assertThat(one).containsExactly(new Span(0, 1));
        assertThat(two).containsExactly(new Span(2, 3), new Span(5, 6));
    }
}
