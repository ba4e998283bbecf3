/** The state that the window shows and the commands of its controls, without any control or stage. */
package sosad.app.viewmodel;
