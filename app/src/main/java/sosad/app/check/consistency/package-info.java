/**
 * Do clients get back what was written? A checker of histories, what is known of each server meanwhile, and the checks
 * 2.1 to 2.4.
 */
package sosad.app.check.consistency;
