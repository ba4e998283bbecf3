/** The branches of a lesson, as a list and side by side. */
package sosad.app.view.branches;
