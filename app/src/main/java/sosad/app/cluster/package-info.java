/** The cluster's nodes as child processes: started, steered, watched, paused and killed. */
package sosad.app.cluster;
