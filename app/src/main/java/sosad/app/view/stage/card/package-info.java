/** The cards of nodes and gateways on the stage. */
package sosad.app.view.stage.card;
