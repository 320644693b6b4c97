package org.yiban.backpay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.test.util.ReflectionTestUtils;
import org.yiban.calendar.WorkingCalendars;
import org.yiban.policy.settings.Settings;
import org.yiban.policy.sources.Sources;
import org.yiban.policy.tables.TableFile;

/** As if {@code processes/settings/backpay-instalments.dmn} allowed two instalments, until it is closed. */
final class TwoInstalments implements AutoCloseable {

    private static final String TABLE = "instalments";

    private final BackpaySettings settings;
    private final Object shipped;

    TwoInstalments(BackpaySettings settings, WorkingCalendars calendars) {
        this.settings = settings;
        this.shipped = ReflectionTestUtils.getField(settings, TABLE);
        List<TableFile> files = TableFile.packagedSettings().stream()
                .map(file -> file.path().endsWith("backpay-instalments.dmn") ? allowing(file) : file)
                .toList();
        BackpaySettings allowing = new BackpaySettings(Settings.of(files, Sources.packaged()), calendars);
        ReflectionTestUtils.setField(settings, TABLE, ReflectionTestUtils.getField(allowing, TABLE));
    }

    @Override
    public void close() {
        ReflectionTestUtils.setField(settings, TABLE, shipped);
    }

    private static TableFile allowing(TableFile shipped) {
        String table = new String(shipped.content(), StandardCharsets.UTF_8);
        String allowing = table.replace("<text>1</text>", "<text>2</text>");
        assertThat(allowing).isNotEqualTo(table);
        return new TableFile(shipped.path(), allowing.getBytes(StandardCharsets.UTF_8));
    }
}
