/** Runs of one command under many seeds, which several machines can share: their files, and how they are merged. */
package sosad.app.sweep;
