/** What can be done to a running cluster to see how it bears it: faults, plans of faults, and those in force. */
package sosad.app.fault;
