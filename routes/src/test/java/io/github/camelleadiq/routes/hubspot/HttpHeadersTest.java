/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.Exchange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpHeadersTest {
    /** By reflection: the compiler would copy them here as well. */
    @ParameterizedTest
    @CsvSource({
        "HTTP_METHOD," + HttpHeaders.METHOD,
        "HTTP_PATH," + HttpHeaders.PATH,
        "HTTP_RESPONSE_CODE," + HttpHeaders.RESPONSE_CODE,
        "CONTENT_TYPE," + HttpHeaders.CONTENT_TYPE,
        "CONTENT_ENCODING," + HttpHeaders.CONTENT_ENCODING,
    })
    void areThoseOfThisCamel(String constant, String name) throws ReflectiveOperationException {
        assertThat(Exchange.class.getField(constant).get(null)).isEqualTo(name);
    }
}
