/** All checks of the document's list, one after the other, against one system. */
package sosad.app.check.suite;
