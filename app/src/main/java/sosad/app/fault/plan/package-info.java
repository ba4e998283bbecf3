/** Plans of faults: the file ({@code docs/fault-plans.md}), and what it says for a cluster and a seed. */
package sosad.app.fault.plan;
