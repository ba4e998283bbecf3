package sosad.app.view.window;

import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import sosad.app.view.Controls;
import sosad.app.view.Keys;
import sosad.app.viewmodel.Banner;
import sosad.app.viewmodel.LabViewModel;

/**
 * A failure, shown without interrupting the user: what, where, and what to do. It lies over the panes, so that nothing
 * moves when it comes and goes.
 */
final class BannerView extends HBox {
    private final FontIcon icon = Controls.icon(Feather.ALERT_TRIANGLE);
    private final Label what = Controls.label("", "banner-what");
    private final HBox offers = new HBox();
    private final Label remedy = Controls.label("", "banner-remedy");

    BannerView(LabViewModel lab) {
        getStyleClass().add("banner");
        setMaxHeight(USE_PREF_SIZE);
        setAccessibleRole(AccessibleRole.TEXT);
        what.setWrapText(true);
        remedy.setWrapText(true);
        VBox text = new VBox(what, remedy);
        setHgrow(text, Priority.ALWAYS);
        Button dismiss = Controls.iconButton(Feather.X, "Dismiss", Keys.NOW, lab::dismiss);
        offers.getStyleClass().add("banner-offers");
        offers.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(icon, text, offers, dismiss);
        Controls.show(this, false);
        lab.bannerProperty().addListener((property, old, banner) -> {
            Controls.show(this, banner != null);
            if (banner != null) {
                boolean isNote = banner.kind() == Banner.Kind.NOTE;
                Controls.style(this, "note", isNote);
                icon.setIconCode(isNote ? Feather.PAUSE_CIRCLE : Feather.ALERT_TRIANGLE);
                what.setText(banner.what());
                remedy.setText(banner.remedy());
                Controls.show(remedy, !banner.remedy().isEmpty());
                Controls.show(offers, !banner.offers().isEmpty());
                offers.getChildren()
                        .setAll(banner.offers().stream().map(BannerView::button).toList());
                setAccessibleText(banner.what() + " " + banner.remedy());
                notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
            }
        });
    }

    private static Button button(Banner.Offer offered) {
        Button button = new Button();
        button.setMinWidth(USE_PREF_SIZE);
        Controls.rename(button, offered.label(), offered.label());
        button.setOnAction(event -> offered.action().run());
        return button;
    }
}
