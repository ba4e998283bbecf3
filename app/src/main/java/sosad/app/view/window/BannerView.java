package sosad.app.view.window;

import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.view.Controls;
import sosad.app.view.Keys;
import sosad.app.viewmodel.Banner;
import sosad.app.viewmodel.LabViewModel;

/**
 * A failure, shown without interrupting the user: what, where, and what to do. It lies over the panes, so that nothing
 * moves when it comes and goes.
 */
final class BannerView extends HBox {
    private final Label what = Controls.label("", "banner-what");
    private final Button offer = new Button();
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
        offer.setMinWidth(USE_PREF_SIZE);
        Controls.rename(offer, "Do it", "Do what is offered");
        getChildren().addAll(Controls.icon(Feather.ALERT_TRIANGLE), text, offer, dismiss);
        Controls.show(this, false);
        lab.bannerProperty().addListener((property, old, banner) -> {
            Controls.show(this, banner != null);
            if (banner != null) {
                what.setText(banner.what());
                remedy.setText(banner.remedy());
                Controls.show(remedy, !banner.remedy().isEmpty());
                Controls.show(offer, banner.offer().isPresent());
                banner.offer().ifPresent(this::show);
                setAccessibleText(banner.what() + " " + banner.remedy());
                notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
            }
        });
    }

    private void show(Banner.Offer offered) {
        Controls.rename(offer, offered.label(), offered.label());
        offer.setOnAction(event -> offered.action().run());
    }
}
