/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.camelleadiq.LeadIQComponent;
import io.github.camelleadiq.client.LeadIQAuthenticationException;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which key goes over the wire, and in which form. */
class ApiKeyOnTheWireTest extends WireTestSupport {

    @BeforeEach
    void serve() {
        answersJson(PEOPLE_ANSWER);
    }

    @Test
    void aSecretBase64KeyGoesOutAsItIs() {
        assertThat(authorizationFor("apiKey=RAW(" + SECRET_KEY + ")")).isEqualTo("Basic " + SECRET_KEY);
    }

    @Test
    void aSecretBase64KeySurvivesTheUriWithAllItsCharacters() {
        String key = base64("a~>?x?~~>b:");
        assertThat(key).contains("/").contains("+").contains("=");

        assertThat(authorizationFor("apiKey=RAW(" + key + ")")).isEqualTo("Basic " + key);
        assertThat(catchThrowable(() -> route(uri("apiKey=" + key)))).hasStackTraceContaining("write RAW(key)");
    }

    @Test
    void aPlainKeyIsEncodedWithAnEmptyPassword() {
        assertThat(authorizationFor("apiKey=" + PLAIN_KEY)).isEqualTo("Basic " + base64(PLAIN_KEY + ":"));
    }

    @Test
    void theFormatCanBeForcedEitherWay() {
        // decodes to text without a colon, so by itself it would be taken for a plain key
        String odd = base64("no colon in here");
        assertThat(authorizationFor("apiKey=" + odd)).isEqualTo("Basic " + base64(odd + ":"));
        assertThat(authorizationFor("apiKey=" + odd + "&apiKeyFormat=base64")).isEqualTo("Basic " + odd);
        assertThat(authorizationFor("apiKey=" + SECRET_KEY + "&apiKeyFormat=plain"))
                .isEqualTo("Basic " + base64(SECRET_KEY + ":"));
    }

    @Test
    void comesFromAPropertyPlaceholder() {
        Properties properties = new Properties();
        properties.setProperty("my.leadiq.key", SECRET_KEY);
        context.getPropertiesComponent().setInitialProperties(properties);

        assertThat(authorizationFor("apiKey={{my.leadiq.key}}")).isEqualTo("Basic " + SECRET_KEY);
    }

    @Test
    void comesFromTheComponentUnlessTheEndpointHasItsOwn() {
        LeadIQComponent component = context.getComponent("leadiq", LeadIQComponent.class);
        component.getConfiguration().setApiKey("of-the-component");

        assertThat(authorizationFor("maxRetries=0")).isEqualTo("Basic " + base64("of-the-component:"));
        assertThat(authorizationFor("apiKey=of-the-endpoint")).isEqualTo("Basic " + base64("of-the-endpoint:"));
    }

    @Test
    void isMissedAtTheStart() {
        assertThat(catchThrowable(() -> route(uri("maxRetries=0"))))
                .hasStackTraceContaining("has no apiKey")
                .hasStackTraceContaining("LEADIQ_API_KEY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"has%20space", "umlaut-%C3%BC"})
    void isRefusedAtTheStartWhenNoHeaderCouldCarryIt(String key) {
        assertThat(catchThrowable(() -> route(uri("apiKey=" + key)))).hasStackTraceContaining("the API key");
    }

    @Test
    void aHeaderIsNotAKeyUnlessThatIsEnabled() {
        Exchange exchange = call(uri("apiKey=" + PLAIN_KEY), PERSON, Map.of("CamelLeadIQApiKey", "of-the-message"));

        assertThat(exchange.getException()).isNull();
        assertThat(onlyRequest().getHeader("Authorization")).isEqualTo("Basic " + SECRET_KEY);
    }

    @Test
    void anEnabledHeaderIsUsedForItsMessageAndRemoved() {
        String uri = uri("apiKey=" + PLAIN_KEY + "&apiKeyHeaderEnabled=true");
        Exchange own = call(uri, PERSON, Map.of("CamelLeadIQApiKey", "of-the-message"));
        call(uri, PERSON);

        assertThat(own.getMessage().getHeaders()).doesNotContainKey("CamelLeadIQApiKey");
        assertThat(requests().stream().map(request -> request.getHeader("Authorization")))
                .containsExactlyInAnyOrder("Basic " + base64("of-the-message:"), "Basic " + SECRET_KEY);
    }

    @Test
    void withEnabledHeadersAnEndpointNeedsNoKeyButEachMessageDoes() {
        String uri = uri("apiKeyHeaderEnabled=true");

        assertThat(call(uri, PERSON, Map.of("CamelLeadIQApiKey", PLAIN_KEY)).getException())
                .isNull();
        assertThat(call(uri, PERSON).getException())
                .isInstanceOf(LeadIQAuthenticationException.class)
                .hasMessageContaining("searchPeople")
                .hasMessageContaining("key");
        assertThat(call(uri, PERSON, Map.of("CamelLeadIQApiKey", "not a key")).getException())
                .isInstanceOf(LeadIQAuthenticationException.class)
                .hasMessageNotContaining("not a key");
        assertThat(requests()).hasSize(1);
    }

    @Test
    void anAddressMustBeAnHttpAddressWithoutCredentials() {
        Map.of(
                        "ftp://127.0.0.1/graphql", "must start with https:// or http://",
                        "127.0.0.1/graphql", "must start with https:// or http://",
                        "http:/graphql", "have a host",
                        "http://me:secret-word@127.0.0.1/graphql", "must not have credentials")
                .forEach((url, problem) -> assertThat(catchThrowable(() -> route(endpointAt(url, "searchPeople"))))
                        .as(url)
                        .hasStackTraceContaining(problem)
                        .rootCause()
                        .hasMessageNotContaining("secret-word"));
    }

    private String authorizationFor(String options) {
        SERVER.resetRequests();
        Exchange exchange = call(uri(options), PERSON);
        assertThat(exchange.getException()).isNull();
        return onlyRequest().getHeader("Authorization");
    }

    private static String uri(String options) {
        return "leadiq:searchPeople?schemaCheck=live&requestsPerMinute=0&url=" + url() + "&" + options;
    }
}
