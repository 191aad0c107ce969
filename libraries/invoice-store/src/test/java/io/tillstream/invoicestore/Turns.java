package io.tillstream.invoicestore;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;

/** Runs actors on threads of their own, a step of one of them at a time, in an order that chance decides. */
final class Turns {

    /** Ends an actor wherever it is, as a killed process ends. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1;

        private Killed() {
            super("killed", null, false, false);
        }
    }

    final class Actor {
        private final Semaphore go = new Semaphore(0);
        private boolean killed;
        private boolean ended;

        void kill() {
            killed = true;
            step();
        }

        boolean isAlive() {
            return !ended;
        }

        private void step() {
            current = this;
            go.release();
            yielded.acquireUninterruptibly();
        }

        private void run(Runnable play) {
            go.acquireUninterruptibly();
            try {
                if (!killed) {
                    play.run();
                }
            } catch (Killed end) {
                // It leaves behind what it has done so far.
            } catch (RuntimeException | AssertionError unexpected) {
                failures.add(unexpected);
            }
            ended = true;
            actors.remove(this);
            yielded.release();
        }
    }

    private final Random random;
    private final Semaphore yielded = new Semaphore(0);
    private final List<Actor> actors = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();
    private Actor current = new Actor();

    Turns(Random random) {
        this.random = random;
    }

    /** On a thread of the actors' kind, which takes turns with them many times faster than any other. */
    static void play(Runnable all) {
        FutureTask<Object> played = new FutureTask<>(Executors.callable(all));
        Thread.ofVirtual().start(played);
        try {
            played.get();
        } catch (ExecutionException failure) {
            throw new AssertionError(failure.getCause());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(hurried);
        }
    }

    Actor start(Runnable play) {
        Actor actor = new Actor();
        actors.add(actor);
        Thread.ofVirtual().start(() -> actor.run(play));
        return actor;
    }

    /** Called by actors, wherever others may come in between. */
    void pass() {
        Actor actor = current;
        yielded.release();
        actor.go.acquireUninterruptibly();
        if (actor.killed) {
            throw new Killed();
        }
    }

    /** Any of the actors that are left. */
    Actor any() {
        return actors.get(random.nextInt(actors.size()));
    }

    boolean areOver() {
        return actors.isEmpty();
    }

    /** Lets any actor go on. */
    void step() {
        any().step();
        failures.forEach(failure -> {
            throw new AssertionError(failure);
        });
    }
}
