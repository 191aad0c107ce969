package io.tillstream.producer.generate;

/** What a visitor does next, which depends on what he did last. */
enum WalkStep {
    VIEW(0.42, 0.15, 0.1, 0.01),
    CART(0.13, 0.72, 0.095, 0.025),
    REMOVE(0.08, 0.12, 0.77, 0.02),
    CHECKOUT(0.2, 0.02, 0, 0),
    LEAVE(0, 0, 0, 0);

    private final double view;
    private final double cart;
    private final double remove;
    private final double checkout;

    /** The chances of the steps after this one; what is left is the chance to leave. */
    WalkStep(double view, double cart, double remove, double checkout) {
        this.view = view;
        this.cart = cart;
        this.remove = remove;
        this.checkout = checkout;
    }

    /** The step that this share of visitors takes, from 0 to below 1. */
    WalkStep next(double share) {
        double left = share - view;
        if (left < 0) {
            return VIEW;
        }
        left -= cart;
        if (left < 0) {
            return CART;
        }
        left -= remove;
        if (left < 0) {
            return REMOVE;
        }
        return left < checkout ? CHECKOUT : LEAVE;
    }
}
