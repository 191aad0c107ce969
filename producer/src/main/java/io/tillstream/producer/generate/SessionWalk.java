package io.tillstream.producer.generate;

import io.tillstream.model.EventType;
import java.util.ArrayList;
import java.util.List;

/**
 * What happens in a session: a walk from step to step, each of which depends on the one before. Who checks out buys all
 * that is in the cart.
 */
final class SessionWalk {

    private static final double CART_FIRST = 0.1;
    private static final double HESITATES = 0.75;
    private static final double STAYS_IN_CATEGORY = 0.7;
    private static final double CARTS_WHAT_WAS_SEEN = 0.75;
    private static final double TWICE = 0.01;
    private static final double LONG_PAUSE = 0.006;
    private static final double PROGRAM = 0.00002;
    private static final int MOST_STEPS = 400;
    private static final int MOST_IN_CART = 60;

    private final Dice dice;
    private final ShopProducts products;
    private final List<ShopProduct> cart = new ArrayList<>();
    private List<SessionEvent> events = new ArrayList<>();
    private ShopProduct seen;
    private long second;

    SessionWalk(Dice dice, ShopProducts products) {
        this.dice = dice;
        this.products = products;
        this.seen = products.any();
    }

    /** The events of a session that begins now; at least one. */
    List<SessionEvent> from(long start, boolean isBuyer) {
        events = new ArrayList<>();
        cart.clear();
        second = start;
        seen = products.any();
        if (dice.chance(PROGRAM)) {
            lookAtMany();
            return events;
        }
        WalkStep step = dice.chance(CART_FIRST) ? WalkStep.CART : WalkStep.VIEW;
        for (int i = 0; i < MOST_STEPS && step != WalkStep.LEAVE; i++) {
            take(step);
            step = possible(step.next(dice.share()), isBuyer);
        }
        return events;
    }

    private void lookAtMany() {
        for (int left = 500 + dice.skewed(4_000, 2); left > 0; left--) {
            seen = products.any();
            add(EventType.VIEW, seen);
            second += 1 + dice.below(3);
        }
    }

    private WalkStep possible(WalkStep wanted, boolean isBuyer) {
        return switch (wanted) {
            case CART -> mayAdd(isBuyer) ? wanted : WalkStep.VIEW;
            case REMOVE -> cart.isEmpty() ? WalkStep.VIEW : wanted;
            case CHECKOUT -> cart.isEmpty() ? WalkStep.LEAVE : wanted;
            case VIEW, LEAVE -> wanted;
        };
    }

    /** Most hesitate before the first thing that they put into the cart. */
    private boolean mayAdd(boolean isBuyer) {
        return cart.isEmpty() ? isBuyer || !dice.chance(HESITATES) : cart.size() < MOST_IN_CART;
    }

    private void take(WalkStep step) {
        switch (step) {
            case VIEW -> view();
            case CART -> addToCart();
            case REMOVE -> removeFromCart();
            case CHECKOUT -> buy();
            case LEAVE -> {
                // Nothing is known of it.
            }
        }
        if (dice.chance(LONG_PAUSE)) {
            second += 1_800 + dice.below(40_000);
        }
    }

    private void view() {
        seen = dice.chance(STAYS_IN_CATEGORY) ? products.beside(seen) : products.any();
        add(EventType.VIEW, seen);
        second += 5 + dice.skewed(240, 2);
    }

    private void addToCart() {
        ShopProduct product = dice.chance(CARTS_WHAT_WAS_SEEN) ? seen : products.beside(seen);
        cart.add(product);
        add(EventType.CART, product);
        second += 3 + dice.skewed(90, 2);
    }

    private void removeFromCart() {
        add(EventType.REMOVE_FROM_CART, cart.remove(dice.below(cart.size())));
        second += 2 + dice.skewed(30, 2);
    }

    private void buy() {
        second += 60 + dice.skewed(900, 2);
        cart.forEach(product -> add(EventType.PURCHASE, product));
        cart.clear();
        second += 30 + dice.skewed(300, 2);
    }

    private void add(EventType type, ShopProduct product) {
        SessionEvent event = new SessionEvent(second, type, product);
        events.add(event);
        if (dice.chance(TWICE)) {
            events.add(event);
        }
    }
}
