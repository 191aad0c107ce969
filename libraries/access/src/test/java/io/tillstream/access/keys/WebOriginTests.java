package io.tillstream.access.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WebOriginTests {

    @ParameterizedTest
    @CsvSource({
        "https://shop.example, https://shop.example",
        "HTTPS://Shop.Example, https://shop.example",
        "https://shop.example:443, https://shop.example",
        "http://shop.example:80, http://shop.example",
        "http://shop.example:443, http://shop.example:443",
        "https://shop.example:8443, https://shop.example:8443",
        "http://localhost:8080, http://localhost:8080",
        "https://xn--lden-loa.example, https://xn--lden-loa.example",
        "http://127.0.0.1:3000, http://127.0.0.1:3000",
        "http://[::1]:80, http://[::1]"
    })
    void isWhatABrowserSends(String given, String sent) {
        assertThat(new WebOrigin(given)).hasToString(sent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "null",
                "shop.example",
                "https://shop.example/",
                "https://shop.example/cart",
                "https://*.shop.example",
                "https://ann@shop.example",
                "https://läden.example",
                "ftp://shop.example",
                "https://",
                "https://shop.example:port",
                "https://shop.example https://other.example"
            })
    void isSchemeHostAndPortAlone(String given) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WebOrigin(given))
                .withMessage(
                        "'%s' is no origin: give scheme, host and port alone, such as https://shop.example", given);
    }
}
