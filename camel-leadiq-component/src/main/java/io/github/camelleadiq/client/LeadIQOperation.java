/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client;

import static io.github.camelleadiq.client.OperationKind.MUTATION;
import static io.github.camelleadiq.client.OperationKind.QUERY;

import io.github.camelleadiq.client.InputRule.AnyOf;
import io.github.camelleadiq.client.InputRule.ExactlyOneOf;
import io.github.camelleadiq.client.InputRule.NotEmpty;
import io.github.camelleadiq.client.Paging.Items;
import io.github.camelleadiq.client.Paging.Way;
import io.github.camelleadiq.model.AbandonBatchResponse;
import io.github.camelleadiq.model.Account;
import io.github.camelleadiq.model.AddTrackedCompaniesResponse;
import io.github.camelleadiq.model.BalanceResponse;
import io.github.camelleadiq.model.CancelCompanyTrackingResponse;
import io.github.camelleadiq.model.CompanySearchResponse;
import io.github.camelleadiq.model.CompanySearchResult;
import io.github.camelleadiq.model.CompanyTrackingTask;
import io.github.camelleadiq.model.CompanyWithPeople;
import io.github.camelleadiq.model.ICPDefinitionResponse;
import io.github.camelleadiq.model.JobChange;
import io.github.camelleadiq.model.LeadIQList;
import io.github.camelleadiq.model.ListConnection;
import io.github.camelleadiq.model.MatchingServiceResponse;
import io.github.camelleadiq.model.Person;
import io.github.camelleadiq.model.PersonRecord;
import io.github.camelleadiq.model.PersonSearchResponse;
import io.github.camelleadiq.model.Prospect;
import io.github.camelleadiq.model.RegenerateResponse;
import io.github.camelleadiq.model.RegeneratedTimeResult;
import io.github.camelleadiq.model.RemoveAllTrackedCompaniesResponse;
import io.github.camelleadiq.model.RemoveTrackedCompaniesResponse;
import io.github.camelleadiq.model.SearchPeoplePreviewResult;
import io.github.camelleadiq.model.SearchResult;
import io.github.camelleadiq.model.StartCompanyTrackingResponse;
import io.github.camelleadiq.model.TrackContactsResponse;
import io.github.camelleadiq.model.TrackedCompaniesConnection;
import io.github.camelleadiq.model.TrackedCompany;
import io.github.camelleadiq.model.TrackedContact;
import io.github.camelleadiq.model.TrackedContactsConnection;
import io.github.camelleadiq.model.UsageMetaType;
import io.github.camelleadiq.model.WorkatoTokenResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The queries and mutations of LeadIQ, as data: everything that tells one from another besides its document and schema.
 *
 * <p>Arguments are not listed here, nor what is asked for when the caller does not say: they are the variables of the
 * packaged document and the defaults of its guards.
 */
public enum LeadIQOperation {
    ACCOUNT(query("account", Account.class)),
    COMPANY_TRACKING_TASK(query("companyTrackingTask", CompanyTrackingTask.class)
            .paging(Paging.connection("jobChanges")
                    .of(Items.nodes(JobChange.class, "jobChanges", "edges"))
                    .by(Way.FIRST_AFTER))),
    CONTACT_TRACKING_BALANCE(query("contactTrackingBalance", BalanceResponse.class)),
    FLAT_ADVANCED_SEARCH(query("flatAdvancedSearch", PersonSearchResponse.class)
            .paging(Paging.total("totalPeople")
                    .of(Items.list(Person.class, "people"))
                    .by(Way.SKIP_LIMIT))
            .rule(new AnyOf(List.of(
                    "companyFilter",
                    "companyExcludedFilter",
                    "contactFilter",
                    "contactExcludedFilter",
                    "previousCompanyFilter",
                    "previousPositionFilter",
                    "jobChangeFilter")))),
    GROUPED_ADVANCED_SEARCH(query("groupedAdvancedSearch", CompanySearchResponse.class)
            .paging(Paging.total("totalCompanies")
                    .of(Items.list(CompanyWithPeople.class, "companies"))
                    .by(Way.SKIP_LIMIT))
            .rule(new AnyOf(
                    List.of("companyFilter", "companyExcludedFilter", "contactFilter", "contactExcludedFilter")))),
    ICP_DEFINITIONS(query("icpDefinitions", ICPDefinitionResponse.class)),
    LIST(query("list", LeadIQList.class)
            .paging(Paging.items("prospects")
                    .of(Items.list(Prospect.class, "prospects", "items"))
                    .by(Way.LIMIT_CURSOR))),
    LISTS(query("lists", ListConnection.class)
            .paging(Paging.ITEMS.of(Items.list(LeadIQList.class, "items")).by(Way.LIMIT_CURSOR))),
    MATCH_PROFILE(query("matchProfile", MatchingServiceResponse.class).lookup().rule(new AnyOf(List.of("email")))),
    PROSPECT(query("prospect", Prospect.class)),
    REGENERATED_TIME(query("regeneratedTime", RegeneratedTimeResult.class)
            .lookup()
            .rule(new ExactlyOneOf(List.of("personId", "linkedinUrl")))),
    SEARCH_COMPANY(query("searchCompany", CompanySearchResult.class)
            .lookup()
            .paging(Paging.SEARCH)
            .rule(new AnyOf(List.of("id", "source", "domain", "linkedinUrl", "linkedinId", "name")))),
    SEARCH_PEOPLE(query("searchPeople", SearchResult.class)
            .lookup()
            .paging(Paging.SEARCH.of(Items.list(PersonRecord.class, "results")).by(Way.SKIP_LIMIT))
            .rule(new AnyOf(List.of(
                    "id",
                    "linkedinUrl",
                    "linkedinId",
                    "email",
                    "hashedEmail",
                    "phone",
                    "fullName",
                    "firstName",
                    "lastName",
                    "middleName",
                    "company")))),
    SEARCH_PEOPLE_PREVIEW(query("searchPeoplePreview", SearchPeoplePreviewResult.class)
            .lookup()
            .rule(new AnyOf(List.of("linkedinUrl", "email", "fullName", "firstName", "lastName")))),
    TRACKED_COMPANIES(query("trackedCompanies", TrackedCompaniesConnection.class)
            .paging(Paging.CONNECTION
                    .of(Items.nodes(TrackedCompany.class, "edges"))
                    .by(Way.FIRST_AFTER))),
    TRACKED_CONTACTS(query("trackedContacts", TrackedContactsConnection.class)
            .paging(Paging.CONNECTION
                    .of(Items.nodes(TrackedContact.class, "edges"))
                    .by(Way.LIMIT_CURSOR))),
    USAGE(query("usage", UsageMetaType.class)),
    WORKATO_TOKEN(query("workatoToken", WorkatoTokenResponse.class)),

