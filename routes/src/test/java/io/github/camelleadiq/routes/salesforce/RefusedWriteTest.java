/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelleadiq.routes.core.CrmPatch;
import io.github.camelleadiq.routes.core.WriteOutcome;
import io.github.camelleadiq.routes.core.WriteOutcome.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Writes that Salesforce refuses as a whole. */
class RefusedWriteTest {
    private static final SalesforceCallException REFUSED =
            new SalesforceCallException("JSON_PARSER_ERROR", 400, false, null);
    private static final SalesforceCallException BROKEN =
            new SalesforceCallException("UNKNOWN_EXCEPTION", 500, true, null);
    private static final SalesforceCallException LIMIT =
            new SalesforceCallException(SalesforceErrors.REQUEST_LIMIT, 403, true, null);
    private static final SalesforceCallException WRONG =
            new SalesforceCallException(SalesforceErrors.UNEXPECTED, 0, true, null);

    private final List<Integer> requests = new ArrayList<>();
    private final List<String> taken = new ArrayList<>();

    private List<WriteOutcome> write(
            int records, boolean divideOutages, SalesforceCallException failure, Predicate<CrmPatch> bad) {
        List<CrmPatch> all = IntStream.range(0, records)
                .mapToObj(i -> Salesforce.patch("Lead", "00Q" + i, "Title", "CTO"))
                .toList();
        return SalesforceWriter.divided(
                all,
                patches -> {
                    requests.add(patches.size());
                    if (patches.stream().anyMatch(bad)) {
                        throw failure;
                    }
                    patches.forEach(patch -> taken.add(patch.recordId()));
                    return patches.stream()
                            .map(patch -> WriteOutcome.written(patch.recordId()))
                            .toList();
                },
                divideOutages);
    }

    private static Predicate<CrmPatch> is(String id) {
        return patch -> patch.recordId().equals(id);
    }

    @Test
    void oneThatIsRefusedIsFound() {
        List<WriteOutcome> outcomes = write(200, false, REFUSED, is("00Q77"));

        assertThat(outcomes.get(77).status()).isEqualTo(Status.INVALID);
        assertThat(outcomes).filteredOn(o -> o.status() == Status.WRITTEN).hasSize(199);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 30})
    void severalThatStandTogetherAtTheHeadAreNoOutage(int bad) {
        List<WriteOutcome> outcomes = write(200, false, REFUSED, patch -> number(patch) < bad);

        assertThat(outcomes.subList(0, bad)).allMatch(o -> o.status() == Status.INVALID);
        assertThat(outcomes.subList(bad, 200)).allMatch(o -> o.status() == Status.WRITTEN);
        // each record is taken once
        assertThat(outcomes)
                .extracting(WriteOutcome::recordId)
                .containsExactlyElementsOf(
                        IntStream.range(0, 200).mapToObj(i -> "00Q" + i).toList());
        assertThat(taken).doesNotHaveDuplicates().hasSize(200 - bad);
    }

    private static int number(CrmPatch patch) {
        return Integer.parseInt(patch.recordId().substring(3));
    }

    /** An outage would be waited for without end. */
    @Test
    void aRequestThatIsNotMadeAsItShouldBeCountsForAllRecords() {
        assertThat(write(200, true, WRONG, any -> true)).allMatch(o -> o.status() == Status.RETRY_LATER);
        assertThat(requests).containsExactly(200);
    }

    @Test
    void aRefusalOfEverybodyIsNobodysFault() {
        assertThat(write(200, false, REFUSED, any -> true)).allMatch(o -> o.status() == Status.UNAVAILABLE);
        assertThat(requests).hasSizeLessThan(15);
    }

    @Test
    void aFewThatAreRefusedAreGivenUpInTheEndAndNotAtOnce() {
        assertThat(write(2, false, REFUSED, any -> true)).allMatch(o -> o.status() == Status.RETRY_LATER);
    }

    @Test
    void anOutageIsAskedOnce() {
        assertThat(write(200, false, BROKEN, is("00Q77"))).allMatch(o -> o.status() == Status.UNAVAILABLE);
        assertThat(requests).containsExactly(200);
    }

    @Test
    void inALongOutageTheOneThatIsTheReasonIsFound() {
        List<WriteOutcome> outcomes = write(200, true, BROKEN, is("00Q77"));

        assertThat(outcomes.get(77).status()).isEqualTo(Status.RETRY_LATER);
        assertThat(outcomes).filteredOn(o -> o.status() == Status.WRITTEN).hasSize(199);
    }

    @Test
    void soIsOneThatIsTriedFirst() {
        assertThat(write(200, true, BROKEN, is("00Q0")))
                .filteredOn(o -> o.status() != Status.WRITTEN)
                .singleElement()
                .extracting(WriteOutcome::status)
                .isEqualTo(Status.RETRY_LATER);
    }

    @Test
    void aLongOutageOfEverybodyIsNobodysFault() {
        assertThat(write(200, true, BROKEN, any -> true)).allMatch(o -> o.status() == Status.UNAVAILABLE);
        assertThat(write(1, true, BROKEN, any -> true)).allMatch(o -> o.status() == Status.UNAVAILABLE);
        assertThat(requests).hasSizeLessThan(15);
    }

    @Test
    void aLimitIsNotDivided() {
        assertThat(write(200, true, LIMIT, any -> true)).allMatch(o -> o.status() == Status.UNAVAILABLE);
        assertThat(requests).containsExactly(200);
    }
}
