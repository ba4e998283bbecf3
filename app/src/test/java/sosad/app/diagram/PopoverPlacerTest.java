package sosad.app.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PopoverPlacerTest {
    private static final Box AREA = new Box(0, 0, 600, 400);
    private static final Box OWNER = new Box(100, 100, 60, 30);

    private static Box place(List<Box> essential, List<Box> others, double width, double height) {
        return new PopoverPlacer(AREA, OWNER, essential, others).place(width, height, 120);
    }

    @Test
    void itStandsBesideItsOwner() {
        Box box = place(List.of(), List.of(), 200, 150);
        assertThat(box.gap(OWNER)).isBetween(0.0, 13.0);
    }

    @Test
    void itIsNeverLargerThanTheAreaAndNeverOutside() {
        assertThat(place(List.of(), List.of(), 900, 900).outside(AREA)).isZero();
        assertThat(place(List.of(), List.of(), 900, 900).width()).isEqualTo(AREA.width());
    }

    @Test
    void itBecomesLowerRatherThanCoverWhatItIsAbout() {
        Box right = new Box(0, 140, 600, 20);
        Box box = place(List.of(right), List.of(), 300, 380);
        assertThat(box.overlap(right)).isZero();
        assertThat(box.height()).isBetween(120.0, 240.0);
    }

    @Test
    void itCoversSomethingElseOnlyWhereThereIsNoOtherRoom() {
        Box beside = new Box(180, 0, 180, 400);
        assertThat(place(List.of(), List.of(beside), 200, 150).overlap(beside)).isZero();
        assertThat(place(List.of(), List.of(beside), 500, 150).overlap(beside)).isPositive();
    }
}
