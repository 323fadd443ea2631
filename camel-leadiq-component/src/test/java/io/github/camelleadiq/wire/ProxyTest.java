/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.camelleadiq.client.LeadIQException;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Through an HTTP proxy. WireMock is the proxy here, so the server's own name need not exist. */
class ProxyTest extends WireTestSupport {

    private static final String CHALLENGE = "Basic realm=\"invented\"";
    private static final String CREDENTIALS = "Basic " + base64("gate:invented-word");

    @BeforeEach
    void serve() {
        SERVER.stubFor(post(anyUrl())
                .withHeader("Proxy-Authorization", absent())
                .willReturn(status(407).withHeader("Proxy-Authenticate", CHALLENGE)));
        SERVER.stubFor(post(anyUrl())
                .withHeader("Proxy-Authorization", equalTo(CREDENTIALS))
                .willReturn(okJson(PEOPLE_ANSWER)));
    }

    @Test
    void theProxyGetsItsCredentialsAndTheServerItsKey() {
        Exchange exchange = call(behindProxy("proxyUser=gate", "proxyPassword=RAW(invented-word)"), PERSON);

        assertThat(exchange.getException()).isNull();
        assertThat(requests()).anySatisfy(request -> {
            assertThat(request.getAbsoluteUrl()).isEqualTo("http://leadiq.example.com/graphql");
            assertThat(request.getHeader("Proxy-Authorization")).isEqualTo(CREDENTIALS);
            assertThat(request.getHeader("Authorization")).isEqualTo("Basic " + SECRET_KEY);
            assertThat(json(request.getBodyAsString())
                            .at("/variables/input/email")
                            .asText())
                    .isEqualTo(EMAIL);
        });
        assertThat(exchange.getMessage().getHeader("CamelLeadIQRequestCount")).isEqualTo(1);
    }

    @Test
    void withoutCredentialsTheProxysRefusalIsTold() {
        Exchange exchange = call(behindProxy(), PERSON);

        assertThat(exchange.getException()).isInstanceOf(LeadIQException.class).hasMessageContaining("407");
        assertThat(requests())
                .map(LoggedRequest::getUrl)
                .containsOnly("/graphql")
                .hasSize(1);
    }

    @Test
    void wrongCredentialsAreTriedOnce() {
        SERVER.stubFor(
                post(anyUrl()).atPriority(1).willReturn(status(407).withHeader("Proxy-Authenticate", CHALLENGE)));

        Exchange exchange = call(behindProxy("proxyUser=gate", "proxyPassword=wrong"), PERSON);

        assertThat(exchange.getException()).isInstanceOf(LeadIQException.class).hasMessageContaining("407");
        assertThat(requests()).hasSizeLessThanOrEqualTo(2);
    }

    private static String behindProxy(String... options) {
        String uri = endpointAt("http://leadiq.example.com/graphql", "searchPeople", options);
        return uri + "&proxyHost=127.0.0.1&proxyPort=" + SERVER.getPort();
    }
}
