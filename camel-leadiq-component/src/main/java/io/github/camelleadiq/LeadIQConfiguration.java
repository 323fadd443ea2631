/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq;

import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.camelleadiq.client.ApiKey;
import io.github.camelleadiq.client.LeadIQClient;
import io.github.camelleadiq.client.RateLimitConfig;
import io.github.camelleadiq.client.SchemaCheck;
import io.github.camelleadiq.client.cache.LeadIQCache;
import io.github.camelleadiq.client.credit.Billing;
import io.github.camelleadiq.client.credit.BudgetPeriod;
import io.github.camelleadiq.client.credit.CreditConfig;
import io.github.camelleadiq.client.credit.LeadIQCreditLedger;
import io.github.camelleadiq.client.credit.LeadIQCreditListener;
import io.github.camelleadiq.client.credit.PriceList;
import java.math.BigDecimal;
import java.time.Duration;
import javax.sql.DataSource;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.support.jsse.SSLContextParameters;

/** What can be set on the component for all endpoints, and on each endpoint for itself. */
@Configurer
@UriParams
public class LeadIQConfiguration implements Cloneable {

    @UriParam(
            label = "security",
            secret = true,
            description =
                    "The API key: the Secret Base64 key that LeadIQ hands out, or the plain key. When not set, the environment variable LEADIQ_API_KEY is read.")
    private String apiKey;

    @UriParam(
            label = "security",
            defaultValue = "AUTO",
            description =
                    "How the API key is written: as the Secret Base64 key (base64), which goes into the header as it is, or plain, which is encoded first. By default the key is looked at.")
    private ApiKey.Format apiKeyFormat = ApiKey.Format.AUTO;

    @UriParam(
            label = "security",
            defaultValue = "false",
            description = "Whether the header CamelLeadIQApiKey may replace the API key for a message.")
    private boolean apiKeyHeaderEnabled;

    @UriParam(defaultValue = "https://api.leadiq.com/graphql", description = "The address of the GraphQL endpoint.")
    private String url = "https://api.leadiq.com/graphql";

    @UriParam(
            description =
                    "The data points to ask for, and so to pay for: profile, email, phone, company, separated by commas, or all. When not set, operations that return people ask for profile and email, and searchCompany for company.")
    private String dataPoints;

    @UriParam(
            defaultValue = "RECORD",
            description =
                    "What the body is after a call: the Java record of the operation, Maps and lists, or the JSON as the server sent it.")
    private LeadIQResultType resultType = LeadIQResultType.RECORD;

    @UriParam(
            defaultValue = "FAIL",
            description =
                    "Whether data that comes together with errors fails the exchange or is kept, with the errors in a header.")
    private PartialData partialData = PartialData.FAIL;

    @UriParam(
            label = "advanced",
            defaultValue = "AUTO",
            description =
                    "Which schema requests are fitted to: the one that the server tells of itself (asked once, without the key), that of the public API reference, that of the live API in August 2026, or none.")
    private SchemaCheck schemaCheck = SchemaCheck.AUTO;

    @UriParam(
            label = "advanced",
            defaultValue = "24h",
            javaType = "java.time.Duration",
            description = "How old the schema that a server told may become before it is asked for again.")
    private Duration schemaRefresh = Duration.ofHours(24);

    @UriParam(
            label = "http",
            defaultValue = "64",
            description = "Connections to the server at most. Further requests wait for a free one.")
    private int maxConnections = 64;

    @UriParam(
            label = "http",
            defaultValue = "10s",
            javaType = "java.time.Duration",
            description = "For opening a connection, TLS included.")
    private Duration connectTimeout = Duration.ofSeconds(10);

    @UriParam(
            label = "http",
            defaultValue = "30s",
            javaType = "java.time.Duration",
            description = "For waiting for a free connection.")
    private Duration leaseTimeout = Duration.ofSeconds(30);

    @UriParam(
            label = "http",
            defaultValue = "30s",
            javaType = "java.time.Duration",
            description = "For waiting for the next packet of an answer.")
    private Duration responseTimeout = Duration.ofSeconds(30);

