/** The scenario file: what it says, how it is read and checked, and how it is played on a cluster. */
package sosad.app.scenario;
