/** The view Checks: the list of checks, and what came of the one that is looked at. */
package sosad.app.view.checks;
