/** Faults of a running cluster, plans of faults, and the faults in force. */
package sosad.app.fault;
