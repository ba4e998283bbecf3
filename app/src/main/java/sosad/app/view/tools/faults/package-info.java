/** The faults, section by section: rules for messages, cut links, and the way back to a whole cluster. */
package sosad.app.view.tools.faults;
