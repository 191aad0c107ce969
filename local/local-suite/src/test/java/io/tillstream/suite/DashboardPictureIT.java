package io.tillstream.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard over a year of generated trade, in headless Chromium; the picture of the README is made here. */
class DashboardPictureIT {

    private static final Path PICTURE = Path.of("target", "dashboard.png");
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 1000;
    // As base.css has them: --till-soft of the chart, and --till-wash of the lists.
    private static final int BARS_OF_SALES = 0x5fa897;
    private static final int BARS_OF_LISTS = 0xd9ebe5;

    @TempDir
    private Path folder;

    @Test
    void showsAYearOfTrade() throws IOException, InterruptedException {
        Optional<Chromium> chromium = Chromium.find(folder.resolve("browser"));
        assumeTrue(chromium.isPresent(), "Chromium is not installed");
        Files.deleteIfExists(PICTURE);
        String rows = folder.resolve("rows.csv").toString();
        Tillstream.commandLine().execute("generate", "--rows", "20000", "--out", rows);
        try (Suite suite = Suites.ephemeral()) {
            Suites.load(suite, "--targets=WAREHOUSE", rows);
            assertThat(chromium.orElseThrow()
                            .open(
                                    suite.query(),
                                    folder.resolve("printed"),
                                    "--hide-scrollbars",
                                    "--window-size=" + WIDTH + "," + HEIGHT,
                                    "--screenshot=" + PICTURE.toAbsolutePath()))
                    .as("Chromium has ended")
                    .isTrue();
        }
        BufferedImage picture = ImageIO.read(PICTURE.toFile());
        assertThat(picture.getWidth()).isEqualTo(WIDTH);
        assertThat(pixelsOf(picture, BARS_OF_SALES))
                .as("pixels of the chart's bars")
                .isGreaterThan(10_000);
        assertThat(pixelsOf(picture, BARS_OF_LISTS))
                .as("pixels of the lists' bars")
                .isGreaterThan(10_000);
    }

    private static long pixelsOf(BufferedImage picture, int colour) {
        return IntStream.range(0, picture.getHeight())
                .flatMap(row -> IntStream.of(picture.getRGB(0, row, WIDTH, 1, null, 0, WIDTH)))
                .filter(pixel -> (pixel & 0xffffff) == colour)
                .count();
    }
}
