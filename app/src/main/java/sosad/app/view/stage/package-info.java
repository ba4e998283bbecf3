/** The stage: the cluster as cards on a circle, the links between them and the messages on the links. */
package sosad.app.view.stage;
