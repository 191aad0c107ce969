package io.tillstream.commandline;

import io.tillstream.commandline.Interruption.Request;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** A program that heeds the request of that number, counted from 1, or none. */
final class Interruptible {

    private Interruptible() {}

    public static void main(String[] args) throws InterruptedException {
        int heeded = Integer.parseInt(args[0]);
        CountDownLatch end = new CountDownLatch(1);
        try (Interruption interruption = Interruption.of(3, request(1, heeded, end), request(2, heeded, end))) {
            System.out.println("running");
            end.await();
            interruption.exitCode(5);
        }
        // The interruption ends the program.
        new CountDownLatch(1).await();
    }

    private static Request request(int number, int heeded, CountDownLatch end) {
        return new Request(
                () -> {
                    System.out.println("asked " + number);
                    if (number == heeded) {
                        end.countDown();
                    }
                },
                heeded == number ? Duration.ofMinutes(1) : Duration.ofMillis(50));
    }
}
