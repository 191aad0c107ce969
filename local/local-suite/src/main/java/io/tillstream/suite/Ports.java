package io.tillstream.suite;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Where the suite listens, on loopback; 0 takes any free port. */
public record Ports(int cloud, int warehouse, int ingest, int query, int consumers, int loader) {

    /** Free ports for all, as tests want them. */
    public static final Ports ANY = new Ports(0, 0, 0, 0, 0, 0);

    /** Looks before anything is started, because a service that finds its port taken does so late and at length. */
    void requireServicePortsFree() {
        requireFree(ingest, "the ingest API", "ingest-port");
        requireFree(query, "the query API", "query-port");
        requireFree(consumers, "the consumers' health and metrics", "consumers-port");
        requireFree(loader, "the loader's health and metrics", "loader-port");
    }

    private static void requireFree(int port, String what, String setting) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            probe.setReuseAddress(true);
        } catch (IOException taken) {
            throw CannotStartException.portTaken(port, what, setting, taken);
        }
    }
}
