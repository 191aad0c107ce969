package io.tillstream.localcloud.postgres;

/**
 * The database to offer, and to whom.
 *
 * @param port on loopback; 0 for any that is free
 */
public record Database(int port, String name, String user, String password) {

    public Database {
        if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            throw new IllegalArgumentException("Not the name of a database: " + name);
        }
    }

    @Override
    public String toString() {
        return user + "@localhost:" + port + "/" + name;
    }
}
