/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.examples.csv.lookup;

import io.github.camelleadiq.client.DataPoint;
import io.github.camelleadiq.model.CompanyInfo;
import io.github.camelleadiq.model.PersonRecord;
import io.github.camelleadiq.model.PositionRecord;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the answers cost in Universal Credits at list price, by what came back. A contract can have other prices, and what
 * was unlocked in the year before this run is free. Safe for use by many threads.
 */
public final class CreditEstimate {

    private static final Map<DataPoint, BigDecimal> LIST_PRICES = Map.of(
            DataPoint.PROFILE,
            new BigDecimal("0.1"),
            DataPoint.EMAIL,
            BigDecimal.ONE,
            DataPoint.PHONE,
            BigDecimal.TEN,
            DataPoint.COMPANY,
            new BigDecimal("3"));

    private final Set<DataPoint> asked;
    private final Set<Fingerprint> unlocked = new HashSet<>();
    private BigDecimal total = BigDecimal.ZERO;

    /** @param asked the data points that were asked for, which LeadIQ bills if it has them */
    public CreditEstimate(Set<DataPoint> asked) {
        this.asked = Set.copyOf(asked);
    }

    /** Universal Credits for all answers so far. */
    public synchronized BigDecimal total() {
        return total;
    }

    /** Adds a person who was returned. */
    public synchronized void add(PersonRecord person) {
        BigDecimal before = total;
        contactsOf(person).forEach(point -> unlock(person.id(), point));
        if (asked.contains(DataPoint.COMPANY)) {
            companiesOf(person).forEach(id -> unlock(id, DataPoint.COMPANY));
        }
        // any larger unlock has the profile in it
        if (total.compareTo(before) == 0) {
            unlock(person.id(), DataPoint.PROFILE);
        } else {
            unlocked.add(fingerprint(person.id(), DataPoint.PROFILE));
        }
    }

    private Set<DataPoint> contactsOf(PersonRecord person) {
        Set<DataPoint> contacts = EnumSet.noneOf(DataPoint.class);
        if (BestEmail.isSold(person)) {
            contacts.add(DataPoint.EMAIL);
        }
        if (BestPhone.isSold(person)) {
            contacts.add(DataPoint.PHONE);
        }
        return contacts;
    }

    private static Stream<String> companiesOf(PersonRecord person) {
        return Stream.of(person.currentPositions(), person.pastPositions())
                .flatMap(positions -> positions.stream().map(PositionRecord::companyInfo))
                .filter(Objects::nonNull)
                .map(CompanyInfo::id)
                .filter(Objects::nonNull);
    }

    private void unlock(String recordId, DataPoint point) {
        if (unlocked.add(fingerprint(recordId, point))) {
            total = total.add(LIST_PRICES.get(point));
        }
    }

    private static Fingerprint fingerprint(String recordId, DataPoint point) {
        return Fingerprint.of(point + " " + recordId);
    }
}
