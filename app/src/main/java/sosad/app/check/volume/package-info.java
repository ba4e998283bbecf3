/** Checks of kind 1: how much the system serves, per second and in total. */
package sosad.app.check.volume;
