/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.crm;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the command line says.
 *
 * @param state directory of the state; null for the usual one
 * @param report where the report goes
 * @param objects which objects, in this order
 * @param where which records to backfill, in SOQL; empty for all
 * @param creditCap where to stop each backfill; null for no cap
 * @param listen how long to listen for changes before the backfill
 * @param live whether real systems are written to, and credits spent
 * @param showValues whether the report has values of real records
 * @param leadIQUrl where LeadIQ is
 * @param apiVersion of Salesforce
 * @param perMinute requests a minute to LeadIQ at most
 */
record CrmOptions(
        Path state,
        Path report,
        List<String> objects,
        String where,
        BigDecimal creditCap,
        Duration listen,
        boolean live,
        boolean showValues,
        URI leadIQUrl,
        String apiVersion,
        int perMinute) {

    static final String USAGE =
            """
            Usage: java -jar crm-enrichment.jar [option]...
              --report FILE       the report; default: crm-enrichment-report.html
              --state DIRECTORY   what must not be forgotten: who was enriched, what was written. Default: a temporary
                                  directory with the simulators, crm-enrichment-state with real systems
            With real systems only:
              --live              spend and write; without it nothing is spent or written
              --show-values       put the values of records into the report: personal data
              --objects LIST      of Lead, Contact, Account; default: all of them
              --where SOQL        which records to backfill, such as "CreatedDate = THIS_YEAR"; needs one object
              --max-credits N     stop the backfill of an object when it has spent N credits
              --listen SECONDS    enrich what changes for so long before the backfill; default: 0
              --leadiq-url URL    default: https://api.leadiq.com/graphql
              --api-version V     of Salesforce; default: 62.0
              --per-minute N      requests a minute to LeadIQ; default: 60, the standard limit of a key
            The environment says where: SALESFORCE_LOGIN_URL (the org's My Domain), SALESFORCE_CLIENT_ID,
            SALESFORCE_CLIENT_SECRET and LEADIQ_API_KEY. Without them simulators invent everything.""";

    private static final Set<String> FLAGS = Set.of("--live", "--show-values");
    private static final List<String> OBJECTS = List.of("Lead", "Contact", "Account");
    private static final Map<String, String> DEFAULTS = Map.of(
            "--report", "crm-enrichment-report.html",
            "--objects", "Lead,Contact,Account",
            "--where", "",
            "--listen", "0",
            "--leadiq-url", "https://api.leadiq.com/graphql",
            "--api-version", "62.0",
            "--per-minute", "60");

    /** @throws IllegalArgumentException when an option is unknown, or has a wrong value or none */
    static CrmOptions parse(String... args) {
        Set<String> flags = new HashSet<>();
        Map<String, String> values = new HashMap<>(DEFAULTS);
        for (int i = 0; i < args.length; i++) {
            if (FLAGS.contains(args[i])) {
                flags.add(args[i]);
            } else if (!DEFAULTS.containsKey(args[i])
                    && !Set.of("--state", "--max-credits").contains(args[i])) {
                throw new IllegalArgumentException("Unknown option " + args[i]);
            } else if (i + 1 == args.length) {
                throw new IllegalArgumentException(args[i] + " has no value");
            } else {
                values.put(args[i], args[++i]);
            }
        }
        List<String> objects = objects(values.get("--objects"));
        String where = values.get("--where").strip();
        if (!where.isEmpty() && objects.size() > 1) {
            throw new IllegalArgumentException("--where needs one object: --objects Lead");
        }
        return new CrmOptions(
                values.containsKey("--state") ? Path.of(values.get("--state")) : null,
                Path.of(values.get("--report")),
                objects,
                where,
                values.containsKey("--max-credits") ? number("--max-credits", values) : null,
                Duration.ofSeconds(number("--listen", values).longValue()),
                flags.contains("--live"),
                flags.contains("--show-values"),
                URI.create(values.get("--leadiq-url")),
                values.get("--api-version"),
                number("--per-minute", values).intValue());
    }

    private static List<String> objects(String list) {
        List<String> objects =
                Arrays.stream(list.split(",")).map(String::strip).distinct().toList();
        if (objects.isEmpty() || !OBJECTS.containsAll(objects)) {
            throw new IllegalArgumentException("--objects must be of " + String.join(", ", OBJECTS));
        }
        return objects;
    }

    private static BigDecimal number(String option, Map<String, String> values) {
        String text = values.get(option);
        if (!text.matches("\\d{1,7}(\\.\\d)?")) {
            throw new IllegalArgumentException(option + " must be a number");
        }
        return new BigDecimal(text);
    }
}
