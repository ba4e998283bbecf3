/**
 * Checks of a system of key-value servers: what a check is and gives, the cluster that is tested; and a trial of a live
 * cluster under load and a plan of faults.
 */
package sosad.app.check;
