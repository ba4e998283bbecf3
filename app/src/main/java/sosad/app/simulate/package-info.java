/** Large clusters in a compact model: how fast updates spread, and what that costs ({@code docs/simulation.md}). */
package sosad.app.simulate;
