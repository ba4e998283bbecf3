/** What the window remembers from one run to the next, and the file that keeps it. */
package sosad.app.settings;
