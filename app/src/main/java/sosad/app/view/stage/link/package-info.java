/** The links between the cards, and what passes on them in live mode. */
package sosad.app.view.stage.link;
