/** The tools at the bottom: a client of the cluster, and the log. */
package sosad.app.view.tools;
