/** The branches of a lesson: as a list, and two of them side by side. */
package sosad.app.viewmodel.branches;
