/** The bar at the top: what is played, how far it is, and the controls that play it. */
package sosad.app.view.bar;