    @UriParam(
            label = "http",
            defaultValue = "2m",
            javaType = "java.time.Duration",
            description =
                    "For a call as a whole, with repeating, but without the time in which it waits for its turn (see requestsPerMinute).")
    private Duration requestTimeout = Duration.ofMinutes(2);

    @UriParam(
            label = "http",
            defaultValue = "16777216",
            description = "Bytes of an answer at most, before and after unzipping.")
    private int maxResponseSize = 16 * 1024 * 1024;

    @UriParam(
            label = "http",
            defaultValue = "5",
            description =
                    "Repetitions at most of a request that failed in a way that can pass: queries on 429, on 5xx and when the request was never sent; mutations only when the server has certainly not acted. 0 turns it off.")
    private int maxRetries = 5;

    @UriParam(
            label = "http",
            defaultValue = "1s",
            javaType = "java.time.Duration",
            description = "Before the first repetition; doubled each time.")
    private Duration retryDelay = Duration.ofSeconds(1);

    @UriParam(
            label = "http",
            defaultValue = "30s",
            javaType = "java.time.Duration",
            description = "Before any repetition, also when the server asks for more by Retry-After.")
    private Duration maxRetryDelay = Duration.ofSeconds(30);

    @UriParam(label = "http", defaultValue = "camel-leadiq", description = "The User-Agent header.")
    private String userAgent = "camel-leadiq";

    @UriParam(label = "proxy", description = "The host of an HTTP proxy.")
    private String proxyHost;

    @UriParam(label = "proxy", defaultValue = "8080", description = "The port of the HTTP proxy.")
    private int proxyPort = 8080;

    @UriParam(label = "proxy", description = "The user name for the HTTP proxy.")
    private String proxyUser;

    @UriParam(label = "proxy,security", secret = true, description = "The password for the HTTP proxy.")
    private String proxyPassword;

    @UriParam(label = "security", description = "TLS parameters for this endpoint.")
    private SSLContextParameters sslContextParameters;

    @UriParam(
            label = "cache",
            defaultValue = "NONE",
            description =
                    "Where answers that were paid for are kept, so that they are not bought again: nowhere, in memory (needs Caffeine on the class path), or in a database. They are personal data.")
    private CacheType cache = CacheType.NONE;

    @UriParam(
            label = "cache",
            defaultValue = "30d",
            javaType = "java.time.Duration",
            description =
                    "How old a kept answer may become before LeadIQ is asked again, which is free within a year of buying it.")
    private Duration cacheTtl = Duration.ofDays(30);

    @UriParam(
            label = "cache",
            defaultValue = "1d",
            javaType = "java.time.Duration",
            description = "How long LeadIQ is not asked again for a person it did not find.")
    private Duration cacheNotFoundTtl = Duration.ofDays(1);

    @UriParam(
            label = "cache",
            defaultValue = "10000",
            description = "Answers to keep at most. A full answer takes about 6 KB.")
    private int cacheMaxEntries = 10_000;

    // not autowired: a DataSource of the application is not there for our table because it is the only one
    @UriParam(label = "cache", description = "For cache=jdbc: the database. The table leadiq_cache is made if needed.")
    private DataSource cacheDataSource;

    @UriParam(
            label = "cache,security",
            secret = true,
            description =
                    "Encrypts kept answers (AES-256-GCM) and hides what they were bought under, and whose data points the credit ledger knows (HMAC-SHA-256): 32 random bytes in Base64, as openssl rand -base64 32 makes them.")
    private String cacheSecret;

    @UriParam(
            label = "cache,security",
            secret = true,
            description =
                    "What cacheSecret was before, separated by commas. What was kept with them is still erased, and the credit ledger still knows by them what was bought. Answers are not read with them.")
    private String previousCacheSecrets;

    @UriParam(label = "cache,advanced", description = "A store of your own, in place of the one that cache chooses.")
    @Metadata(autowired = true)
    private LeadIQCache leadIQCache;

    @UriParam(label = "advanced", description = "The client to use in place of one made from these options.")
    @Metadata(autowired = true)
    private LeadIQClient client;

    @UriParam(
            label = "credits",
            defaultValue = "UNIVERSAL",
            description =
                    "What the contract counts: Universal Credits for each data point (universal), or one credit for each call (page), as older contracts have it.")
    private Billing billing = Billing.UNIVERSAL;

