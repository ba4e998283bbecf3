/** Records of live runs: their files, and their replay through the core ({@code docs/record.md}). */
package sosad.app.replay;
