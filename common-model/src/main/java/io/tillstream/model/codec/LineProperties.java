package io.tillstream.model.codec;

import tools.jackson.core.JsonParser;

/** Takes the properties of one line, and makes the line of them. What it throws for a bad one is the reason why not. */
interface LineProperties {

    /** Takes a property, whose value the parser stands at; never null. */
    void take(String name, JsonParser json);

    /** The line, once all properties have been taken. */
    Decoded line();
}