    @UriParam(
            label = "credits",
            description =
                    "What data points cost in credits, such as profile=0.1,email=1,phone=10,company=3. What is not named costs what LeadIQ publishes. Can also be the name of a bean: #bean:prices.")
    private PriceList creditPrices = PriceList.PUBLISHED;

    @UriParam(
            label = "credits",
            defaultValue = "false",
            description =
                    "Whether to ask the account operation, for free and once a day, what the contract says of prices. They then win over creditPrices. Calls wait for it only where there is a creditBudget.")
    private boolean creditPricesRefresh;

    @UriParam(
            label = "credits",
            javaType = "java.math.BigDecimal",
            description =
                    "The most that may be spent in a period, in credits. A call that could cost more than is left fails before it is sent. Searches for people then need a limit in their input.")
    private BigDecimal creditBudget;

    @UriParam(
            label = "credits",
            defaultValue = "RUN",
            description =
                    "How long the budget lasts: from the start of the component to its end, or a day or a month of the calendar in UTC. Where it shall outlive the process, creditLedger has to be one that does.")
    private BudgetPeriod creditBudgetPeriod = BudgetPeriod.RUN;

    @UriParam(
            label = "credits",
            defaultValue = "0.8",
            javaType = "java.math.BigDecimal",
            description = "The fraction of the budget at which a warning is logged, once in each period.")
    private BigDecimal creditWarningAt = CreditConfig.WARNING_AT;

    @UriParam(
            label = "credits,advanced",
            description =
                    "Where spending is written down. In memory by default; a JdbcCreditLedger keeps it over restarts and for several processes.")
    private LeadIQCreditLedger creditLedger;

    @UriParam(label = "credits,advanced", description = "Is told what each call cost.")
    private LeadIQCreditListener creditListener;

    @UriParam(
            label = "credits",
            defaultValue = "false",
            description =
                    "Whether searchPeople asks searchPeoplePreview first, for free, when it would pay for an email or a phone, and leaves out what is not there. Takes one more request. Only where limit is 1 and the preview knows all of the identifiers.")
    private boolean preview;

    @UriParam(
            label = "performance",
            defaultValue = "100",
            description =
                    "Lookups of one request at most, when the body is a list or a batchWindow is set. 1 sends each lookup alone."
                            + " auto begins with 100, takes more while answers come whole and in time, up to 1000, and"
                            + " fewer when the server refuses or is slow.")
    private String batchSize = "100";

    @UriParam(
            label = "performance",
            defaultValue = "0",
            javaType = "java.time.Duration",
            description =
                    "How long a lookup waits for lookups of other exchanges, to share a request with them. 0 sends it at once.")
    private Duration batchWindow = Duration.ZERO;

    @UriParam(
            label = "pacing",
            defaultValue = "60",
            description =
                    "Requests with one API key at most within any 60 seconds, over all endpoints of this JVM; further ones wait. Where endpoints differ, the lowest holds. 0 for no pacing.")
    private int requestsPerMinute = 60;

    @UriParam(
            label = "pacing",
            description =
                    "How many of these requests may leave at once after a rest; less than requestsPerMinute. When not set, a twelfth of requestsPerMinute. It is taken from the lasting flow: requestsPerMinute minus requestBurst a minute.")
    private Integer requestBurst;

    @UriParam(
            label = "pacing",
            defaultValue = "20000",
            description =
                    "Lookups and other calls with one API key that may wait or be under way, those of lists among them; further ones fail at once with a LeadIQRateLimitException. One that waits takes some 5 KB.")
    private int maxQueuedLookups = RateLimitConfig.USUAL_QUEUE;

    @UriParam(
            label = "pacing,advanced",
            description =
                    "A Bucket4j proxy manager with text keys: keeps the limit in a database, together with all other JVMs that use the same one.")
    @Metadata(autowired = true)
    private ProxyManager<String> rateLimiterProxyManager;

