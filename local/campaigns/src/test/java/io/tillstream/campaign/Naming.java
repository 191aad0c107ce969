package io.tillstream.campaign;

import java.util.Locale;

/** How a store spells the names of fields. */
enum Naming {
    CAMEL_CASE {
        @Override
        String of(String name) {
            return name;
        }
    },
    SNAKE_CASE {
        @Override
        String of(String name) {
            return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        }
    };

    abstract String of(String name);
}
