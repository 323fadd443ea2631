/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.apache.camel.component.salesforce.SalesforceEndpointConfig;

/**
 * The one door to Salesforce's REST API: every request of these routes passes here, on an exchange of its own that has
 * none of anybody's headers, and with an eye on the org's limit. Logins are the component's business.
 */
public final class SalesforceApi {
    /**
     * Where camel-salesforce reads the method and the path of a raw request. The releases with the mend of CVE-2026-49099
     * (4.14.8, 4.18.3, 4.21.0) renamed them, and the compiler copies the values of their constants: so these are ours, and
     * a request has both.
     */
    static final List<String> METHOD_HEADERS = List.of("rawMethod", "CamelSalesforceRawMethod");

    static final List<String> PATH_HEADERS = List.of("rawPath", "CamelSalesforceRawPath");

    private static final String LIMIT_INFO = "Sforce-Limit-Info";
    private static final String PREFIX = "leadiq-salesforce-api-";

    private final ProducerTemplate template;
    private final SalesforceComponent component;
    private final String endpoint;
    private final ApiUse use;
    private final Pause pause;

    SalesforceApi(CamelContext context, String componentName, ApiUse use, Pause pause) {
        this.template = context.createProducerTemplate();
        this.component = context.getComponent(componentName, SalesforceComponent.class);
        this.endpoint = componentName + ":raw?format=JSON";
        this.use = use;
        this.pause = pause;
    }

    /**
     * The door that all routes of a context share for a component. The limits are those of the bean of type {@link
     * ApiUse}, or the usual ones if there is no such bean.
     *
     * @param componentName the Salesforce component, such as {@code salesforce}
     */
    public static SalesforceApi of(CamelContext context, String componentName) {
        synchronized (SalesforceApi.class) {
            SalesforceApi api = context.getRegistry().lookupByNameAndType(PREFIX + componentName, SalesforceApi.class);
            if (api == null) {
                ApiUse use = context.getRegistry().findSingleByType(ApiUse.class);
                api = new SalesforceApi(context, componentName, use == null ? new ApiUse() : use, Pause.REAL);
                context.getRegistry().bind(PREFIX + componentName, api);
            }
            return api;
        }
    }

    /** How much of the org's limit is gone. */
    public ApiUse use() {
        return use;
    }

    /**
     * Reads a resource.
     *
     * @param path below the version, such as {@code /sobjects/Lead/describe}
     * @throws SalesforceCallException if that fails
     */
    public JsonNode get(String path) {
        return call("GET", base() + path, null, Map.of());
    }

    /**
     * Sends JSON.
     *
     * @param headers whose names begin with {@code Sforce-}; there are no others
     * @throws SalesforceCallException if that fails
     */
    public JsonNode send(String method, String path, Object body, Map<String, String> headers) {
        return call(method, base() + path, Json.bytes(body), headers);
    }

    /**
     * Runs a query.
     *
     * @param page takes the records, page by page; what it throws ends the query
     * @return how many records Salesforce has found
     * @throws SalesforceCallException if that fails
     */
    public long query(String soql, Consumer<List<JsonNode>> page) {
        JsonNode answer = get("/query?q=" + URLEncoder.encode(soql, StandardCharsets.UTF_8));
        long total = answer.path("totalSize").asLong();
        while (true) {
            List<JsonNode> records = new ArrayList<>();
            answer.path("records").forEach(records::add);
            if (!records.isEmpty()) {
                page.accept(records);
            }
            String next = answer.path("nextRecordsUrl").asText("");
            if (next.isEmpty() || answer.path("done").asBoolean()) {
                return total;
            }
            answer = call("GET", next, null, Map.of());
        }
    }

    private String base() {
        SalesforceEndpointConfig config = component.getConfig();
        return "/services/data/v" + (config == null ? new SalesforceEndpointConfig() : config).getApiVersion();
    }

    private JsonNode call(String method, String path, byte[] body, Map<String, String> headers) {
        pause.of(use.delay());
        Map<String, Object> ours = new LinkedHashMap<>(headers);
        METHOD_HEADERS.forEach(name -> ours.put(name, method));
        PATH_HEADERS.forEach(name -> ours.put(name, path));
        Exchange exchange = template.send(endpoint, request(ours, body));
        Message answer = exchange.getMessage();
        use.note(answer.getHeader(LIMIT_INFO, String.class));
        if (exchange.getException() != null) {
            SalesforceCallException failure = SalesforceErrors.of(exchange.getException());
            if (failure.code().equals(SalesforceErrors.REQUEST_LIMIT)) {
                use.exhausted();
            }
            throw failure;
        }
        return read(answer.getBody(InputStream.class));
    }

    private static Processor request(Map<String, Object> ours, byte[] body) {
        ForeignHeaders foreign = new ForeignHeaders(Set.copyOf(ours.keySet()));
        return exchange -> {
            exchange.getMessage().setHeaders(new LinkedHashMap<>(ours));
            foreign.process(exchange);
            exchange.getMessage().setBody(body);
        };
    }

    private static JsonNode read(InputStream body) {
        if (body == null) {
            return MissingNode.getInstance();
        }
        try (body) {
            return Json.MAPPER.readTree(body);
        } catch (IOException e) {
            throw new SalesforceCallException(
                    SalesforceErrors.UNREADABLE, 0, true, e.getClass().getSimpleName());
        }
    }
}
