/** What is asked about links, nodes and groups of them, in a pop-over on the stage. */
package sosad.app.view.stage.form;
