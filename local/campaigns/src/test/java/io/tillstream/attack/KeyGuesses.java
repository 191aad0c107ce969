package io.tillstream.attack;

import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Guesses keys from one address, while an honest caller sends rows from there: the guesses are slowed, the rows are not. */
final class KeyGuesses {

    private static final String ATTACK = "wrong keys";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** What an address may send a minute, unless set. */
    private static final int A_MINUTE = 30;

    private static final int GUESSES_A_ROW = 10;

    private final GuardedIngest ingest;
    private final Report report;
    private final RandomGenerator random;
    private int answered;
    private int slowed;

    KeyGuesses(GuardedIngest ingest, Report report, RandomGenerator random) {
        this.ingest = ingest;
        this.report = report;
        this.random = random;
    }

    void run(int guesses) throws IOException {
        long begin = System.nanoTime();
        for (int i = 0; i < guesses; i++) {
            guess(Route.inTurn(i / 2), i % 2 == 0 ? "X-Api-Key: " : "Authorization: Bearer ");
            if (i % GUESSES_A_ROW == 0) {
                sendRow(i);
            }
        }
        long minutes = Duration.ofNanos(System.nanoTime() - begin).toMinutes();
        if (answered > A_MINUTE * (minutes + 2)) {
            report.complain(ATTACK, answered + " guesses were answered in " + (minutes + 1) + " minutes");
        }
        if (guesses > 2 * A_MINUTE && slowed == 0) {
            report.complain(ATTACK, "no guess was slowed");
        }
    }

    private void guess(Route route, String header) throws IOException {
        byte[] secret = new byte[24];
        random.nextBytes(secret);
        String owner = random.nextBoolean() ? "honest" : "k" + random.nextInt(1_000);
        String request =
                route.post("[]", header + "tsk_" + owner + "_" + HexFormat.of().formatHex(secret));
        RawAnswer answer = RawExchange.send(ingest.address(), request, PATIENCE);
        new Judge(ATTACK, report).judge(request, answer);
        if (answer.status() == 429 && answer.head().contains("retry-after: ")) {
            slowed++;
        } else if (answer.status() == 401) {
            answered++;
        } else {
            report.complain(ATTACK, "a guess was answered with " + answer.status());
        }
    }

    private void sendRow(int number) throws IOException {
        Route route = Route.inTurn(number / GUESSES_A_ROW);
        String row = route.json(new ShopLine(new ShopLine.Key("keys", "" + number, "S1", "" + number), 1));
        RawAnswer answer = RawExchange.send(ingest.address(), route.post(row, "X-Api-Key: " + ingest.key()), PATIENCE);
        report.count("rows beside wrong keys", "" + answer.status());
        if (answer.status() != 202) {
            report.complain(ATTACK, "an honest row was answered with " + answer.status() + " " + answer.body());
        }
    }
}
