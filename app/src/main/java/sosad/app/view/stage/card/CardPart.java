package sosad.app.view.stage.card;

/** A piece of a node's card. */
interface CardPart {
    /** Shows {@code state}; what is the same as before is not touched. */
    void update(CardState state);
}
