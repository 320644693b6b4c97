package org.yiban.bulk;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much this installation takes at once.
 *
 * @param mostRows the most rows of a file
 * @param largestFile the largest file
 * @param threads how many cases a node opens at the same time
 */
@ConfigurationProperties("yiban.bulk")
record BulkLimits(
        @DefaultValue("200000") int mostRows,
        @DefaultValue("64MB") DataSize largestFile,
        @DefaultValue("2") int threads) {}
