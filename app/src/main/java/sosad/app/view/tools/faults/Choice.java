package sosad.app.view.tools.faults;

import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import sosad.app.view.Controls;

/** A list to choose one item from, shown in words. */
final class Choice {
    private Choice() {}

    /**
     * A choice among {@code items}.
     *
     * @param name what it is called for those who do not see it
     * @param value what is chosen, both ways
     */
    static <T> ComboBox<T> of(
            String name, String tooltip, ObservableList<T> items, Function<T, String> words, Property<T> value) {
        ComboBox<T> choice = new ComboBox<>(items);
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(T item) {
                return item == null ? "" : words.apply(item);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("is not edited");
            }
        });
        choice.valueProperty().bindBidirectional(value);
        choice.setMinWidth(ComboBox.USE_PREF_SIZE);
        Controls.name(choice, name, tooltip);
        return choice;
    }
}
