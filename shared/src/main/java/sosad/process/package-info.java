/** What both programs need of the process they run in: its streams, its file names, its limits. */
package sosad.process;
