package sosad.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ByTypeTest {
    private sealed interface Shape {
        record Circle(int radius) implements Shape {}

        sealed interface Angular extends Shape {}

        record Square(int side) implements Angular {}
    }

    private final ByType<Shape, String> names =
            new ByType<Shape, String>().on(Shape.Circle.class, circle -> "circle " + circle.radius());

    @Test
    void eachTypeHasItsResult() {
        names.on(Shape.Square.class, square -> "square " + square.side()).all(Shape.class);

        assertThat(names.of(new Shape.Circle(1))).isEqualTo("circle 1");
        assertThat(names.of(new Shape.Square(2))).isEqualTo("square 2");
    }

    @Test
    void aTypeWithoutAResultIsNamed() {
        assertThatThrownBy(() -> names.all(Shape.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageEndingWith("Shape$Square");
    }
}
