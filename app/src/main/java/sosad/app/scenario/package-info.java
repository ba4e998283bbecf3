/** The scenario file: what it says, how it is read, checked and written. */
package sosad.app.scenario;
