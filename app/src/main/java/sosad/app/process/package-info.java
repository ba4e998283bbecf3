/** Processes of the operating system: started, watched, paused, kept for another use, and never left behind. */
package sosad.app.process;
