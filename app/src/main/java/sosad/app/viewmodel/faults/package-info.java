/** The faults pane: rules and cuts of step mode, faults of live mode, healing. */
package sosad.app.viewmodel.faults;
