/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.routes.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WriteSizeTest {
    private final WriteSize size = new WriteSize(200);

    /** Writes full portions under a limit; returns how many were too much. */
    private int write(int portions, int limit) {
        int tooMuch = 0;
        for (int i = 0; i < portions; i++) {
            int records = size.current();
            if (records > limit) {
                size.tooMuch(records);
                tooMuch++;
            } else {
                size.worked(records);
            }
        }
        return tooMuch;
    }

    @Test
    void halvesUntilItGetsThroughAndRemembersThat() {
        assertThat(write(10, 25)).isEqualTo(3);
        assertThat(size.current()).isEqualTo(25);
    }

    @Test
    void aLargerOneIsTriedSeldomAndGivenUpAtOnce() {
        write(3, 25);
        assertThat(write(1_000, 25)).isBetween(1, 20);
        assertThat(size.current()).isBetween(25, 31);
    }

    @Test
    void growsAgainWhenTheTriggerIsMended() {
        write(10, 25);
        write(1_000, 200);
        assertThat(size.current()).isEqualTo(200);
        assertThat(write(100, 200)).isZero();
    }

    @Test
    void theRestOfABatchSaysNothingOfAFullWrite() {
        write(10, 25);
        for (int i = 0; i < 1_000; i++) {
            size.worked(24);
        }
        assertThat(size.current()).isEqualTo(25);
    }

    @Test
    void whatWorkedBeforeCanBeTooMuchOneDay() {
        write(10, 200);
        write(10, 3);
        assertThat(size.current()).isEqualTo(3);
        write(10, 0);
        assertThat(size.current()).isEqualTo(1);
    }

    @Test
    void aSingleRecordThatIsTooMuchSaysNothingOfTheSize() {
        write(10, 25);
        for (int records = 25; records > 1; records = size.current()) {
            size.tooMuch(records);
        }
        size.tooMuchAlone();
        assertThat(size.current()).isEqualTo(25);
        WriteSize fresh = new WriteSize(200);
        fresh.tooMuch(200);
        fresh.tooMuchAlone();
        assertThat(fresh.current()).isEqualTo(200);
    }

    @Test
    void aLargerWriteOfAnotherWorkerThatWasUnderWaySinksItNoFurther() {
        write(10, 25);
        size.tooMuch(200);
        assertThat(size.current()).isEqualTo(25);
    }
}
