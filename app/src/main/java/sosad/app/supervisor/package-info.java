/** The supervision of processes: an opinion of each, and restarts of those that are down. */
package sosad.app.supervisor;
