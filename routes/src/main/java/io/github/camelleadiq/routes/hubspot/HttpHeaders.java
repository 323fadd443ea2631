/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.hubspot;

/** Camel's headers of HTTP. Not Camel's own constants: the compiler would copy their values from one release. */
final class HttpHeaders {
    static final String METHOD = "CamelHttpMethod";
    static final String PATH = "CamelHttpPath";
    static final String RESPONSE_CODE = "CamelHttpResponseCode";
    static final String CONTENT_TYPE = "Content-Type";
    static final String CONTENT_ENCODING = "Content-Encoding";

    private HttpHeaders() {}
}
