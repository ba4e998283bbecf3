/** The app's entry and its command line. */
package sosad.app.cli;
