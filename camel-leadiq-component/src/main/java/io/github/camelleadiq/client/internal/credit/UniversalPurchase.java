/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.credit;

import io.github.camelleadiq.client.DataPoint;
import io.github.camelleadiq.client.credit.Bill;
import io.github.camelleadiq.client.credit.PriceList;
import io.github.camelleadiq.client.credit.Purchase;
import io.github.camelleadiq.client.credit.Unlock;
import io.github.camelleadiq.client.credit.UnlockKey;
import io.github.camelleadiq.client.internal.graphql.Sale;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Records bought with Universal Credits: each data point that is not free any more, and the profile of a person of whom
 * nothing else had to be paid.
 *
 * <p>Calls that overlap reach the server in an order that is not seen here, and the order decides who pays a profile fee.
 * Where it could have been either, the fee is counted, so that the count is never below the bill.
 */
public final class UniversalPurchase implements Purchase {

    private final List<Sale> sales;
    private final PriceList prices;
    private final Instant now;
    /** Each record's by its id: it is needed for all of its data points, before and after the ledger was asked. */
    private final Map<String, String> hashes = new HashMap<>();

    public UniversalPurchase(List<Sale> sales, PriceList prices, Instant now) {
        this.sales = sales;
        this.prices = prices;
        this.now = now;
    }

    @Override
    public Set<UnlockKey> keys() {
        Set<UnlockKey> keys = new HashSet<>();
        for (Sale sale : sales) {
            if (sale.personId() != null) {
                keys.add(key(sale.personId(), DataPoint.PROFILE));
                sale.contact().forEach(point -> keys.add(key(sale.personId(), point)));
            }
            sale.companyIds().stream().filter(id -> id != null).forEach(id -> keys.add(key(id, DataPoint.COMPANY)));
        }
        return keys;
    }

    @Override
    public Bill bill(Map<UnlockKey, Unlock> known, long reservedVersion, long settledVersion) {
        Count count = new Count(known, reservedVersion, settledVersion);
        sales.forEach(count::add);
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal credits : count.sums.values()) {
            sum = sum.add(credits);
        }
        return new Bill(sum, count.sums, count.unlocked, false);
    }

    private UnlockKey key(String recordId, DataPoint point) {
        return new UnlockKey(hashes.computeIfAbsent(recordId, UnlockKey::hash), point);
    }

    /** One pass over the records. */
    private final class Count {

        private final Map<UnlockKey, Unlock> known;
        private final long reservedVersion;
        private final long settledVersion;
        private final Map<UnlockKey, Unlock> unlocked = new LinkedHashMap<>();
        private final Map<DataPoint, BigDecimal> sums = new EnumMap<>(DataPoint.class);

        Count(Map<UnlockKey, Unlock> known, long reservedVersion, long settledVersion) {
            this.known = known;
            this.reservedVersion = reservedVersion;
            this.settledVersion = settledVersion;
        }

        void add(Sale sale) {
            boolean paid = false;
            boolean paidByOverlapping = false;
            for (DataPoint point : sale.contact()) {
                UnlockKey key = sale.personId() == null ? null : key(sale.personId(), point);
                Unlock earlier = find(key);
                if (earlier == null) {
                    buy(key, point);
                    paid = true;
                } else {
                    paidByOverlapping |= isContested(earlier);
                }
            }
            boolean contactPaid = paid;
            List<UnlockKey> contested = new ArrayList<>();
            List<UnlockKey> bought = new ArrayList<>();
            for (String id : sale.companyIds()) {
                UnlockKey key = id == null ? null : key(id, DataPoint.COMPANY);
                Unlock earlier = find(key);
                if (earlier == null) {
                    buy(key, DataPoint.COMPANY);
                    paid = true;
                    bought.add(key);
                } else if (isContested(earlier)) {
                    contested.add(key);
                }
            }
            if (sale.isPerson()) {
                settleProfile(sale, paid, contactPaid || paidByOverlapping, bought, contested);
            }
        }

        private void settleProfile(
                Sale sale, boolean paid, boolean contactPaid, List<UnlockKey> bought, List<UnlockKey> contested) {
            UnlockKey profile = sale.personId() == null ? null : key(sale.personId(), DataPoint.PROFILE);
            Unlock earlier = find(profile);
            String person = profile == null ? null : profile.recordHash();
            boolean replacedBefore = person != null
                    && contested.stream()
                            .anyMatch(key -> person.equals(find(key).feeOf()));
            boolean isFree = earlier != null && (!isContested(earlier) || earlier.feeOf() != null);
            if (!paid && !contactPaid && !replacedBefore && !isFree) {
                pay(DataPoint.PROFILE);
                put(profile, person);
            } else {
                contested.forEach(company -> payFeeOfOther(company, person));
                // whoever bought more has the profile with it
                if (earlier == null) {
                    put(profile, null);
                }
            }
            if (!contactPaid) {
                bought.forEach(key -> put(key, person));
            }
        }

        /** Had this call been first, it would have paid the company, and the other person's profile were not free. */
        private void payFeeOfOther(UnlockKey company, String person) {
            Unlock unlock = find(company);
            if (unlock.feeOf() != null && !unlock.feeOf().equals(person)) {
                pay(DataPoint.PROFILE);
                unlocked.put(company, unlock.withoutFee());
            }
        }

        private void buy(UnlockKey key, DataPoint point) {
            pay(point);
            put(key, null);
        }

        private void pay(DataPoint point) {
            sums.merge(point, prices.of(point), BigDecimal::add);
        }

        private void put(UnlockKey key, String feeOf) {
            if (key != null) {
                unlocked.put(key, new Unlock(now, settledVersion, feeOf));
            }
        }

        private Unlock find(UnlockKey key) {
            if (key == null) {
                return null;
            }
            Unlock unlock = unlocked.getOrDefault(key, known.get(key));
            return unlock != null && unlock.isFreeAt(now) ? unlock : null;
        }

        /** Whether another call bought it while this one was under way. */
        private boolean isContested(Unlock unlock) {
            return unlock.version() > reservedVersion && unlock.version() < settledVersion;
        }
    }
}
