package io.tillstream.access;

/**
 * What a service says of itself, as a bean: the scope that all its paths ask for, but for health, its OpenAPI document
 * and the other endpoints of the actuator. A service that says nothing asks for {@link Scope#ADMIN} everywhere.
 */
public record GuardedApi(Scope scope) {}
