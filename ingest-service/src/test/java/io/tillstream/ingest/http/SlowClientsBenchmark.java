package io.tillstream.ingest.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.tillstream.ingest.Bodies;
import io.tillstream.ingest.publish.PublishResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/**
 * What an honest caller notices of slow ones: the time of a POST of one row before and while so many clients, a thousand
 * unless told, send a byte of their bodies every five seconds. The second argument says how many bytes they send at once
 * before that.
 */
final class SlowClientsBenchmark {

    private static final Duration ROUND = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int CALLERS = 4;

    private SlowClientsBenchmark() {}

    public static void main(String[] args) throws Exception {
        int clients = args.length > 0 ? Integer.parseInt(args[0]) : 1_000;
        int bytesAtOnce = args.length > 1 ? Integer.parseInt(args[1]) : 1;
        FakeStream.PUBLISHER.answer(new PublishResult.Stored());
        try (IngestServer server = IngestServer.start("--logging.level.root=error")) {
            measure(server, "to warm up");
            measure(server, "before");
            Thread attack = Thread.ofPlatform().daemon().start(() -> attack(server.port(), clients, bytesAtOnce));
            Thread.sleep(PAUSE.multipliedBy(2));
            measure(server, "under " + clients + " slow clients");
            measure(server, "under " + clients + " slow clients, again");
            attack.interrupt();
            attack.join();
            measure(server, "after");
        }
    }

    private static void measure(IngestServer server, String name) throws Exception {
        Map<Integer, Integer> statuses = new TreeMap<>();
        LongStream all = LongStream.empty();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<long[]>> callers = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                callers.add(threads.submit(() -> post(server, statuses)));
            }
            for (Future<long[]> caller : callers) {
                all = LongStream.concat(all, Arrays.stream(caller.get()));
            }
        }
        long[] sorted = all.sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%-35s %7d POSTs, p50 %6.2f ms, p99 %6.2f ms, answers %s%n",
                name,
                sorted.length,
                sorted[sorted.length / 2] / 1e6,
                sorted[sorted.length * 99 / 100] / 1e6,
                statuses);
    }

    private static long[] post(IngestServer server, Map<Integer, Integer> statuses) throws Exception {
        LongStream.Builder times = LongStream.builder();
        long end = System.nanoTime() + ROUND.toNanos();
        while (System.nanoTime() < end) {
            long start = System.nanoTime();
            int status = server.send(server.rows("application/json", Bodies.ROW.getBytes(ISO_8859_1)))
                    .statusCode();
            times.add(System.nanoTime() - start);
            synchronized (statuses) {
                statuses.merge(status, 1, Integer::sum);
            }
            FakeStream.PUBLISHER.answer(new PublishResult.Stored());
            Thread.sleep(2);
        }
        return times.build().toArray();
    }

    /** Whoever is cut off comes again. */
    private static void attack(int port, int clients, int bytesAtOnce) {
        byte[] head = ("POST /transactions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 1000000\r\n\r\n" + "[" + " ".repeat(bytesAtOnce))
                .getBytes(ISO_8859_1);
        Socket[] sockets = new Socket[clients];
        int cutOff = 0;
        try {
            while (true) {
                for (int i = 0; i < clients; i++) {
                    cutOff += sendTo(sockets, i, port, head) ? 0 : 1;
                }
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            System.out.println("slow clients were cut off " + cutOff + " times");
            Arrays.stream(sockets).forEach(SlowClientsBenchmark::close);
        }
    }

    private static boolean sendTo(Socket[] sockets, int i, int port, byte[] head) {
        try {
            if (sockets[i] == null) {
                sockets[i] = new Socket(InetAddress.getLoopbackAddress(), port);
                sockets[i].getOutputStream().write(head);
            } else {
                sockets[i].getOutputStream().write(' ');
            }
            return true;
        } catch (IOException e) {
            close(sockets[i]);
            sockets[i] = null;
            return false;
        }
    }

    private static void close(Socket socket) {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            System.err.println("A slow client cannot be closed: " + e);
        }
    }
}
