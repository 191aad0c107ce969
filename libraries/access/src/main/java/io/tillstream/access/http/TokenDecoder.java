package io.tillstream.access.http;

import java.util.List;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/** Decodes the tokens of one issuer. */
final class TokenDecoder {

    private TokenDecoder() {}

    /** The issuer is asked for its keys with the first token, so that a service can start before it does. */
    static JwtDecoder of(AccessProperties.Jwt properties) {
        JwtDecoder decoder = new SupplierJwtDecoder(() -> decoder(properties));
        return token -> {
            try {
                return decoder.decode(token);
            } catch (JwtDecoderInitializationException e) {
                throw new JwtException("the issuer's keys cannot be fetched", e);
            }
        };
    }

    private static JwtDecoder decoder(AccessProperties.Jwt properties) {
        NimbusJwtDecoder decoder = builder(properties).discoverJwsAlgorithms().build();
        decoder.setJwtValidator(validator(properties));
        return decoder;
    }

    private static NimbusJwtDecoder.JwkSetUriJwtDecoderBuilder builder(AccessProperties.Jwt properties) {
        return properties.jwkSetUri() == null
                ? NimbusJwtDecoder.withIssuerLocation(properties.issuer().toString())
                : NimbusJwtDecoder.withJwkSetUri(properties.jwkSetUri().toString());
    }

    private static OAuth2TokenValidator<Jwt> validator(AccessProperties.Jwt properties) {
        return new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(properties.issuer().toString()),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD,
                        audiences ->
                                audiences != null && audiences.stream().anyMatch(properties.audiences()::contains)));
    }
}
