/** The tables: what the nodes hold at the moment shown, in three views. */
package sosad.app.view.tables;
