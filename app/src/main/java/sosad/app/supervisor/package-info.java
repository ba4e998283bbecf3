/** Who watches over the processes: what is thought of each, and when one that is down is started again. */
package sosad.app.supervisor;
