package io.tillstream.ingest.http;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Clients that begin a request and then send a byte of it every five seconds. Whoever is cut off comes again. */
final class SlowClients {

    static final Duration PAUSE = Duration.ofSeconds(5);

    private final String host;
    private final int port;
    private final byte[] head;
    private final Socket[] sockets;
    private final Thread thread = Thread.ofPlatform().daemon().unstarted(this::send);
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch stopping = new CountDownLatch(1);
    private int cutOff;

    SlowClients(int count, String host, int port, byte[] head) {
        this.host = host;
        this.port = port;
        this.head = head.clone();
        this.sockets = new Socket[count];
    }

    SlowClients start() {
        thread.start();
        return this;
    }

    /** Until all have sent their heads. */
    void awaitBegun() throws InterruptedException {
        if (!begun.await(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("The slow clients cannot connect to " + host + ":" + port);
        }
    }

    /** Says how often one was cut off. */
    int stop() throws InterruptedException {
        stopping.countDown();
        thread.join();
        return cutOff;
    }

    private void send() {
        try {
            do {
                for (int i = 0; i < sockets.length; i++) {
                    cutOff += sendTo(i) ? 0 : 1;
                }
                begun.countDown();
            } while (!stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            Arrays.stream(sockets).forEach(SlowClients::close);
        }
    }

    private boolean sendTo(int i) {
        try {
            if (sockets[i] == null) {
                sockets[i] = new Socket(host, port);
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
