/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.camelleadiq.routes.RoutesConstants;
import io.github.camelleadiq.routes.core.CrmRecord;
import io.github.camelleadiq.routes.core.ObjectDescribe;
import io.github.camelleadiq.simulator.salesforce.SalesforceFaults;
import io.github.camelleadiq.simulator.salesforce.SalesforceSimulator;
import io.github.camelleadiq.simulator.salesforce.SalesforceSimulatorExtension;
import io.github.camelleadiq.simulator.salesforce.rest.RequestKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.ExchangePattern;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReadTest {
    @RegisterExtension
    static final SalesforceSimulatorExtension SALESFORCE = new SalesforceSimulatorExtension();

    private final SalesforceSimulator simulator = SALESFORCE.simulator();
    private Salesforce salesforce;

    @BeforeEach
    void start() throws Exception {
        salesforce = new Salesforce(simulator)
                .route(SalesforceRoutes.READ)
                .route(SalesforceRoutes.DESCRIBE)
                .start();
    }

    @AfterEach
    void stop() {
        salesforce.close();
    }

    @Test
    void twoHundredRecordsAreOneRequest() {
        List<String> ids = new ArrayList<>(salesforce.leads(200));
        simulator.delete("Lead", ids.get(7));
        List<CrmRecord> records = salesforce.read(ids, "Lead", "lastname", "Email", "DoNotCall", "NumberOfEmployees");
        assertThat(records).hasSize(199);
        assertThat(records.get(0).fields())
                .containsEntry("lastname", "Doe0")
                .containsEntry("DoNotCall", false)
                .containsEntry("Email", null);
        assertThat(simulator.requestCount(RequestKind.RETRIEVE)).isEqualTo(1);
    }

    @Test
    void aRequestHasTwoThousandIdsAndAQueryAsManyAsAnAddressTakes() {
        List<String> ids = simulator.seed(
                "Lead", IntStream.range(0, 2_001).mapToObj(i -> Map.of("LastName", "Doe" + i, "Company", "Acme")));
        assertThat(salesforce.read(ids, "Lead", "LastName", "Email")).hasSize(2_001);
        assertThat(simulator.requestCount(RequestKind.RETRIEVE)).isEqualTo(2);

        List<String> contacts =
                simulator.seed("Contact", IntStream.range(0, 401).mapToObj(i -> Map.of("LastName", "Doe" + i)));
        assertThat(salesforce.read(contacts, "Contact", "LastName", "Account.Website"))
                .hasSize(401);
        assertThat(simulator.requestCount(RequestKind.QUERY)).isEqualTo(3);
    }

    @Test
    void whatCannotBeAnIdIsLeftOut() {
        String id = salesforce.lead("Doe");
        assertThat(salesforce.read(List.of(id, "nonsense", "') OR Id != ('", id, "00Q000000000000AAA"), "Lead"))
                .extracting(CrmRecord::id)
                .containsExactly(id);
        assertThat(salesforce.read(List.of(), "Lead", "Email")).isEmpty();
        assertThatThrownBy(() -> salesforce.read(List.of(id), "Lead", "Email FROM Contact--"))
                .rootCause()
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void relatedRecordsAreReadByOneQuery() {
        String account = simulator.create("Account", Map.of("Name", "Acme", "Website", "https://acme.example.com"));
        String with = simulator.create("Contact", Map.of("LastName", "Doe", "AccountId", account));
        String without = simulator.create("Contact", Map.of("LastName", "Roe"));
        List<CrmRecord> records = salesforce.read(List.of(with, without), "Contact", "LastName", "Account.Website");
        Map<String, CrmRecord> byId = new HashMap<>();
        records.forEach(r -> byId.put(r.id(), r));
        assertThat(byId.get(with).fields()).containsEntry("Account.Website", "https://acme.example.com");
        assertThat(byId.get(without).fields()).containsEntry("LastName", "Roe").containsEntry("Account.Website", null);
        assertThat(simulator.requestCount(RequestKind.QUERY)).isEqualTo(1);
        assertThat(simulator.requestCount(RequestKind.RETRIEVE)).isZero();
    }

    @Test
    void aHeaderFromOutsideChangesNothing() {
        String id = salesforce.lead("Doe");
        Map<String, Object> headers = new HashMap<>(Map.of(
                RoutesConstants.OBJECT_TYPE,
                "Lead",
                RoutesConstants.FIELDS,
                List.of("LastName"),
                "sObjectQuery",
                "SELECT Id FROM User",
                "rawPath",
                "/services/data/v60.0/sobjects/User",
                "rawMethod",
                "DELETE",
                "rawQueryParameters",
                "q",
                "apiVersion",
                "1.0"));
        headers.put("CamelSalesforceSObjectQuery", "SELECT Id FROM User");
        headers.put("CamelSalesforceRawPath", "/services/data/v60.0/sobjects/User");
        headers.put("CamelSalesforceRawMethod", "DELETE");
        headers.put("CamelSalesforceRawQueryParameters", "q");
        headers.put("Sforce-Call-Options", "client=stranger");
        headers.put("CamelHttpPath", "/elsewhere");
        headers.put("Authorization", "Bearer stranger");
        Object body = salesforce
                .camel
                .createProducerTemplate()
                .sendBodyAndHeaders("direct:leadiq-salesforce-read", ExchangePattern.InOut, List.of(id), headers);
        assertThat(body).asInstanceOf(InstanceOfAssertFactories.LIST).hasSize(1);
        assertThat(simulator.requests())
                .extracting(r -> r.method() + " " + r.path())
                .contains("POST /services/data/v60.0/composite/sobjects/Lead")
                .noneMatch(r -> r.contains("DELETE") || r.contains("User"));
        assertThat(simulator.requests()).noneMatch(r -> "stranger".equals(r.client()));
    }

    @Test
    void aFailureSaysWhetherItIsWorthAnotherTry() {
        String id = salesforce.lead("Doe");
        simulator.faults().next(1, SalesforceFaults.unavailable());
        assertThat(failure(() -> salesforce.read(List.of(id), "Lead", "Email")))
                .satisfies(e -> assertThat(e.isRetryable()).isTrue())
                .satisfies(e -> assertThat(e.status()).isEqualTo(503));
        SalesforceCallException missing = failure(() -> salesforce.read(List.of(id), "Lead", "Nope__c"));
        assertThat(missing.isRetryable()).isFalse();
        assertThat(missing.code()).isEqualTo("INVALID_FIELD");
    }

    @Test
    void rotatedCredentialsAreAFailureThatPasses() {
        String id = salesforce.lead("Doe");
        salesforce.read(List.of(id), "Lead", "Email");
        simulator.revokeTokens();
        assertThat(salesforce.read(List.of(id), "Lead", "Email")).hasSize(1);
        simulator.rotateCredentials("new-demo-secret");
        SalesforceCallException refused = failure(() -> salesforce.read(List.of(id), "Lead", "Email"));
        assertThat(refused.isRetryable()).isTrue();
        assertThat(refused.code()).isEqualTo(SalesforceErrors.LOGIN);
        salesforce.component.getLoginConfig().setClientSecret("new-demo-secret");
        assertThat(salesforce.read(List.of(id), "Lead", "Email")).hasSize(1);
    }

    @Test
    void anObjectIsDescribedOnce() {
        ObjectDescribe lead = describe("Lead");
        assertThat(lead.field("Email"))
                .hasValueSatisfying(f -> assertThat(f.length()).isEqualTo(80));
        assertThat(lead.field("Email_Domain__c"))
                .hasValueSatisfying(f -> assertThat(f.updateable()).isFalse());
        assertThat(lead.field("Status"))
                .hasValueSatisfying(f -> assertThat(f.restricted()).isTrue());
        describe("Lead");
        assertThat(simulator.requestCount(RequestKind.DESCRIBE)).isEqualTo(1);
        salesforce
                .camel
                .createProducerTemplate()
                .requestBodyAndHeaders(
                        "direct:leadiq-salesforce-describe",
                        null,
                        Map.of(RoutesConstants.OBJECT_TYPE, "Lead", RoutesConstants.DESCRIBE_AGAIN, true));
        assertThat(simulator.requestCount(RequestKind.DESCRIBE)).isEqualTo(2);
        assertThat(failure(() -> describe("Gadget__c")).isRetryable()).isFalse();
    }

    @Test
    void inactivePicklistValuesAreNotOffered() {
        ObjectDescribe describe = SalesforceDescribe.parse(
                """
                {"name": "Lead", "fields": [{"name": "Rating", "type": "picklist", "length": 40, "updateable": true,
                  "restrictedPicklist": true, "picklistValues": [{"active": true, "value": "Hot"},
                  {"active": false, "value": "Tepid"}]},
                  {"name": "Sum__c", "type": "double", "updateable": true, "calculated": true}]}
                """);
        assertThat(describe.fields().get("Rating").picklist()).containsExactly("Hot");
        assertThat(describe.fields().get("Sum__c").updateable()).isFalse();
        assertThatThrownBy(() -> SalesforceDescribe.parse("[]")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SalesforceDescribe.parse("}{")).isInstanceOf(IllegalArgumentException.class);
    }

    private ObjectDescribe describe(String type) {
        return salesforce
                .camel
                .createProducerTemplate()
                .requestBodyAndHeader(
                        "direct:leadiq-salesforce-describe",
                        null,
                        RoutesConstants.OBJECT_TYPE,
                        type,
                        ObjectDescribe.class);
    }

    private static SalesforceCallException failure(Runnable call) {
        Throwable thrown = catchThrowable(call::run);
        while (thrown != null && !(thrown instanceof SalesforceCallException)) {
            thrown = thrown.getCause();
        }
        return (SalesforceCallException) thrown;
    }
}
