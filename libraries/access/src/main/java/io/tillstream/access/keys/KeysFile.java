package io.tillstream.access.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.PropertiesPropertySourceLoader;
import org.springframework.boot.env.PropertySourceLoader;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ByteArrayResource;

/** A file with a list {@code keys}: YAML, or properties if its name ends so. */
record KeysFile(Path path) {

    private static final Bindable<List<KeyEntry>> ENTRIES = Bindable.listOf(KeyEntry.class);

    /** @throws UnreadableKeysException when there is no such file */
    byte[] read() {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UnreadableKeysException(path, e.toString(), e);
        }
    }

    /** @throws UnreadableKeysException when the content is anything else than a list of keys */
    List<KeyEntry> parse(byte[] content) {
        try {
            Binder binder = new Binder(
                    ConfigurationPropertySources.from(loader().load(path.toString(), new ByteArrayResource(content))));
            return binder.bind("keys", ENTRIES, new NoUnboundElementsBindHandler(BindHandler.DEFAULT))
                    .orElseThrow(() -> new IllegalArgumentException("there is no list 'keys'"));
        } catch (IOException | RuntimeException e) {
            // The parsers and the binder throw all kinds; whichever it is, the file is no list of keys.
            throw new UnreadableKeysException(path, rootMessage(e), e);
        }
    }

    private PropertySourceLoader loader() {
        boolean properties = path.toString().toLowerCase(Locale.ROOT).endsWith(".properties");
        return properties ? new PropertiesPropertySourceLoader() : new YamlPropertySourceLoader();
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}
