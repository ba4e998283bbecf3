/** The process as both programs see it: its streams, its file names, its limits. */
package sosad.process;
