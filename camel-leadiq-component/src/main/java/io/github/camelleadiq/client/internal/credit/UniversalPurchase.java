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
    private final RecordHashes recordHashes;
    private final Instant now;
    /**
     * Each record's by its id, as {@link RecordHashes} has them: they are needed for all of its data points, before and
     * after the ledger was asked.
     */
    private final Map<String, List<String>> hashes = new HashMap<>();
    /** By those that earlier secrets made. */
    private final Map<String, String> presentHashes = new HashMap<>();

    /** @param recordHashes hide the ids */
    public UniversalPurchase(List<Sale> sales, PriceList prices, RecordHashes recordHashes, Instant now) {
        this.sales = sales;
        this.prices = prices;
        this.recordHashes = recordHashes;
        this.now = now;
    }

    @Override
    public Set<UnlockKey> keys() {
        Set<UnlockKey> keys = new HashSet<>();
        for (Sale sale : sales) {
            if (sale.personId() != null) {
                addAll(keys, sale.personId(), DataPoint.PROFILE);
                sale.contact().forEach(point -> addAll(keys, sale.personId(), point));
            }
            sale.companyIds().stream().filter(id -> id != null).forEach(id -> addAll(keys, id, DataPoint.COMPANY));
        }
        return keys;
    }

    @Override
    public Bill bill(Map<UnlockKey, Unlock> known, long reservedVersion, long settledVersion) {
        Count count = new Count(known, reservedVersion, settledVersion);
        Set<UnlockKey> replaced = count.takeOver();
        sales.forEach(count::add);
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal credits : count.sums.values()) {
            sum = sum.add(credits);
        }
        return new Bill(sum, count.sums, count.unlocked, replaced, false);
    }

    private List<String> hashes(String recordId) {
        return hashes.computeIfAbsent(recordId, id -> {
            List<String> forms = recordHashes.of(id);
            forms.subList(1, forms.size()).forEach(former -> presentHashes.put(former, forms.get(0)));
            return forms;
        });
    }

    /** The hash that a record of this purchase is known by now; that itself if it is of another record. */
    private String present(String hash) {
        return presentHashes.getOrDefault(hash, hash);
    }

    private void addAll(Set<UnlockKey> keys, String recordId, DataPoint point) {
        hashes(recordId).forEach(hash -> keys.add(new UnlockKey(hash, point)));
    }

    private UnlockKey key(String recordId, DataPoint point) {
        return new UnlockKey(hashes(recordId).get(0), point);
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

        /** What was written with an earlier secret is free as well, and is written with the present one from now on. */
        Set<UnlockKey> takeOver() {
            if (!recordHashes.haveChanged()) {
                return Set.of();
            }
            Set<UnlockKey> replaced = new HashSet<>();
            for (UnlockKey key : keys()) {
                if (known.containsKey(key) && !key.recordHash().equals(present(key.recordHash()))) {
                    replaced.add(key);
                    UnlockKey now = new UnlockKey(present(key.recordHash()), key.point());
                    if (!known.containsKey(now)) {
                        unlocked.merge(now, ofPresent(known.get(key)), Count::later);
                    }
                }
            }
            return replaced;
        }

        private Unlock ofPresent(Unlock unlock) {
            return new Unlock(unlock.at(), unlock.version(), present(unlock.feeOf()));
        }

        private static Unlock later(Unlock one, Unlock other) {
            return one.at().isBefore(other.at()) ? other : one;
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