    public LeadIQConfiguration copy() {
        try {
            return (LeadIQConfiguration) clone();
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }

    public String getApiKey() {
        return apiKey;
    }

    /** The API key: the Secret Base64 key that LeadIQ hands out, or the plain key. When not set, the environment variable LEADIQ_API_KEY is read. */
    public void setApiKey(String apiKey) {
        this.apiKey = apiKey;
    }

    public ApiKey.Format getApiKeyFormat() {
        return apiKeyFormat;
    }

    /** How the API key is written: as the Secret Base64 key (base64), which goes into the header as it is, or plain, which is encoded first. By default the key is looked at. */
    public void setApiKeyFormat(ApiKey.Format apiKeyFormat) {
        this.apiKeyFormat = apiKeyFormat;
    }

    public boolean isApiKeyHeaderEnabled() {
        return apiKeyHeaderEnabled;
    }

    /** Whether the header CamelLeadIQApiKey may replace the API key for a message. */
    public void setApiKeyHeaderEnabled(boolean apiKeyHeaderEnabled) {
        this.apiKeyHeaderEnabled = apiKeyHeaderEnabled;
    }

    public String getUrl() {
        return url;
    }

    /** The address of the GraphQL endpoint. */
    public void setUrl(String url) {
        this.url = url;
    }

    public String getDataPoints() {
        return dataPoints;
    }

    /** The data points to ask for, and so to pay for: profile, email, phone, company, separated by commas, or all. When not set, operations that return people ask for profile and email, and searchCompany for company. */
    public void setDataPoints(String dataPoints) {
        this.dataPoints = dataPoints;
    }

    public LeadIQResultType getResultType() {
        return resultType;
    }

    /** What the body is after a call: the Java record of the operation, Maps and lists, or the JSON as the server sent it. */
    public void setResultType(LeadIQResultType resultType) {
        this.resultType = resultType;
    }

    public PartialData getPartialData() {
        return partialData;
    }

    /** Whether data that comes together with errors fails the exchange or is kept, with the errors in a header. */
    public void setPartialData(PartialData partialData) {
        this.partialData = partialData;
    }

    public SchemaCheck getSchemaCheck() {
        return schemaCheck;
    }

    /** Which schema requests are fitted to: the one that the server tells of itself (asked once, without the key), that of the public API reference, that of the live API in August 2026, or none. */
    public void setSchemaCheck(SchemaCheck schemaCheck) {
        this.schemaCheck = schemaCheck;
    }

    public Duration getSchemaRefresh() {
        return schemaRefresh;
    }

    /** How old the schema that a server told may become before it is asked for again. */
    public void setSchemaRefresh(Duration schemaRefresh) {
        this.schemaRefresh = schemaRefresh;
    }

    public int getMaxConnections() {
        return maxConnections;
    }

    /** Connections to the server at most. Further requests wait for a free one. */
    public void setMaxConnections(int maxConnections) {
        this.maxConnections = maxConnections;
    }

    public Duration getConnectTimeout() {
        return connectTimeout;
    }

    /** For opening a connection, TLS included. */
    public void setConnectTimeout(Duration connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    public Duration getLeaseTimeout() {
        return leaseTimeout;
    }

    /** For waiting for a free connection. */
    public void setLeaseTimeout(Duration leaseTimeout) {
        this.leaseTimeout = leaseTimeout;
    }

    public Duration getResponseTimeout() {
        return responseTimeout;
    }

    /** For waiting for the next packet of an answer. */
    public void setResponseTimeout(Duration responseTimeout) {
        this.responseTimeout = responseTimeout;
    }

    public Duration getRequestTimeout() {
        return requestTimeout;
    }

    /** For a call as a whole, with repeating, but without the time in which it waits for its turn (see requestsPerMinute). */
    public void setRequestTimeout(Duration requestTimeout) {
        this.requestTimeout = requestTimeout;
    }

    public int getMaxResponseSize() {
        return maxResponseSize;
    }

    /** Bytes of an answer at most, before and after unzipping. */
    public void setMaxResponseSize(int maxResponseSize) {
        this.maxResponseSize = maxResponseSize;
    }

    public int getMaxRetries() {
        return maxRetries;
    }

    /** Repetitions at most of a request that failed in a way that can pass: queries on 429, on 5xx and when the request was never sent; mutations only when the server has certainly not acted. 0 turns it off. */
    public void setMaxRetries(int maxRetries) {
        this.maxRetries = maxRetries;
    }

    public Duration getRetryDelay() {
        return retryDelay;
    }

    /** Before the first repetition; doubled each time. */
    public void setRetryDelay(Duration retryDelay) {
        this.retryDelay = retryDelay;
    }

    public Duration getMaxRetryDelay() {
        return maxRetryDelay;
    }

    /** Before any repetition, also when the server asks for more by Retry-After. */
    public void setMaxRetryDelay(Duration maxRetryDelay) {
        this.maxRetryDelay = maxRetryDelay;
    }

    public String getUserAgent() {
        return userAgent;
    }

    /** The User-Agent header. */
    public void setUserAgent(String userAgent) {
        this.userAgent = userAgent;
    }

    public String getProxyHost() {
        return proxyHost;
    }

    /** The host of an HTTP proxy. */
    public void setProxyHost(String proxyHost) {
        this.proxyHost = proxyHost;
    }

    public int getProxyPort() {
        return proxyPort;
    }

    /** The port of the HTTP proxy. */
    public void setProxyPort(int proxyPort) {
        this.proxyPort = proxyPort;
    }

    public String getProxyUser() {
        return proxyUser;
    }

    /** The user name for the HTTP proxy. */
    public void setProxyUser(String proxyUser) {
        this.proxyUser = proxyUser;
    }

    public String getProxyPassword() {
        return proxyPassword;
    }

    /** The password for the HTTP proxy. */
    public void setProxyPassword(String proxyPassword) {
        this.proxyPassword = proxyPassword;
    }

    public SSLContextParameters getSslContextParameters() {
        return sslContextParameters;
    }

    /** TLS parameters for this endpoint. */
    public void setSslContextParameters(SSLContextParameters sslContextParameters) {
        this.sslContextParameters = sslContextParameters;
    }

    public CacheType getCache() {
        return cache;
    }

    /** Where answers that were paid for are kept, so that they are not bought again. */
    public void setCache(CacheType cache) {
        this.cache = cache;
    }

    public Duration getCacheTtl() {
        return cacheTtl;
    }

    /** How old a kept answer may become before LeadIQ is asked again. */
    public void setCacheTtl(Duration cacheTtl) {
        this.cacheTtl = cacheTtl;
    }

    public Duration getCacheNotFoundTtl() {
        return cacheNotFoundTtl;
    }

    /** How long LeadIQ is not asked again for a person it did not find. */
    public void setCacheNotFoundTtl(Duration cacheNotFoundTtl) {
        this.cacheNotFoundTtl = cacheNotFoundTtl;
    }

    public int getCacheMaxEntries() {
        return cacheMaxEntries;
    }

    /** Answers to keep at most. */
    public void setCacheMaxEntries(int cacheMaxEntries) {
        this.cacheMaxEntries = cacheMaxEntries;
    }

    public DataSource getCacheDataSource() {
        return cacheDataSource;
    }

    /** For cache=jdbc: the database. */
    public void setCacheDataSource(DataSource cacheDataSource) {
        this.cacheDataSource = cacheDataSource;
    }

    public String getCacheSecret() {
        return cacheSecret;
    }

    /** Encrypts kept answers and hides what they were bought under: 32 random bytes in Base64. */
    public void setCacheSecret(String cacheSecret) {
        this.cacheSecret = cacheSecret;
    }

    public String getPreviousCacheSecrets() {
        return previousCacheSecrets;
    }

    /** What cacheSecret was before, separated by commas. What was kept with them is still erased, and the credit ledger still knows by them what was bought. Answers are not read with them. */
    public void setPreviousCacheSecrets(String previousCacheSecrets) {
        this.previousCacheSecrets = previousCacheSecrets;
    }

    public LeadIQCache getLeadIQCache() {
        return leadIQCache;
    }

    /** A store of your own, in place of the one that cache chooses. */
    public void setLeadIQCache(LeadIQCache leadIQCache) {
        this.leadIQCache = leadIQCache;
    }

    public LeadIQClient getClient() {
        return client;
    }

    /** The client to use in place of one made from these options. */
    public void setClient(LeadIQClient client) {
        this.client = client;
    }

    public Billing getBilling() {
        return billing;
    }

    /** What the contract counts. */
    public void setBilling(Billing billing) {
        this.billing = billing;
    }

    public PriceList getCreditPrices() {
        return creditPrices;
    }

    /** What data points cost. */
    public void setCreditPrices(PriceList creditPrices) {
        this.creditPrices = creditPrices;
    }

    public boolean isCreditPricesRefresh() {
        return creditPricesRefresh;
    }

    /** Whether to ask the account for prices. */
    public void setCreditPricesRefresh(boolean creditPricesRefresh) {
        this.creditPricesRefresh = creditPricesRefresh;
    }

    public BigDecimal getCreditBudget() {
        return creditBudget;
    }

    /** The most that may be spent in a period. */
    public void setCreditBudget(BigDecimal creditBudget) {
        this.creditBudget = creditBudget;
    }

    public BudgetPeriod getCreditBudgetPeriod() {
        return creditBudgetPeriod;
    }

    /** How long the budget lasts. */
    public void setCreditBudgetPeriod(BudgetPeriod creditBudgetPeriod) {
        this.creditBudgetPeriod = creditBudgetPeriod;
    }

    public BigDecimal getCreditWarningAt() {
        return creditWarningAt;
    }

    /** The fraction of the budget at which to warn. */
    public void setCreditWarningAt(BigDecimal creditWarningAt) {
        this.creditWarningAt = creditWarningAt;
    }

    public LeadIQCreditLedger getCreditLedger() {
        return creditLedger;
    }

    /** Where spending is written down. */
    public void setCreditLedger(LeadIQCreditLedger creditLedger) {
        this.creditLedger = creditLedger;
    }

    public LeadIQCreditListener getCreditListener() {
        return creditListener;
    }

    /** Is told what each call cost. */
    public void setCreditListener(LeadIQCreditListener creditListener) {
        this.creditListener = creditListener;
    }

    public boolean isPreview() {
        return preview;
    }

    /** Whether to ask for a free preview first. */
    public void setPreview(boolean preview) {
        this.preview = preview;
    }

    public String getBatchSize() {
        return batchSize;
    }

    /** Lookups of one request at most, when the body is a list or a batchWindow is set: a number, or {@code auto}. */
    public void setBatchSize(String batchSize) {
        this.batchSize = batchSize;
    }

    public Duration getBatchWindow() {
        return batchWindow;
    }

    /** How long a lookup waits for lookups of other exchanges, to share a request with them. */
    public void setBatchWindow(Duration batchWindow) {
        this.batchWindow = batchWindow;
    }

    public int getRequestsPerMinute() {
        return requestsPerMinute;
    }

    /** Requests with one API key at most within any 60 seconds, over all endpoints of this JVM; further ones wait. Where endpoints differ, the lowest holds. 0 for no pacing. */
    public void setRequestsPerMinute(int requestsPerMinute) {
        this.requestsPerMinute = requestsPerMinute;
    }

    public Integer getRequestBurst() {
        return requestBurst;
    }

    /** How many of these requests may leave at once after a rest; less than requestsPerMinute. When not set, a twelfth of requestsPerMinute. It is taken from the lasting flow: requestsPerMinute minus requestBurst a minute. */
    public void setRequestBurst(Integer requestBurst) {
        this.requestBurst = requestBurst;
    }

    public int getMaxQueuedLookups() {
        return maxQueuedLookups;
    }

    /** Lookups and other calls with one API key that may wait or be under way, those of lists among them; further ones fail at once with a LeadIQRateLimitException. One that waits takes some 5 KB. */
    public void setMaxQueuedLookups(int maxQueuedLookups) {
        this.maxQueuedLookups = maxQueuedLookups;
    }

    public ProxyManager<String> getRateLimiterProxyManager() {
        return rateLimiterProxyManager;
    }

    /** A Bucket4j proxy manager with text keys: keeps the limit in a database, together with all other JVMs that use the same one. */
    public void setRateLimiterProxyManager(ProxyManager<String> rateLimiterProxyManager) {
        this.rateLimiterProxyManager = rateLimiterProxyManager;
    }
}
