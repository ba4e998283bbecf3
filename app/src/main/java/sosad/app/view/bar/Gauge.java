package sosad.app.view.bar;

import java.util.List;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** The width of the widest of some texts: where a text changes, its place does not. */
final class Gauge {
    private final List<String> texts;
    private Font measured;
    private double width;

    Gauge(List<String> texts) {
        this.texts = List.copyOf(texts);
    }

    /** The gauge of a number of so many digits, each as wide as the widest, after {@code before}. */
    static Gauge ofDigits(String before, int count) {
        return new Gauge("0123456789"
                .chars()
                .mapToObj(digit -> before + String.valueOf((char) digit).repeat(count))
                .toList());
    }

    double width(Font font) {
        if (!font.equals(measured)) {
            measured = font;
            width = Math.ceil(
                    texts.stream().mapToDouble(text -> width(text, font)).max().orElse(0));
        }
        return width;
    }

    private static double width(String text, Font font) {
        Text node = new Text(text);
        node.setFont(font);
        return node.getLayoutBounds().getWidth();
    }
}
