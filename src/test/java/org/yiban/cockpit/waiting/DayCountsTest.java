package org.yiban.cockpit.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DayCountsTest {

    @Test
    void aPercentileIsTheFewestDaysWithinWhichSoManyAreDone() {
        DayCounts counts = new DayCounts();
        counts.add(9, 1);
        counts.add(1, 4);
        counts.add(2, 4);
        counts.add(5, 1);

        assertThat(counts.total()).isEqualTo(10);
        assertThat(counts.percentile(50)).isEqualTo(2);
        assertThat(counts.percentile(40)).isEqualTo(1);
        assertThat(counts.percentile(90)).isEqualTo(5);
        assertThat(counts.percentile(91)).isEqualTo(9);
    }

    @Test
    void ofNothingThereIsNone() {
        assertThat(new DayCounts().percentile(50)).isNull();
    }
}