    ABANDON_BATCH(mutation("abandonBatch", AbandonBatchResponse.class)),
    ADD_PROSPECT_TO_LIST(mutation("addProspectToList", Prospect.class)),
    ADD_TRACKED_COMPANIES(
            mutation("addTrackedCompanies", AddTrackedCompaniesResponse.class).rule(new NotEmpty("companies"))),
    CANCEL_COMPANY_TRACKING_TASK(mutation("cancelCompanyTrackingTask", CancelCompanyTrackingResponse.class)),
    CREATE_LIST(mutation("createList", LeadIQList.class)),
    REGENERATE(mutation("regenerate", RegenerateResponse.class)
            .rule(new ExactlyOneOf(List.of("personId", "linkedinUrl")))),
    REMOVE_ALL_TRACKED_COMPANIES(mutation("removeAllTrackedCompanies", RemoveAllTrackedCompaniesResponse.class)),
    REMOVE_TRACKED_COMPANIES(mutation("removeTrackedCompanies", RemoveTrackedCompaniesResponse.class)
            .rule(new NotEmpty("ids"))),
    START_COMPANY_TRACKING_TASK(mutation("startCompanyTrackingTask", StartCompanyTrackingResponse.class)),
    SUBMIT_PERSON_FEEDBACK(mutation("submitPersonFeedback", String.class)),
    TRACK_CONTACTS(mutation("trackContacts", TrackContactsResponse.class).rule(new NotEmpty("contacts")));

    private static final Map<String, LeadIQOperation> BY_NAME = Arrays.stream(values())
            .collect(
                    Collectors.toUnmodifiableMap(operation -> canonical(operation.graphqlName()), Function.identity()));

    private final Traits traits;

    LeadIQOperation(Traits traits) {
        this.traits = traits;
    }

    /** The name in GraphQL: the root field, the packaged document and the endpoint path. */
    public String graphqlName() {
        return traits.name;
    }

    public OperationKind kind() {
        return traits.kind;
    }

    /** The Java type of the answer. */
    public Class<?> resultType() {
        return traits.resultType;
    }

    /**
     * Whether it finds one record by its identifiers and changes nothing, so that equal ones can share an answer and
     * several can share a request.
     */
    public boolean isLookup() {
        return traits.isLookup;
    }

    public Paging paging() {
        return traits.paging;
    }

    /** What must hold of the input beyond the schema. */
    public Optional<InputRule> inputRule() {
        return Optional.ofNullable(traits.rule);
    }

    /** Finds an operation by its name in GraphQL, in kebab-case or as a constant, in any letter case. */
    public static Optional<LeadIQOperation> find(String name) {
        return Optional.ofNullable(BY_NAME.get(canonical(name)));
    }

    private static String canonical(String name) {
        return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }

    private static Traits query(String name, Class<?> resultType) {
        return new Traits(name, QUERY, resultType, Paging.NONE, null, false);
    }

    private static Traits mutation(String name, Class<?> resultType) {
        return new Traits(name, MUTATION, resultType, Paging.NONE, null, false);
    }

    private record Traits(
            String name, OperationKind kind, Class<?> resultType, Paging paging, InputRule rule, boolean isLookup) {

        Traits paging(Paging newPaging) {
            return new Traits(name, kind, resultType, newPaging, rule, isLookup);
        }

        Traits lookup() {
            return new Traits(name, kind, resultType, paging, rule, true);
        }

        Traits rule(InputRule newRule) {
            return new Traits(name, kind, resultType, paging, newRule, isLookup);
        }
    }
}
